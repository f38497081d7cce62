/// Whether a stem looks like a loan: letters and clusters that inherited Indonesian words do not have (Tata Bahasa
/// Baku, ch. 3), and the endings of the international vocabulary (EYD V, IV).
enum LoanShape {
  static func fits(_ stem: String) -> Bool {
    let letters = Array(stem.utf8)
    if letters.contains(where: { foreignLetters.contains($0) }) || Spelling.hasCluster(letters) { return true }
    return endings.contains { stem.utf8.count > $0.utf8.count + 2 && stem.hasSuffix($0) }
  }

  private static let foreignLetters = Set("fqvxz".utf8)

  private static let endings = [
    "asi", "isi", "usi", "ensi", "ansi", "itas", "isme", "logi", "nomi", "grafi", "metri", "terapi", "ik", "is", "al",
    "or", "ur", "oid", "ida", "ol", "on", "um", "us", "in", "en", "il", "er", "eum", "oma", "wan", "man", "wati",
  ]
}
