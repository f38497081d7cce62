package import SuntingICU

/// Turns prose into tokens: ICU's word boundaries, then the joins at hyphens that ICU does not know. One per worker.
package struct Tokenizer: ~Copyable {
  private let words: BreakIterator
  private let sentenceBreaks: BreakIterator
  private let identity: WordIdentity
  private let language: Language
  /// False sends every block through ICU: the reference that the fast path is tested against.
  private let usesFastPath: Bool

  package init(language: Language, vocabulary: Vocabulary, usesFastPath: Bool = true) throws(ICUError) {
    let words = try BreakIterator(.word, locale: language.locale)
    let sentenceBreaks = try BreakIterator(.sentence, locale: language.locale)
    self.init(
      words: words, sentenceBreaks: sentenceBreaks, language: language,
      identity: WordIdentity(vocabulary: vocabulary, clitics: language.clitics), usesFastPath: usesFastPath)
  }

  private init(
    words: consuming BreakIterator, sentenceBreaks: consuming BreakIterator, language: Language,
    identity: WordIdentity, usesFastPath: Bool
  ) {
    self.words = words
    self.sentenceBreaks = sentenceBreaks
    self.language = language
    self.identity = identity
    self.usesFastPath = usesFastPath
  }

  package borrowing func document(_ prose: Prose) throws(ICUError) -> Document {
    var builder = DocumentBuilder(prose: prose, identity: identity, language: language)
    try builder.build(words: words, sentences: sentenceBreaks, usesFastPath: usesFastPath)
    return builder.finish()
  }
}

/// The state of making one document; lives for one call.
struct DocumentBuilder: ~Copyable {
  let prose: Prose
  let identity: WordIdentity
  let language: Language
  var tokens: [Token] = []
  var blocks: [Block] = []
  var sentences: [Range<Int>] = []
  var locals = LocalWords()

  init(prose: Prose, identity: WordIdentity, language: Language) {
    self.prose = prose
    self.identity = identity
    self.language = language
    tokens.reserveCapacity(prose.utf8.count / 5)
    blocks.reserveCapacity(prose.blocks.count)
    sentences.reserveCapacity(prose.blocks.count)
  }

  mutating func build(
    words: borrowing BreakIterator, sentences breaks: borrowing BreakIterator, usesFastPath: Bool
  ) throws(ICUError) {
    var failure: ICUError?
    let prose = self.prose
    prose.utf8.withUnsafeBufferPointer { utf8 in
      do throws(ICUError) {
        for block in prose.blocks {
          let bytes = UnsafeBufferPointer(rebasing: utf8[block.range.bounds])
          let first = tokens.count
          let base = Int(block.range.start)
          let isCommon = usesFastPath && scanCommon(bytes, base: base)
          if !isCommon {
            tokens.removeLast(tokens.count - first)
            try scan(bytes, base: base, words)
          }
          let range = first..<tokens.count
          blocks.append(
            Block(
              range: block.range, tokens: range, kind: block.kind, letterCase: letterCase(range, block.kind),
              shell: block.shell))
          guard !range.isEmpty else { continue }
          try splitSentences(range, bytes, base: base, isCommon ? breaksOfCommon(bytes) : nil, breaks)
        }
      } catch {
        failure = error
      }
      markContext(utf8)
    }
    if let failure { throw failure }
  }

  consuming func finish() -> Document {
    Document(
      utf8: prose.utf8, tokens: tokens, blocks: blocks, sentences: sentences, marks: prose.marks, map: prose.map)
  }

  private func breaksOfCommon(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int]? { CommonSentences.ends(in: bytes) }

  // MARK: - Common text

  /// False where the block holds anything but common text; the tokens added so far are then void.
  private mutating func scanCommon(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) -> Bool {
    let scanner = CommonScanner(bytes)
    var flags: Token.Flags = []
    var index = 0
    return CommonText.classes.withUnsafeBufferPointer { classes in
      while index < bytes.count {
        switch classes[Int(bytes[index])] {
        case .space:
          flags.insert(.spaceBefore)
          index += 1
        case .lineEnd:
          flags.insert([.spaceBefore, .lineStart])
          index += 1
        case .letter, .digit:
          guard var item = scanner.word(at: index) else { return false }
          // a letter beyond ASCII would belong to the word
          if item.end < bytes.count, bytes[item.end] >= 0x80, CommonText.multibyteLength(bytes, item.end) == 0 {
            return false
          }
          item.flags.formUnion(flags)
          let word = identity.id(of: item, bytes: bytes, start: index, &locals)
          tokens.append(
            Token(
              start: UInt32(base + index), end: UInt32(base + item.end), word: word.id, kind: item.kind,
              flags: word.hasClitic ? item.flags.union(.clitic) : item.flags))
          flags = []
          index = item.end
        case .mark:
          let word = identity.id(ofMark: bytes[index], &locals)
          tokens.append(
            Token(start: UInt32(base + index), end: UInt32(base + index + 1), word: word, kind: .mark, flags: flags))
          flags = []
          index += 1
        case .multibyte:
          let length = CommonText.multibyteLength(bytes, index)
          guard length > 0 else { return false }
          if length == 2 {
            flags.insert([.spaceBefore, .oddSpaceBefore])
          } else {
            let word = identity.id(ofLongMark: bytes[index + 2], &locals)
            tokens.append(
              Token(
                start: UInt32(base + index), end: UInt32(base + index + 3), word: word, kind: .mark, flags: flags))
            flags = []
          }
          index += length
        case .uncommon: return false
        }
      }
      return true
    }
  }

  // MARK: - Any text

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, base: Int, _ words: borrowing BreakIterator
  ) throws(ICUError) {
    let first = tokens.count
    var start = 0
    var space: Token.Flags = []
    try words.forEachSegment(in: bytes) { end, status in
      add(bytes, start..<end, status, base: base, space: &space)
      start = end
    }
    for index in first..<tokens.count { identify(index, bytes, base: base) }
  }

  /// One ICU segment: white space sets a flag, everything else is a token, glued to the one before it where a hyphen
  /// joins two words.
  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ segment: Range<Int>, _ status: Int32, base: Int, space: inout Token.Flags
  ) {
    let (scalar, length) = Scalars.decode(bytes, at: segment.lowerBound)
    if status < 100 {
      if scalar == 0x20 || scalar == 0x09 {
        space.insert(.spaceBefore)
        return
      }
      if scalar == 0x0A || scalar == 0x0D || scalar == 0x2028 || scalar == 0x85 {
        space.insert([.spaceBefore, .lineStart])
        return
      }
      if scalar >= 0x80, Characters.isWhiteSpace(scalar) {
        space.insert([.spaceBefore, .oddSpaceBefore])
        return
      }
      if Scalars.isInvisible(scalar) && segment.count == length {
        space.insert(.oddSpaceBefore)
        return
      }
      if scalar < 0x20 { return }
    }
    let kind = Self.kind(UnsafeBufferPointer(rebasing: bytes[segment]), status, scalar)
    let start = UInt32(base + segment.lowerBound)
    let end = UInt32(base + segment.upperBound)
    if kind == .word || kind == .number, space.isEmpty, joinsAtHyphen(start) {
      tokens.removeLast()
      tokens[tokens.count - 1].end = end
      tokens[tokens.count - 1].flags.insert(.hyphenated)
      if kind == .word { tokens[tokens.count - 1].kind = .word }
      return
    }
    let isHyphen = kind == .mark && (scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011)
    tokens.append(
      Token(start: start, end: end, word: WordID(raw: isHyphen ? Self.hyphenMark : 0), kind: kind, flags: space))
    space = []
  }

  /// ICU calls what ends in a digit a number; here a number has no letters (`Covid19` is a word).
  private static func kind(_ bytes: UnsafeBufferPointer<UInt8>, _ status: Int32, _ scalar: UInt32) -> Token.Kind {
    if status >= 100 {
      let letters = Casing.count(bytes).all
      return letters == 0 && status < 200 || letters == 2 && CommonText.isAmount(bytes, 0) ? .number : .word
    }
    return isMark(scalar) ? .mark : .other
  }

  /// Stands for “a hyphen” until the token gets its word.
  private static let hyphenMark: UInt32 = 0xFFFF_FFFF

  /// Whether a word that begins at `start` follows word and hyphen without space.
  private func joinsAtHyphen(_ start: UInt32) -> Bool {
    guard tokens.count >= 2 else { return false }
    let hyphen = tokens[tokens.count - 1]
    let left = tokens[tokens.count - 2]
    return hyphen.word.raw == Self.hyphenMark && hyphen.end == start && left.end == hyphen.start
      && (left.kind == .word || left.kind == .number) && hyphen.flags.isEmpty
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar > 0x20 && scalar < 0x7F }
    return (0x2010...0x2027).contains(scalar) || (0x2030...0x205E).contains(scalar) || (0xA1...0xBF).contains(scalar)
      || (0x3001...0x301F).contains(scalar) || (0xFF01...0xFF0F).contains(scalar) || scalar == 0x2212
  }

  /// Casing flags and the word's identity.
  private mutating func identify(_ index: Int, _ block: UnsafeBufferPointer<UInt8>, base: Int) {
    let token = tokens[index]
    let bytes = UnsafeBufferPointer(rebasing: block[(Int(token.start) - base)..<(Int(token.end) - base)])
    var flags = token.flags
    if token.kind == .word || token.kind == .number {
      let letters = Casing.count(bytes)
      if letters.firstIsUpper { flags.insert(.capital) }
      if letters.upper == letters.all && letters.all > 1 { flags.insert(.allCapitals) }
    }
    let word = identity.id(of: bytes, kind: token.kind, &locals)
    if word.hasClitic { flags.insert(.clitic) }
    tokens[index].word = word.id
    tokens[index].flags = flags
  }

  /// Title Case headings and lines in capitals: there a capital letter says nothing about a word.
  private func letterCase(_ range: Range<Int>, _ kind: BlockKind) -> Block.Case {
    // a long paragraph is never all in capitals, and only short blocks are headings
    if kind == .prose, range.count > 60 { return .sentence }
    var words = 0
    var capitals = 0
    var allCapitals = 0
    for index in range where tokens[index].kind == .word && tokens[index].end - tokens[index].start >= 4 {
      words += 1
      if tokens[index].flags.contains(.capital) { capitals += 1 }
      if tokens[index].flags.contains(.allCapitals) { allCapitals += 1 }
    }
    if words >= 2 && allCapitals * 10 >= words * 9 { return .capitals }
    if kind != .prose && words >= 3 && capitals * 4 >= words * 3 { return .title }
    return .sentence
  }
}
