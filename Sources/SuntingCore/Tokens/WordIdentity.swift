/// Gives words their IDs: the word itself where rules mention it, else with numbers written as `#`, else without its
/// clitic, else an ID that is good for one document. What follows from the spelling alone is found out when a worker
/// meets it for the first time.
struct WordIdentity: Sendable {
  private let vocabulary: Vocabulary
  private let language: Language
  private let triggers: TriggerWords
  /// What rules say of words; nil where only tokens are wanted.
  private let tables: MatchTables?
  private let abbreviations: Set<UInt64>
  /// Hashes of the marks of common text: ASCII, and those that begin with E2 80 by their last byte.
  private let marks: [UInt64]
  private let longMarks: [UInt64]

  init(vocabulary: Vocabulary, language: Language, triggers: TriggerWords, tables: MatchTables?) {
    self.vocabulary = vocabulary
    self.language = language
    self.triggers = triggers
    self.tables = tables
    abbreviations = Set(language.abbreviations.map { WordHash.hash($0) })
    marks = (0..<128).map { byte in [UInt8(byte)].withUnsafeBufferPointer { WordHash.hash($0) } }
    longMarks = (0x80..<0xC0).map { byte in [0xE2, 0x80, UInt8(byte)].withUnsafeBufferPointer { WordHash.hash($0) } }
  }

  /// Two spellings are one form only when they are of one kind too.
  @inline(__always)
  private static func key(_ hash: UInt64, _ kind: Token.Kind) -> UInt64 {
    let key =
      switch kind {
      case .word: hash
      case .number: hash ^ 0x5851_f42d_4c95_7f2d
      case .mark, .other: hash ^ 0x1405_7b7e_f767_814f
      }
    return key == 0 ? 1 : key
  }

  @inline(__always)
  func find(
    _ hash: UInt64, _ kind: Token.Kind, _ bytes: UnsafeBufferPointer<UInt8>, _ memory: WordMemory
  ) -> KnownWord {
    let key = Self.key(hash, kind)
    let known = memory.find(key)
    return known.key != 0 ? known : meet(hash, key, kind, bytes, memory)
  }

  @inline(__always)
  func find(mark: UInt8, _ memory: WordMemory) -> KnownWord {
    let hash = marks.withUnsafeBufferPointer { $0[Int(mark)] }
    let known = memory.find(Self.key(hash, .mark))
    return known.key != 0
      ? known
      : withUnsafePointer(to: mark) { mark in
        meet(hash, Self.key(hash, .mark), .mark, UnsafeBufferPointer(start: mark, count: 1), memory)
      }
  }

  /// - Parameter mark: the last of the three bytes of a mark.
  @inline(__always)
  func find(longMark mark: UInt8, _ memory: WordMemory) -> KnownWord {
    let hash = longMarks.withUnsafeBufferPointer { $0[Int(mark) - 0x80] }
    let known = memory.find(Self.key(hash, .mark))
    return known.key != 0
      ? known
      : [0xE2, 0x80, mark].withUnsafeBufferPointer { bytes in
        meet(hash, Self.key(hash, .mark), .mark, bytes, memory)
      }
  }

  /// A spelling that the worker has not met yet. All that is said of it follows from its folded bytes and its kind.
  @inline(never)
  private func meet(
    _ hash: UInt64, _ key: UInt64, _ kind: Token.Kind, _ bytes: UnsafeBufferPointer<UInt8>, _ memory: WordMemory
  ) -> KnownWord {
    if bytes.contains(where: { $0 >= 0x80 }) {
      return WordHash.folded(bytes).withUnsafeBufferPointer { add(hash, key, kind, $0, memory) }
    }
    return add(hash, key, kind, bytes, memory)
  }

  private func add(
    _ hash: UInt64, _ key: UInt64, _ kind: Token.Kind, _ bytes: UnsafeBufferPointer<UInt8>, _ memory: WordMemory
  ) -> KnownWord {
    let (traits, word) = memory.remembered(key) ?? look(hash, kind, bytes)
    let places = word.flatMap { word in tables.map { $0.places(of: word) } } ?? WordPlaces()
    return memory.add(key, word: word, traits: traits, places: places)
  }

  private func look(
    _ hash: UInt64, _ kind: Token.Kind, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (traits: WordTraits, word: WordID?) {
    var traits = WordTraits(bits: triggers.mask(hash))
    var word = vocabulary.find(hash: hash)
    if word == nil, kind == .word || kind == .number {
      word = indirect(bytes, isWord: kind == .word, &traits)
    }
    if kind == .word {
      if bytes.contains(0x2E) { traits.insert(.stop) }
      if abbreviations.contains(hash) { traits.insert(.abbreviation) }
      if language.looksForeign(bytes) { traits.insert(.foreignShape) }
    }
    if let word, let tables { traits.insert(tables.traits(of: word)) }
    return (traits, word)
  }

  private func indirect(
    _ bytes: UnsafeBufferPointer<UInt8>, isWord: Bool, _ traits: inout WordTraits
  ) -> WordID? {
    if bytes.contains(where: WordHash.isDigit), let word = vocabulary.find(hash: WordHash.hashWithoutDigits(bytes)) {
      return word
    }
    guard isWord, bytes.count > 4 else { return nil }
    for clitic in language.clitics where bytes.count > clitic.count + 2 && Self.ends(bytes, with: clitic) {
      var stem = UnsafeBufferPointer(rebasing: bytes[..<(bytes.count - clitic.count)])
      if stem.last == 0x2D { stem = UnsafeBufferPointer(rebasing: stem[..<(stem.count - 1)]) }
      guard let word = vocabulary.find(hash: WordHash.hash(stem)) else { return nil }
      traits.insert(.clitic)
      return word
    }
    return nil
  }

  private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, with ending: [UInt8]) -> Bool {
    var offset = bytes.count - ending.count
    for byte in ending {
      if bytes[offset] | 0x20 != byte { return false }
      offset += 1
    }
    return true
  }
}
