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
package struct Matcher: ~Copyable {
  private let tables: RuleTables
  private let document: Document
  private let enabled: [Bool]
  private var state = MatchState()

  package init(tables: RuleTables, document: Document, enabled: [Bool]) {
    self.tables = tables
    self.document = document
    self.enabled = enabled
  }

  /// All matches, in the order of the text.
  package mutating func matches() -> [Match] {
    var found: [Match] = []
    for block in document.blocks {
      for index in block.tokens {
        let token = document.tokens[index]
        if token.word.isListed {
          let word = Int(token.word.raw)
          let start = Int(tables.anchorStarts[word])
          let end = Int(tables.anchorStarts[word + 1])
          if start < end { attemptAll(start..<end, at: index, block: block.tokens, &found) }
        }
        if token.flags.contains(.hyphenated) { tryKind(.duplicate, at: index, block: block.tokens, &found) }
        if token.kind == .number {
          tryKind(.number, at: index, block: block.tokens, &found)
          tryKind(.year, at: index, block: block.tokens, &found)
        }
        if token.flags.contains(.allCapitals) { tryKind(.upper, at: index, block: block.tokens, &found) }
      }
    }
    return found
  }

  private mutating func attemptAll(_ anchors: Range<Int>, at index: Int, block: Range<Int>, _ found: inout [Match]) {
    for anchor in anchors { attempt(tables.anchors[anchor], at: index, block: block, &found) }
  }

  private mutating func tryKind(_ kind: TokenClass, at index: Int, block: Range<Int>, _ found: inout [Match]) {
    guard let anchors = tables.kindAnchors[kind] else { return }
    for anchor in anchors { attempt(anchor, at: index, block: block, &found) }
  }

  private mutating func attempt(
    _ anchor: RuleTables.Anchor, at index: Int, block: Range<Int>, _ found: inout [Match]
  ) {
    let record = tables.patterns[Int(anchor.pattern)]
    guard enabled[Int(record.rule)] else { return }
    let isAtBlockStart =
      tables.code[Int(record.code)] == Operation.code(.edge, Int(Pattern.Edge.blockStart.rawValue))
    let first = isAtBlockStart ? block.lowerBound : max(block.lowerBound, index - Int(anchor.most))
    let last = isAtBlockStart ? first : index - Int(anchor.least)
    guard first <= last else { return }
    for start in first...last {
      guard let match = match(Int(anchor.pattern), at: start, block: block) else { continue }
      guard match.tokens.contains(index), !isKnown(match, in: found) else { continue }
      found.append(match)
    }
  }

  private func isKnown(_ match: Match, in found: [Match]) -> Bool {
    var index = found.count
    while index > 0 {
      index -= 1
      let other = found[index]
      if other.pattern == match.pattern && other.tokens == match.tokens { return true }
      if other.tokens.upperBound + 64 < match.tokens.lowerBound { return false }
      if found.count - index > 32 { return false }
    }
    return false
  }

  /// The pattern at one place, nil when it does not stand there.
  package mutating func match(_ pattern: Int, at start: Int, block: Range<Int>) -> Match? {
    let code = Int(tables.patterns[pattern].code)
    state.reset(block: block)
    guard let end = run(code, start), end > start else { return nil }
    let spanStart = state.spanStart ?? start
    let spanEnd = state.spanEnd ?? end
    guard spanStart < spanEnd else { return nil }
    for index in start..<end where document.tokens[index].flags.contains(.address) { return nil }
    return Match(
      pattern: pattern, tokens: start..<end, span: spanStart..<spanEnd, captures: state.captures,
      targets: state.targets, stems: state.stems)
  }

  /// Whether a condition's program matches anywhere in the tokens.
  package mutating func occurs(_ code: Int, in range: Range<Int>, block: Range<Int>) -> Bool {
    for start in range {
      state.reset(block: block)
      if run(code, start) != nil { return true }
    }
    return false
  }

  // MARK: - The machine

  private struct MatchState {
    var block: Range<Int> = 0..<0
    var captures: [Range<Int>?] = []
    var captureStarts: [Int] = []
    var targets: [UInt32] = []
    var stems: [MatchedStem] = []
    var spanStart: Int?
    var spanEnd: Int?

    mutating func reset(block: Range<Int>) {
      self.block = block
      captures.removeAll(keepingCapacity: true)
      captureStarts.removeAll(keepingCapacity: true)
      targets.removeAll(keepingCapacity: true)
      stems.removeAll(keepingCapacity: true)
      spanStart = nil
      spanEnd = nil
    }
  }

  /// Runs the program from `address` at token `index`; the token behind the match, or nil.
  private mutating func run(_ address: Int, _ index: Int) -> Int? {
    var pc = address
    var i = index
    while true {
      let instruction = tables.code[pc]
      let operand = Int(instruction >> 8)
      switch Operation(rawValue: instruction & 0xFF) {
      case .word:
        guard i < state.block.upperBound, accepts(operand, tables.code[pc + 1], tables.code[pc + 2], i) else {
          return nil
        }
        pc += 3
        i += 1
      case .wordClass:
        guard i < state.block.upperBound else { return nil }
        let token = document.tokens[i]
        guard tables.hasClass(token.word, UInt32(operand)), isCommonPlace(token) || token.kind != .word else {
          return nil
        }
        if tables.code[pc + 1] == 1 && token.flags.contains(.clitic) { return nil }
        pc += 2
        i += 1
      case .kind:
        let kind = TokenClass(rawValue: UInt32(operand))!
        if kind == .names || kind == .rest { return runVariable(kind, pc + 1, i) }
        guard i < state.block.upperBound, TokenTests.is(kind, i, document, tables) else { return nil }
        pc += 1
        i += 1
      case .set: return runSet(UInt32(operand), pc + 1, i)
      case .split:
        let saved = state
        if let end = run(pc + 1, i) { return end }
        state = saved
        pc = operand
      case .jump: pc = operand
      case .captureStart:
        while state.captureStarts.count <= operand { state.captureStarts.append(0) }
        state.captureStarts[operand] = i
        pc += 1
      case .captureEnd:
        while state.captures.count <= operand {
          state.captures.append(nil)
          state.targets.append(0)
        }
        state.captures[operand] = state.captureStarts[operand]..<i
        pc += 1
      case .gap: return runGap(operand, pc + 1, i)
      case .notNext:
        let saved = state
        let matched = run(pc + 1, i) != nil
        state = saved
        if matched { return nil }
        pc = operand
      case .notBefore:
        let lengths = tables.code[pc + 1]
        let saved = state
        for length in Int(lengths & 0xFFFF)...Int(lengths >> 16) where length > 0 && i - length >= state.block.lowerBound {
          if run(pc + 2, i - length) == i { return nil }
          state = saved
        }
        pc = operand
      case .edge:
        guard isEdge(Pattern.Edge(rawValue: UInt32(operand))!, i) else { return nil }
        pc += 1
      case .same:
        guard operand < state.captures.count, let capture = state.captures[operand],
          i + capture.count <= state.block.upperBound
        else { return nil }
        for offset in 0..<capture.count where !document.isSameWord(capture.lowerBound + offset, i + offset) {
          return nil
        }
        i += capture.count
        pc += 1
      case .target:
        while state.targets.count <= operand {
          state.captures.append(nil)
          state.targets.append(0)
        }
        state.targets[operand] = tables.code[pc + 1]
        pc += 2
      case .stem:
        state.stems.append(MatchedStem(token: i, stem: tables.code[pc + 1]))
        pc += 2
      case .spanStart:
        if state.spanStart == nil { state.spanStart = i }
        pc += 1
      case .spanEnd:
        state.spanEnd = i
        pc += 1
      case .glued:
        guard i < state.block.upperBound, !document.tokens[i].flags.contains(.spaceBefore) else { return nil }
        pc += 1
      case .accept: return i
      case nil: preconditionFailure("the rule tables hold an unknown instruction")
      }
    }
  }

  private mutating func runGap(_ most: Int, _ next: Int, _ index: Int) -> Int? {
    let saved = state
    var i = index
    for length in 0...most {
      if let end = run(next, i) { return end }
      state = saved
      guard length < most, i < state.block.upperBound else { return nil }
      let token = document.tokens[i]
      guard token.kind == .word || token.kind == .number else { return nil }
      i += 1
      if i < state.block.upperBound, document.sentence(of: i).lowerBound == i { return nil }
    }
    return nil
  }

  private mutating func runVariable(_ kind: TokenClass, _ next: Int, _ index: Int) -> Int? {
    let saved = state
    if kind == .rest {
      // the rest of a line of furniture, as little as possible
      var i = index
      while i <= state.block.upperBound {
        if let end = run(next, i) { return end }
        state = saved
        i += 1
      }
      return nil
    }
    var count = 0
    while count < 4, index + count < state.block.upperBound,
      TokenTests.is(.name, index + count, document, tables)
    {
      count += 1
    }
    while count > 0 {
      if let end = run(next, index + count) { return end }
      state = saved
      count -= 1
    }
    return nil
  }

  private mutating func runSet(_ set: UInt32, _ next: Int, _ index: Int) -> Int? {
    guard index < state.block.upperBound else { return nil }
    let token = document.tokens[index]
    guard token.word.isListed, !token.flags.contains(.clitic) else { return nil }
    let saved = state
    let first = Int(tables.memberStarts[Int(token.word.raw)])
    let last = Int(tables.memberStarts[Int(token.word.raw) + 1])
    candidates: for number in first..<last {
      let member = tables.members[number]
      guard member.set == set, !member.needsCapital || token.flags.contains(.capital) || token.kind != .word else {
        continue
      }
      let count = Int(member.restCount)
      guard index + count < state.block.upperBound else { continue }
      for offset in 0..<count {
        let word = tables.memberWords[Int(member.firstRest) + offset]
        if document.tokens[index + 1 + offset].word.raw != word { continue candidates }
      }
      if let end = run(next, index + 1 + count) { return end }
      state = saved
    }
    return nil
  }

  // MARK: - Tests on one token

  private func accepts(_ word: Int, _ flags: UInt32, _ text: UInt32, _ index: Int) -> Bool {
    let token = document.tokens[index]
    guard token.word.raw == UInt32(word) else { return false }
    if token.flags.contains(.clitic) && flags & 0x100 == 0 { return false }
    switch Pattern.WordCase(rawValue: flags & 0xFF)! {
    case .lower: return token.kind != .word || isCommonPlace(token)
    case .capital: return token.kind != .word || token.flags.contains(.capital)
    case .any: return true
    case .exact: return document.bytes(of: token.range) { $0.elementsEqual(tables.texts[Int(text)].utf8) }
    }
  }

  /// A word in lower case, or with a capital that says nothing: at the start of a sentence, in a Title Case heading
  /// or a line of capitals. Any other capital makes it part of a name.
  private func isCommonPlace(_ token: Token) -> Bool {
    guard token.flags.contains(.capital) else { return true }
    if token.flags.contains(.sentenceStart) { return true }
    return document.blocks[blockIndex()].letterCase != .sentence
  }

  private func blockIndex() -> Int { document.block(of: state.block.lowerBound) }

  private func isEdge(_ edge: Pattern.Edge, _ index: Int) -> Bool {
    switch edge {
    case .blockStart: return index == state.block.lowerBound
    case .blockEnd: return index == state.block.upperBound
    case .sentenceStart:
      return index < state.block.upperBound
        && (document.tokens[index].flags.contains(.sentenceStart) || document.sentence(of: index).lowerBound == index)
    case .sentenceEnd:
      if index == state.block.upperBound { return true }
      let token = document.tokens[index]
      if document.sentence(of: index).lowerBound == index { return true }
      return token.kind == .mark
        && document.bytes(of: token.range) { ".?!".utf8.contains($0[0]) }
        && (index + 1 == state.block.upperBound || document.tokens[index + 1].flags.contains(.spaceBefore)
          || document.tokens[index + 1].kind == .mark)
    }
  }
}
