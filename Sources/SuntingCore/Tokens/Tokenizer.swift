package import SuntingICU

/// Turns prose into tokens: ICU's word boundaries, then the joins at hyphens that ICU does not know. One per worker.
package struct Tokenizer: ~Copyable {
  private let words: BreakIterator
  private let sentenceBreaks: BreakIterator
  private let vocabulary: Vocabulary
  private let language: Language

  package init(language: Language, vocabulary: Vocabulary) throws(ICUError) {
    let words = try BreakIterator(.word, locale: language.locale)
    let sentenceBreaks = try BreakIterator(.sentence, locale: language.locale)
    self.init(words: words, sentenceBreaks: sentenceBreaks, language: language, vocabulary: vocabulary)
  }

  private init(
    words: consuming BreakIterator, sentenceBreaks: consuming BreakIterator, language: Language, vocabulary: Vocabulary
  ) {
    self.words = words
    self.sentenceBreaks = sentenceBreaks
    self.language = language
    self.vocabulary = vocabulary
  }

  package borrowing func document(_ prose: Prose) throws(ICUError) -> Document {
    var builder = DocumentBuilder(prose: prose)
    try builder.build(words: words, sentences: sentenceBreaks, vocabulary: vocabulary, language: language)
    return builder.finish()
  }
}

/// The state of making one document; lives for one call.
struct DocumentBuilder: ~Copyable {
  let prose: Prose
  var tokens: [Token] = []
  var blocks: [Block] = []
  var sentences: [Range<Int>] = []
  var locals = LocalWords()

  init(prose: Prose) {
    self.prose = prose
    tokens.reserveCapacity(prose.utf8.count / 6)
    blocks.reserveCapacity(prose.blocks.count)
  }

  mutating func build(
    words: borrowing BreakIterator, sentences breaks: borrowing BreakIterator, vocabulary: Vocabulary,
    language: Language
  ) throws(ICUError) {
    var failure: ICUError?
    let prose = self.prose
    prose.utf8.withUnsafeBufferPointer { utf8 in
      do {
        for block in prose.blocks {
          let bytes = UnsafeBufferPointer(rebasing: utf8[block.range.bounds])
          let first = tokens.count
          let base = Int(block.range.start)
          var start = 0
          var space: Token.Flags = []
          try words.forEachSegment(in: bytes) { end, status in
            add(bytes, start..<end, status, base: base, space: &space)
            start = end
          }
          for index in first..<tokens.count { identify(index, utf8, vocabulary, language) }
          let range = first..<tokens.count
          let letterCase = Self.letterCase(tokens[range], kind: block.kind)
          blocks.append(
            Block(range: block.range, tokens: range, kind: block.kind, letterCase: letterCase, shell: block.shell))
          guard !range.isEmpty else { continue }
          try splitSentences(range, bytes, base: base, breaks, language)
        }
      } catch let error as ICUError {
        failure = error
      } catch {
        preconditionFailure("only ICU throws here")
      }
      markContext(utf8)
    }
    if let failure { throw failure }
  }

  consuming func finish() -> Document {
    Document(
      utf8: prose.utf8, tokens: tokens, blocks: blocks, sentences: sentences, marks: prose.marks, map: prose.map)
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
    let kind: Token.Kind =
      status >= 200 ? (WordHash.isDigit(bytes[segment.lowerBound]) && status < 200 ? .number : .word)
      : status >= 100 ? .number : Self.isMark(scalar) ? .mark : .other
    var flags = space
    space = []
    let start = UInt32(base + segment.lowerBound)
    let end = UInt32(base + segment.upperBound)
    // word or number, hyphen, word or number without space: one token
    if kind == .word || kind == .number, flags.isEmpty, tokens.count >= 2 {
      let hyphen = tokens[tokens.count - 1]
      let left = tokens[tokens.count - 2]
      if hyphen.word.raw == Self.hyphenMark, hyphen.end == start, left.end == hyphen.start,
        left.kind == .word || left.kind == .number, !hyphen.flags.contains(.spaceBefore)
      {
        tokens.removeLast()
        tokens[tokens.count - 1].end = end
        tokens[tokens.count - 1].flags.insert(.hyphenated)
        if kind == .word { tokens[tokens.count - 1].kind = .word }
        return
      }
    }
    let isHyphen = kind == .mark && (scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011)
    if isHyphen { flags.remove(.hyphenated) }
    tokens.append(
      Token(
        start: start, end: end, word: WordID(raw: isHyphen ? Self.hyphenMark : 0), kind: kind, flags: flags))
  }

  /// Stands for “a hyphen” until the token gets its word.
  private static let hyphenMark: UInt32 = 0xFFFF_FFFF

  private static func isMark(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar > 0x20 && scalar < 0x7F }
    return (0x2010...0x2027).contains(scalar) || (0x2030...0x205E).contains(scalar) || (0xA1...0xBF).contains(scalar)
      || (0x3001...0x301F).contains(scalar) || (0xFF01...0xFF0F).contains(scalar) || scalar == 0x2212
  }

  /// Casing flags and the word's identity.
  private mutating func identify(
    _ index: Int, _ utf8: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary, _ language: Language
  ) {
    let token = tokens[index]
    let bytes = UnsafeBufferPointer(rebasing: utf8[Int(token.start)..<Int(token.end)])
    var flags = token.flags
    if token.kind == .word {
      switch Casing.of(bytes) {
      case .lower: break
      case .capital: flags.insert(.capital)
      case .upper: flags.insert([.capital, .allCapitals])
      case .mixed: if Self.startsUpper(bytes) { flags.insert(.capital) }
      }
    }
    let hash = WordHash.hash(bytes)
    var word = vocabulary.find(hash: hash)
    if word == nil, token.kind == .word || token.kind == .number {
      if bytes.contains(where: WordHash.isDigit) { word = vocabulary.find(hash: WordHash.hashWithoutDigits(bytes)) }
      if word == nil, token.kind == .word, bytes.count > 4 {
        for clitic in language.clitics where bytes.count > clitic.count + 2 {
          guard Self.ends(bytes, with: clitic) else { continue }
          var stem = UnsafeBufferPointer(rebasing: bytes[..<(bytes.count - clitic.count)])
          if stem.last == 0x2D { stem = UnsafeBufferPointer(rebasing: stem[..<(stem.count - 1)]) }
          if let found = vocabulary.find(hash: WordHash.hash(stem)) {
            word = found
            flags.insert(.clitic)
          }
          break
        }
      }
    }
    tokens[index].word = word ?? locals.id(hash: hash)
    tokens[index].flags = flags
  }

  private static func startsUpper(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let scalar = Scalars.decode(bytes, at: 0).scalar
    return scalar < 0x80 ? WordHash.isUpper(UInt8(scalar)) : Characters.isUppercase(scalar)
  }

  private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, with ending: [UInt8]) -> Bool {
    let offset = bytes.count - ending.count
    for (index, byte) in ending.enumerated() where bytes[offset + index] | 0x20 != byte { return false }
    return true
  }

  /// Title Case headings and lines in capitals: there a capital letter says nothing about a word.
  private static func letterCase(_ tokens: ArraySlice<Token>, kind: BlockKind) -> Block.Case {
    var words = 0
    var capitals = 0
    var allCapitals = 0
    for token in tokens where token.kind == .word && token.end - token.start >= 4 {
      words += 1
      if token.flags.contains(.capital) { capitals += 1 }
      if token.flags.contains(.allCapitals) { allCapitals += 1 }
    }
    if words >= 2 && allCapitals * 10 >= words * 9 { return .capitals }
    if kind != .prose && words >= 3 && capitals * 4 >= words * 3 { return .title }
    return .sentence
  }
}
