/// Gives words their IDs: the word itself where rules mention it, else with numbers written as `#`, else without its
/// clitic, else an ID that is good for one document.
struct WordIdentity: Sendable {
  private let vocabulary: Vocabulary
  private let clitics: [[UInt8]]
  /// IDs of the marks of common text, found once: ASCII, and those that begin with E2 80 by their last byte.
  private let marks: [WordID?]
  private let markHashes: [UInt64]
  private let longMarks: [WordID?]
  private let longMarkHashes: [UInt64]

  init(vocabulary: Vocabulary, clitics: [[UInt8]]) {
    self.vocabulary = vocabulary
    self.clitics = clitics
    markHashes = (0..<128).map { byte in [UInt8(byte)].withUnsafeBufferPointer { WordHash.hash($0) } }
    marks = markHashes.map { vocabulary.find(hash: $0) }
    longMarkHashes = (0x80..<0xC0).map { byte in
      [0xE2, 0x80, UInt8(byte)].withUnsafeBufferPointer { WordHash.hash($0) }
    }
    longMarks = longMarkHashes.map { vocabulary.find(hash: $0) }
  }

  func id(ofMark byte: UInt8, _ locals: inout LocalWords) -> WordID {
    marks[Int(byte)] ?? locals.id(hash: markHashes[Int(byte)])
  }

  func id(ofLongMark byte: UInt8, _ locals: inout LocalWords) -> WordID {
    longMarks[Int(byte) - 0x80] ?? locals.id(hash: longMarkHashes[Int(byte) - 0x80])
  }

  @inline(__always)
  func id(
    of item: CommonScanner.Item, bytes: UnsafeBufferPointer<UInt8>, start: Int, _ locals: inout LocalWords
  ) -> (id: WordID, hasClitic: Bool) {
    if let word = vocabulary.find(hash: item.hash) { return (word, false) }
    if let found = indirect(
      UnsafeBufferPointer(rebasing: bytes[start..<item.end]), hasDigit: item.hasDigit, isWord: item.kind == .word)
    {
      return found
    }
    return (locals.id(hash: item.hash), false)
  }

  func id(
    of bytes: UnsafeBufferPointer<UInt8>, kind: Token.Kind, _ locals: inout LocalWords
  ) -> (id: WordID, hasClitic: Bool) {
    let hash = WordHash.hash(bytes)
    if let word = vocabulary.find(hash: hash) { return (word, false) }
    if kind == .word || kind == .number,
      let found = indirect(bytes, hasDigit: bytes.contains(where: WordHash.isDigit), isWord: kind == .word)
    {
      return found
    }
    return (locals.id(hash: hash), false)
  }

  private func indirect(
    _ bytes: UnsafeBufferPointer<UInt8>, hasDigit: Bool, isWord: Bool
  ) -> (id: WordID, hasClitic: Bool)? {
    if hasDigit, let word = vocabulary.find(hash: WordHash.hashWithoutDigits(bytes)) { return (word, false) }
    guard isWord, bytes.count > 4 else { return nil }
    for clitic in clitics where bytes.count > clitic.count + 2 && Self.ends(bytes, with: clitic) {
      var stem = UnsafeBufferPointer(rebasing: bytes[..<(bytes.count - clitic.count)])
      if stem.last == 0x2D { stem = UnsafeBufferPointer(rebasing: stem[..<(stem.count - 1)]) }
      return vocabulary.find(hash: WordHash.hash(stem)).map { ($0, true) }
    }
    return nil
  }

  @inline(__always)
  private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, with ending: [UInt8]) -> Bool {
    var offset = bytes.count - ending.count
    for byte in ending {
      if bytes[offset] | 0x20 != byte { return false }
      offset += 1
    }
    return true
  }
}
