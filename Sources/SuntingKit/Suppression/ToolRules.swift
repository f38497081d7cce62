internal import SuntingCore

/// The rules about linting itself.
enum ToolRules {
  static let unusedSuppression = "tool/unused-suppression"
  static let invalidSuppression = "tool/invalid-suppression"

  static let all: [RuleTables.ToolRule] = [
    .init(
      id: unusedSuppression, severity: .warning,
      message: Bilingual(
        id: "“{text}” tidak menekan temuan apa pun.", en: "“{text}” suppresses nothing."),
      why: Bilingual(
        id: "Pengecualian yang tidak lagi mengecualikan apa pun menyembunyikan kesalahan berikutnya di tempat itu.",
        en: "A suppression that suppresses nothing any more will hide the next mistake in that place."),
      fix: .safe),
    .init(
      id: invalidSuppression, severity: .error,
      message: Bilingual(id: "Pengecualian tidak sah: {text}.", en: "Invalid suppression: {text}."),
      why: Bilingual(
        id: "Komentar ini menyebut perintah atau aturan yang tidak dikenal, jadi tidak mengecualikan apa pun.",
        en: "This comment names a directive or a rule that does not exist, so it suppresses nothing."),
      fix: .none),
  ]
}
