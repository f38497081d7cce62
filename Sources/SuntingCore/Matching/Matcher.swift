/// One match of one pattern: the tokens it took, the part that is the finding, and what the replacement needs.
package struct Match: Sendable {
  package let pattern: Int
  /// All tokens, context included.
  package let tokens: Range<Int>
  /// The tokens that are the finding.
  package let span: Range<Int>
  package let captures: [Range<Int>?]
  /// For each capture, the text that stands for it in the replacement (0: what was matched).
  package let targets: [UInt32]
  /// The tokens that matched `@stem`s, in order.
  package let stems: [MatchedStem]
}

/// A token that matched `@stem`, and the stem as the pattern writes it (a place in `RuleTables.texts`).
package struct MatchedStem: Sendable {
  package let token: Int
  package let stem: UInt32
}

/// Runs compiled patterns over the tokens of a document. Patterns are looked at only where their anchor stands, and a
/// pattern's steps are few and bounded, so the cost does not grow with the number of rules that do not apply.
struct Matcher {
  let tables: MatchTables
  let document: Document

  init(tables: MatchTables, document: Document) {
    self.tables = tables
    self.document = document
  }

  private static var anchoring: Token.Flags { .hyphenated.union(.allCapitals) }

  /// All matches, in the order of the text.
  func matches() -> [Match] {
    var found: [Match] = []
    let memory = document.memory
    withMachine { machine in
      let text = machine.text
      for block in document.blocks {
        machine.enter(block)
        for index in block.tokens {
          let token = text.tokens[index]
          let form = Int(text.forms[index])
          if memory.traits[form].contains(.anchor) {
            let neighbours = Neighbours(index, block.tokens, text, memory)
            let places = memory.places[form]
            attemptAll((places.first, places.end), neighbours, index, text, block.tokens, &machine, &found)
            if memory.traits[form].contains(.base), let base = tables.base(of: token.word) {
              let places = (tables.anchorStarts[Int(base.raw)], tables.anchorStarts[Int(base.raw) + 1])
              attemptAll(places, neighbours, index, text, block.tokens, &machine, &found)
            }
          }
          guard token.kind == .number || !token.flags.isDisjoint(with: Self.anchoring) else { continue }
          let anchors =
            token.kind == .number
            ? tables.numberAnchors
            : token.flags.contains(.hyphenated) ? tables.duplicateAnchors : tables.capitalsAnchors
          for anchor in anchors { attempt(anchor, at: index, text, block.tokens, &machine, &found) }
        }
      }
    }
    return found
  }

  /// The pattern at one place, nil when it does not stand there.
  func match(_ pattern: Int, at start: Int, in block: Block) -> Match? {
    withMachine { machine in
      machine.enter(block)
      return machine.match(pattern, code: Int(tables.patterns[pattern].code), at: start)
    }
  }

  /// Whether a condition's program matches anywhere in the tokens.
  func occurs(_ code: Int, in range: Range<Int>, of block: Block) -> Bool {
    withMachine { machine in
      machine.enter(block)
      return range.contains { machine.matches(code, at: $0) }
    }
  }

  private func withMachine<Result>(_ body: (inout PatternMachine) -> Result) -> Result {
    document.withText { text in
      var machine = PatternMachine(tables: tables, text: text)
      return body(&machine)
    }
  }

  /// The words beside a token and the classes they belong to, as bits: most tries end at a look at these.
  private struct Neighbours {
    /// By kind of neighbour.
    private var bits = InlineArray<5, UInt64>(repeating: 0)

    @inline(__always)
    init(_ index: Int, _ block: Range<Int>, _ text: DocumentText, _ memory: WordMemory) {
      bits[Int(RuleTables.Anchor.Neighbour.none.rawValue)] = ~0
      if index + 1 < block.upperBound { add(index + 1, .nextWord, .nextClass, text, memory) }
      if index > block.lowerBound { add(index - 1, .previousWord, .previousClass, text, memory) }
    }

    @inline(__always)
    private mutating func add(
      _ index: Int, _ word: RuleTables.Anchor.Neighbour, _ wordClass: RuleTables.Anchor.Neighbour,
      _ text: DocumentText, _ memory: WordMemory
    ) {
      let form = Int(text.forms[index])
      // a word with a base stands for two
      bits[Int(word.rawValue)] =
        memory.traits[form].contains(.base) ? ~0 : WordPlaces.bit(text.tokens[index].word.raw)
      bits[Int(wordClass.rawValue)] = memory.places[form].classes
    }

    @inline(__always)
    func mayBe(_ anchor: MatchTables.Anchor) -> Bool {
      bits[Int(anchor.neighbour.rawValue)] & WordPlaces.bit(anchor.wanted) != 0
    }
  }

  @inline(__always)
  private func attemptAll(
    _ places: (first: UInt32, end: UInt32), _ neighbours: Neighbours, _ index: Int, _ text: DocumentText,
    _ block: Range<Int>,
    _ machine: inout PatternMachine, _ found: inout [Match]
  ) {
    var place = Int(places.first)
    while place < Int(places.end) {
      let anchor = tables.anchors[place]
      if neighbours.mayBe(anchor) { attempt(anchor, at: index, text, block, &machine, &found) }
      place += 1
    }
  }

  @inline(__always)
  private func attempt(
    _ anchor: MatchTables.Anchor, at index: Int, _ text: DocumentText, _ block: Range<Int>,
    _ machine: inout PatternMachine, _ found: inout [Match]
  ) {
    switch anchor.neighbour {
    case .none: break
    case .nextWord:
      guard index + 1 < block.upperBound, isWord(index + 1, anchor.wanted, text) else { return }
    case .nextClass:
      guard index + 1 < block.upperBound, isMember(index + 1, anchor.wanted, text) else { return }
    case .previousWord:
      guard index > block.lowerBound, isWord(index - 1, anchor.wanted, text) else { return }
    case .previousClass:
      guard index > block.lowerBound, isMember(index - 1, anchor.wanted, text) else { return }
    }
    search(anchor, at: index, block, &machine, &found)
  }

  @inline(__always)
  private func isWord(_ index: Int, _ wanted: UInt32, _ text: DocumentText) -> Bool {
    let word = text.tokens[index].word
    if word.raw == wanted { return true }
    return hasBase(index, text) && tables.base(of: word)?.raw == wanted
  }

  @inline(__always)
  private func isMember(_ index: Int, _ wanted: UInt32, _ text: DocumentText) -> Bool {
    let word = text.tokens[index].word
    if tables.hasClass(word, wanted) { return true }
    guard hasBase(index, text), let base = tables.base(of: word) else { return false }
    return tables.hasClass(base, wanted)
  }

  @inline(__always)
  private func hasBase(_ index: Int, _ text: DocumentText) -> Bool {
    document.memory.traits[Int(text.forms[index])].contains(.base)
  }

  private func search(
    _ anchor: MatchTables.Anchor, at index: Int, _ block: Range<Int>, _ machine: inout PatternMachine,
    _ found: inout [Match]
  ) {
    let first = anchor.isAtBlockStart ? block.lowerBound : max(block.lowerBound, index - Int(anchor.most))
    let last = anchor.isAtBlockStart ? first : index - Int(anchor.least)
    guard first <= last else { return }
    for start in first...last {
      guard let match = machine.match(Int(anchor.pattern), code: Int(anchor.code), at: start) else { continue }
      guard match.tokens.contains(index), !isKnown(match.pattern, match.tokens, in: found) else { continue }
      found.append(match)
    }
  }

  /// A pattern may have several anchors in one match; its matches lie close together in the list.
  private func isKnown(_ pattern: Int, _ tokens: Range<Int>, in found: [Match]) -> Bool {
    var index = found.count - 1
    let last = max(0, found.count - 32)
    while index >= last {
      if found[index].pattern == pattern && found[index].tokens == tokens { return true }
      if found[index].tokens.upperBound + 64 < tokens.lowerBound { return false }
      index -= 1
    }
    return false
  }
}
