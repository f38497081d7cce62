package import SuntingICU

/// Turns prose into tokens: ICU's word boundaries, then the joins at hyphens that ICU does not know. One per worker.
package struct Tokenizer: ~Copyable {
  private let words: BreakIterator
  private let sentenceBreaks: BreakIterator
  private let identity: WordIdentity
  private let memory = WordMemory()
  private let language: Language
  /// False sends every block through ICU: the reference that the fast path is tested against.
  private let usesFastPath: Bool

  package init(language: Language, vocabulary: Vocabulary, usesFastPath: Bool = true) throws(ICUError) {
    try self.init(
      language: language,
      identity: WordIdentity(
        vocabulary: vocabulary, language: language, triggers: TriggerWords(), tables: nil),
      usesFastPath: usesFastPath)
  }

  init(language: Language, identity: WordIdentity, usesFastPath: Bool = true) throws(ICUError) {
    let words = try BreakIterator(.word, locale: language.locale)
    let sentenceBreaks = try BreakIterator(.sentence, locale: language.locale)
    self.init(
      words: words, sentenceBreaks: sentenceBreaks, language: language, identity: identity, usesFastPath: usesFastPath)
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
    memory.forgetIfLarge()
    var builder = DocumentBuilder(prose: prose, identity: identity, memory: memory, language: language)
    try builder.build(words: words, sentences: sentenceBreaks, usesFastPath: usesFastPath)
    return builder.finish()
  }
}

/// The state of making one document; lives for one call.
struct DocumentBuilder: ~Copyable {
  let prose: Prose
  let identity: WordIdentity
  let memory: WordMemory
  let language: Language
  var tokens: TokenBuffer
  var blocks: [Block] = []
  var sentences: [Range<Int>] = []
  var summary = DocumentSummary()
  /// Offsets in a block of common text: stops, question and exclamation marks, line ends.
  private var sentenceMarks: [Int] = []
  /// What the block at hand holds.
  private var mayEnclose = true
  private var mayHoldAddress = true

  init(prose: Prose, identity: WordIdentity, memory: WordMemory, language: Language) {
    self.prose = prose
    self.identity = identity
    self.memory = memory
    self.language = language
    tokens = TokenBuffer(capacity: prose.utf8.count / 5)
    blocks.reserveCapacity(prose.blocks.count)
    sentences.reserveCapacity(prose.blocks.count * 2)
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
          let firstSentence = sentences.count
          let base = Int(block.range.start)
          let before = summary
          let isCommon = usesFastPath && scanCommon(bytes, base: base)
          if !isCommon {
            tokens.removeLast(tokens.count - first)
            summary = before
            try scan(bytes, base: base, words)
          }
          let range = first..<tokens.count
          blocks.append(
            Block(
              range: block.range, tokens: range, kind: block.kind, letterCase: letterCase(range, block.kind),
              shell: block.shell, isCommon: isCommon))
          guard !range.isEmpty else { continue }
          let ends = isCommon ? CommonSentences.ends(in: bytes, at: sentenceMarks) : nil
          try splitSentences(range, bytes, base: base, ends, breaks)
          for sentence in firstSentence..<sentences.count { markStart(sentences[sentence]) }
          if mayEnclose || !isCommon { markEnclosed(range, utf8) }
          if mayHoldAddress || !isCommon { markAddresses(range, utf8) }
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    markInline()
  }

  consuming func finish() -> Document {
    Document(
      utf8: prose.utf8, tokens: tokens.allTokens(), forms: tokens.allForms(), blocks: blocks, sentences: sentences,
      marks: prose.marks, map: prose.map, summary: summary, memory: memory)
  }

  /// Where the token gets its word: the form, the ID, and what is known of the spelling.
  @inline(__always)
  private mutating func add(
    _ start: Int, _ end: Int, _ known: KnownWord, _ kind: Token.Kind, _ flags: Token.Flags
  ) {
    summary.count(kind, known.traits)
    tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), word: known.word, kind: kind,
        flags: known.traits.contains(.clitic) ? flags.union(.clitic) : flags),
      form: known.form)
  }

  // MARK: - Common text

  /// False where the block holds anything but common text; the tokens added so far are then void.
  private mutating func scanCommon(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) -> Bool {
    let scanner = CommonScanner(bytes)
    var flags: Token.Flags = []
    var index = 0
    sentenceMarks.removeAll(keepingCapacity: true)
    mayEnclose = false
    mayHoldAddress = false
    let classes = CommonText.classes
    return classes.withUnsafeBufferPointer { classes in
      while index < bytes.count {
        let byte = bytes[index]
        switch classes[Int(byte)] {
        case .space:
          flags.add(.spaceBefore)
          index += 1
        case .lineEnd:
          flags.add(Self.behindLineEnd)
          sentenceMarks.append(index)
          index += 1
        case .letter, .digit:
          guard let item = scanner.word(at: index) else { return false }
          // a letter beyond ASCII would belong to the word
          if item.end < bytes.count, bytes[item.end] >= 0x80, CommonText.multibyteLength(bytes, item.end) == 0 {
            return false
          }
          let known = identity.find(
            item.hash, item.kind, UnsafeBufferPointer(rebasing: bytes[index..<item.end]), memory)
          if item.hasStop { mayHoldAddress = true }
          add(base + index, base + item.end, known, item.kind, item.flags.union(flags))
          flags = []
          index = item.end
        case .mark:
          note(byte, at: index, bytes)
          add(base + index, base + index + 1, identity.find(mark: byte, memory), .mark, flags)
          flags = []
          index += 1
        case .multibyte:
          let length = CommonText.multibyteLength(bytes, index)
          guard length > 0 else { return false }
          if length == 2 {
            flags.add(Self.behindOddSpace)
          } else {
            mayEnclose = true
            add(base + index, base + index + 3, identity.find(longMark: bytes[index + 2], memory), .mark, flags)
            flags = []
          }
          index += length
        case .uncommon: return false
        }
      }
      return true
    }
  }

  private static var behindLineEnd: Token.Flags { .spaceBefore.union(.lineStart) }
  private static var behindOddSpace: Token.Flags { .spaceBefore.union(.oddSpaceBefore) }

  /// What a mark means for the block.
  @inline(__always)
  private mutating func note(_ byte: UInt8, at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    summary.marks.insert(byte)
    switch byte {
    case 0x2E:
      sentenceMarks.append(index)
      // a digit and a stop before a file name's ending
      if index + 1 < bytes.count, bytes[index + 1] &- 0x61 < 26 { mayHoldAddress = true }
    case 0x3F, 0x21: sentenceMarks.append(index)
    case 0x22, 0x28, 0x29: mayEnclose = true
    case 0x3A:
      mayEnclose = true
      if index + 1 < bytes.count, bytes[index + 1] == 0x2F { mayHoldAddress = true }
    case 0x23, 0x5C, 0x7E: mayHoldAddress = true
    default: break
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
    for byte in bytes { summary.bytes.insert(byte) }
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
        space.add(.spaceBefore)
        return
      }
      if scalar == 0x0A || scalar == 0x0D || scalar == 0x2028 || scalar == 0x85 {
        space.add(Self.behindLineEnd)
        return
      }
      if scalar >= 0x80, Characters.isWhiteSpace(scalar) {
        space.add(Self.behindOddSpace)
        return
      }
      if Scalars.isInvisible(scalar) && segment.count == length {
        space.add(.oddSpaceBefore)
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
      tokens[tokens.count - 1].flags.add(.hyphenated)
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
      if letters.firstIsUpper { flags.add(.capital) }
      if letters.upper == letters.all && letters.all > 1 {
        flags.add(.allCapitals)
      } else if bytes.dropFirst().contains(where: WordHash.isUpper) {
        flags.add(.innerCapital)
      }
    }
    let known = identity.find(WordHash.hash(bytes), token.kind, bytes, memory)
    summary.count(token.kind, known.traits)
    if known.traits.contains(.clitic) { flags.add(.clitic) }
    tokens[index].word = known.word
    tokens[index].flags = flags
    tokens.setForm(known.form, of: index)
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
