/// Whether a stem looks like a loan: letters and clusters that inherited Indonesian words do not have (Tata Bahasa
/// Baku, ch. 3), and the endings of the international vocabulary (EYD V, IV).
enum LoanShape {
  static func fits(_ stem: String) -> Bool {
    let letters = Array(stem.utf8)
    if letters.contains(where: { foreignLetters.contains($0) }) || hasForeignCluster(letters) { return true }
    return endings.contains { stem.utf8.count > $0.utf8.count + 2 && stem.hasSuffix($0) }
  }

  /// A nasal before a consonant is what a wrong reading leaves of meN- (`pe·mbangun`), not a foreign cluster.
  private static func hasForeignCluster(_ letters: [UInt8]) -> Bool {
    Spelling.hasCluster(letters) && letters[0] != UInt8(ascii: "m") && letters[0] != UInt8(ascii: "n")
  }

  private static let foreignLetters = Set("fqvxz".utf8)

  private static let endings = [
    "asi", "isi", "usi", "ensi", "ansi", "itas", "isme", "logi", "nomi", "grafi", "metri", "terapi", "ik", "is", "al",
    "or", "ur", "oid", "ida", "ol", "on", "um", "us", "in", "en", "il", "er", "eum", "oma", "wan", "man", "wati",
  ]
}
