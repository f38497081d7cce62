internal import SuntingCore

/// Passages of one document, found again by the hash of their words.
struct Passages {
  private var seen: [UInt64: Range<Int>] = [:]

  /// The earlier passage with the same words, or nil; then this one is remembered.
  mutating func earlier(_ tokens: Range<Int>, _ document: Document) -> Range<Int>? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in tokens where document.tokens[index].kind != .mark {
      hash = (hash ^ UInt64(document.tokens[index].word.raw)) &* 0x100_0000_01b3
      hash ^= hash >> 29
    }
    guard let found = seen[hash] else {
      seen[hash] = tokens
      return nil
    }
    return Self.isSame(found, tokens, document) ? found : nil
  }

  private static func isSame(_ a: Range<Int>, _ b: Range<Int>, _ document: Document) -> Bool {
    let left = a.filter { document.tokens[$0].kind != .mark }
    let right = b.filter { document.tokens[$0].kind != .mark }
    return left.count == right.count && zip(left, right).allSatisfy { document.isSameText($0, $1) }
  }

  static func wordCount(_ tokens: Range<Int>, _ document: Document) -> Int {
    tokens.reduce(0) { $0 + (document.tokens[$1].kind == .word ? 1 : 0) }
  }

  /// - Parameter shell: what goes with the passage: it, and the white space on one side of it.
  static func finding(_ range: TextRange, deleting shell: TextRange, like earlier: TextRange) -> Finding {
    var finding = Finding(range: range)
    finding.edits = [Edit(range: shell, text: "")]
    finding.related = [
      RelatedPlace(range: earlier, message: Bilingual(id: "Pertama kali tertulis di sini.", en: "First written here."))
    ]
    return finding
  }
}
