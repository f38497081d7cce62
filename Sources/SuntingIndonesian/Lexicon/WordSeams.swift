/// Words that lost the space between them, as converters and engines leave them behind: `terbukadan`, `iniadalah`.
///
/// At least one of them must be a function word; two content words side by side may be a compound that somebody
/// writes as one (`sumberdaya`), which is another matter.
struct WordSeams {
  private static let mostParts = 3
  private static let longestWord = 40

  private let lexicon: IndonesianLexicon

  init(_ lexicon: IndonesianLexicon) { self.lexicon = lexicon }

  /// The words that an unknown word consists of; nil where it is no such thing.
  func split(_ word: String) -> [String]? {
    guard word.utf8.count >= 6, word.utf8.count <= Self.longestWord,
      Self.holdsFunctionWord(word)
    else { return nil }
    return split(word[...], parts: Self.mostParts, hasFunctionWord: false)
  }

  private func split(_ word: Substring, parts: Int, hasFunctionWord: Bool) -> [String]? {
    guard parts > 1, word.utf8.count >= 6 else { return nil }
    // The longest first word first.
    var seam = word.index(word.endIndex, offsetBy: -3)
    let first = word.index(word.startIndex, offsetBy: 3)
    while seam >= first {
      let left = String(word[..<seam])
      let right = String(word[seam...])
      if isWord(left) {
        let isFunction = hasFunctionWord || Self.functionWords.contains(left)
        if isWord(right), isFunction || Self.functionWords.contains(right) { return [left, right] }
        if let rest = split(word[seam...], parts: parts - 1, hasFunctionWord: isFunction) { return [left] + rest }
      }
      seam = word.index(before: seam)
    }
    return nil
  }

  private func isWord(_ part: String) -> Bool {
    if Self.functionWords.contains(part) || lexicon.words.isCurrent(part) { return true }
    return part.utf8.count >= 6 && lexicon.explainsInIndonesian(part)
      || part.utf8.count >= 4 && lexicon.knowsEnglishWord(part)
  }

  /// By their first letter.
  private static let spellings: [UInt8: [[UInt8]]] = Dictionary(grouping: functionWords.map { Array($0.utf8) }) {
    $0[0]
  }

  private static func holdsFunctionWord(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { letters in
      letters.indices.contains { place in
        spellings[letters[place]]?.contains { letters[place...].starts(with: $0) } ?? false
      }
    }
  }

  /// No prepositions of two letters: at the front of a word they are prefixes (`diatas` is the business of other
  /// rules), and neither `akan`, which a wrong -kan looks like (`diserahakan`), nor `antara`, which stands for antar-.
  private static let functionWords: Set<String> = [
    "adalah", "agar", "anda", "atau", "bagi", "bahwa", "bisa", "dalam", "dan", "dapat", "dari",
    "dengan", "hanya", "harus", "ini", "itu", "jika", "juga", "kami", "karena", "kepada", "ketika", "kita", "lebih",
    "melalui", "memiliki", "menjadi", "mereka", "namun", "oleh", "pada", "saat", "sangat", "saya", "sebagai", "secara",
    "seperti", "serta", "setelah", "sudah", "telah", "tentang", "terhadap", "tersebut", "tetapi", "tidak", "untuk",
    "yaitu", "yakni", "yang",
  ]
}
