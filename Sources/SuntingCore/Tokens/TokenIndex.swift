/// Where in the prose of a document stands what checks look for, gathered in one pass, so that a check need not walk
/// over all tokens to find that there is nothing for it. All lists hold numbers of tokens, in order.
package struct TokenIndex {
  /// Marks that enclose, quote or join: quotation marks, brackets, hyphens, dashes.
  package private(set) var enclosers: [Int] = []
  /// Hyphens and dashes that stand alone.
  package private(set) var dashes: [Int] = []
  /// Marks right before another mark of their block, with or without space between.
  package private(set) var markPairs: [Int] = []
  /// `.` `,` `;` `:` `!` `?` behind a space.
  package private(set) var spacedMarks: [Int] = []
  /// `.` `,` `!` `?` with a word stuck to it, and words with a full stop inside.
  package private(set) var gluedStops: [Int] = []
  /// Numbers, and words that begin with a digit.
  package private(set) var numbers: [Int] = []
  /// Words with a hyphen inside.
  package private(set) var hyphenated: [Int] = []
  /// Words with a capital that no place explains, as far as the token itself tells.
  package private(set) var names: [Int] = []
  /// Words with a capital behind their first letter.
  package private(set) var innerCapitals: [Int] = []
  /// English function words.
  package private(set) var foreignWords: [Int] = []
  /// Words whose letters are in an order that words of the language do not have.
  package private(set) var foreignShapes: [Int] = []
  /// Small words in one piece that the lexicon does not explain. Empty without one.
  package private(set) var suspects: [Int] = []
  /// Words that some check waits for.
  package private(set) var triggers: [Int] = []
  /// Words that stand again `distance` tokens on, at most six, in the same block.
  package private(set) var repeats: [(token: Int, distance: Int)] = []

  /// - Parameters:
  ///   - blocks: the blocks that are prose.
  ///   - listed: the traits of trigger words whose places are listed.
  ///   - isSuspect: asked once per spelling; nil without a lexicon.
  package init(
    _ document: Document, _ blocks: [(number: Int, block: Block)], listed: WordTraits, isSuspect: ((String) -> Bool)?
  ) {
    self.listed = listed
    document.utf8.withUnsafeBufferPointer { utf8 in
      document.tokens.withUnsafeBufferPointer { tokens in
        document.forms.withUnsafeBufferPointer { forms in
          for (_, block) in blocks {
            gather(block.tokens, utf8, tokens, forms, document.memory, isSuspect)
          }
        }
      }
    }
  }

  private let listed: WordTraits
  private static let longestDistance = 6

  private mutating func gather(
    _ range: Range<Int>, _ utf8: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Token>,
    _ forms: UnsafeBufferPointer<UInt32>, _ memory: WordMemory, _ isSuspect: ((String) -> Bool)?
  ) {
    let telling = Token.Flags.capital.union(.hyphenated).union(.innerCapital)
    let unjudged = telling.union(.address).union(.emphasis).union(.gloss)
    let wanted = WordTraits(
      bits: listed.bits | WordTraits.stop.bits | WordTraits.foreignFunctionWord.bits | WordTraits.foreignShape.bits)
    let last = range.upperBound - 1
    for index in range {
      let token = tokens[index]
      switch token.kind {
      case .word:
        let traits = memory.traits[Int(forms[index])]
        if traits.contains(wanted) {
          if traits.contains(listed) { triggers.append(index) }
          if traits.contains(.stop) { gluedStops.append(index) }
          if traits.contains(.foreignShape) { foreignShapes.append(index) }
          if traits.contains(.foreignFunctionWord) { foreignWords.append(index) }
        }
        if !token.flags.isDisjoint(with: telling) {
          if token.flags.contains(.capital), !token.flags.contains(.sentenceStart) { names.append(index) }
          if token.flags.contains(.hyphenated) { hyphenated.append(index) }
          if token.flags.contains(.innerCapital) { innerCapitals.append(index) }
        }
        if utf8[Int(token.start)] &- 0x30 < 10 { numbers.append(index) }
        if let isSuspect, token.flags.isDisjoint(with: unjudged) {
          if traits.bits & (WordTraits.isJudged.bits | WordTraits.isSuspect.bits) != WordTraits.isJudged.bits,
            judge(token, forms[index], traits, utf8, memory, isSuspect)
          {
            suspects.append(index)
          }
        }
        gatherRepeats(index, last, forms)
      case .number: numbers.append(index)
      case .mark: gatherMark(index, token, last, utf8, tokens)
      case .other: break
      }
    }
  }

  @inline(__always)
  private mutating func gatherMark(
    _ index: Int, _ token: Token, _ last: Int, _ utf8: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Token>
  ) {
    let byte = utf8[Int(token.start)]
    switch byte {
    case 0x2E, 0x2C, 0x21, 0x3F, 0x3B, 0x3A:
      if token.flags.contains(.spaceBefore) { spacedMarks.append(index) }
      if index < last, tokens[index + 1].start == token.end, byte != 0x3A, byte != 0x3B { gluedStops.append(index) }
    case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x60, 0xC2: enclosers.append(index)
    case 0xE2:
      enclosers.append(index)
      dashes.append(index)
    case 0x2D: dashes.append(index)
    default: break
    }
    if index < last, tokens[index + 1].kind == .mark { markPairs.append(index) }
  }

  @inline(__always)
  private mutating func gatherRepeats(_ index: Int, _ last: Int, _ forms: UnsafeBufferPointer<UInt32>) {
    let form = forms[index]
    if index + Self.longestDistance <= last {
      // six comparisons without a branch; nearly always none of them holds
      let pointer = forms.baseAddress.unsafelyUnwrapped + index
      let differences =
        (
          pointer[1] ^ form, pointer[2] ^ form, pointer[3] ^ form, pointer[4] ^ form, pointer[5] ^ form,
          pointer[6] ^ form
        )
      if min(
        min(differences.0, differences.1, differences.2), min(differences.3, differences.4, differences.5)) != 0
      {
        return
      }
    }
    var distance = 1
    while distance <= Self.longestDistance, index + distance <= last {
      if forms[index + distance] == form { repeats.append((index, distance)) }
      distance += 1
    }
  }

  /// Asks the lexicon once per spelling. Only words of a–z are judged.
  @inline(never)
  private func judge(
    _ token: Token, _ form: UInt32, _ traits: WordTraits, _ utf8: UnsafeBufferPointer<UInt8>, _ memory: WordMemory,
    _ isSuspect: (String) -> Bool
  ) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: utf8[Int(token.start)..<Int(token.end)])
    // the spelling may hold what its form does not, such as a soft hyphen
    guard bytes.allSatisfy({ $0 &- 0x61 < 26 }) else { return false }
    if !traits.contains(.isJudged) {
      memory.traits[Int(form)].insert(.isJudged)
      if isSuspect(String(decoding: bytes, as: UTF8.self)) { memory.traits[Int(form)].insert(.isSuspect) }
    }
    return memory.traits[Int(form)].contains(.isSuspect)
  }
}
