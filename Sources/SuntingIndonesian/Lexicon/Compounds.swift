/// Two words written as one.
enum Compounds {
  /// Both halves at least three letters, seven together: shorter ones split almost any string into two roots.
  static func splits(of stem: String) -> [(first: String, second: String)] {
    let letters = Array(stem.utf8)
    guard letters.count >= 7 else { return [] }
    return (3...(letters.count - 3)).map { middle in
      (String(decoding: letters[..<middle], as: UTF8.self), String(decoding: letters[middle...], as: UTF8.self))
    }
  }
}
