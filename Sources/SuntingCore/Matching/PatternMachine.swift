/// What a match has gathered so far. Plain numbers, so that keeping and restoring it costs next to nothing.
struct MachineState {
  static let mostCaptures = 16
  static let mostStems = 8

  var captureStarts = InlineArray<16, Int32>(repeating: -1)
  var captureEnds = InlineArray<16, Int32>(repeating: -1)
  var targets = InlineArray<16, UInt32>(repeating: 0)
  var stemTokens = InlineArray<8, Int32>(repeating: -1)
  var stemTexts = InlineArray<8, UInt32>(repeating: 0)
  var stemCount = 0
  var captureCount = 0
  var spanStart = -1
  var spanEnd = -1
}

/// Executes the instructions of one pattern at one place of one block. Every loop is bounded by the pattern.
struct PatternMachine {
  let tables: MatchTables
  let document: Document
  let tokens: UnsafeBufferPointer<Token>
  /// The block's tokens.
  let first: Int
  let end: Int
  /// In a Title Case heading or a line of capitals a capital letter says nothing.
  let isAnyCaseCommon: Bool
  private var state = MachineState()

  init(
    tables: MatchTables, document: Document, tokens: UnsafeBufferPointer<Token>, first: Int, end: Int,
    isAnyCaseCommon: Bool
  ) {
    self.tables = tables
    self.document = document
    self.tokens = tokens
    self.first = first
    self.end = end
    self.isAnyCaseCommon = isAnyCaseCommon
  }

  mutating func matches(_ code: Int, at start: Int) -> Bool {
    state = MachineState()
    return run(code, start) != nil
  }

  mutating func match(_ pattern: Int, at start: Int) -> Match? {
    state = MachineState()
    guard let behind = run(Int(tables.patterns[pattern].code), start), behind > start else { return nil }
    let spanStart = state.spanStart < 0 ? start : state.spanStart
    let spanEnd = state.spanEnd < 0 ? behind : state.spanEnd
    guard spanStart < spanEnd else { return nil }
    for index in start..<behind where tokens[index].flags.contains(.address) { return nil }
    var captures: [Range<Int>?] = []
    var targets: [UInt32] = []
    for number in 0..<min(state.captureCount + 1, MachineState.mostCaptures) {
      let (from, to) = (state.captureStarts[number], state.captureEnds[number])
      captures.append(from >= 0 && to >= from ? Int(from)..<Int(to) : nil)
      targets.append(state.targets[number])
    }
    let stems = (0..<state.stemCount).map { MatchedStem(token: Int(state.stemTokens[$0]), stem: state.stemTexts[$0]) }
    return Match(
      pattern: pattern, tokens: start..<behind, span: spanStart..<spanEnd, captures: captures, targets: targets,
      stems: stems)
  }

  /// Runs from `address` at token `index`; the token behind the match, or nil.
  private mutating func run(_ address: Int, _ index: Int) -> Int? {
    var pc = address
    var i = index
    while true {
      let instruction = tables.code[pc]
      let operand = Int(instruction >> 8)
      switch Operation(rawValue: instruction & 0xFF).unsafelyUnwrapped {
      case .word:
        guard i < end, accepts(operand, pc, i) else { return nil }
        pc += 3
        i += 1
      case .wordClass:
        guard i < end, isMember(tokens[i], UInt32(operand), allowsClitic: tables.code[pc + 1] == 0) else { return nil }
        pc += 2
        i += 1
      case .kind:
        let kind = TokenClass(rawValue: UInt32(operand)).unsafelyUnwrapped
        if kind == .names { return runNames(pc + 1, i) }
        if kind == .rest { return runRest(pc + 1, i) }
        guard i < end, TokenTests.is(kind, tokens[i], document, tables, isAnyCaseCommon: isAnyCaseCommon) else { return nil }
        pc += 1
        i += 1
      case .set: return runSet(UInt32(operand), pc + 1, i)
      case .split:
        let saved = state
        if let behind = run(pc + 1, i) { return behind }
        state = saved
        pc = operand
      case .jump: pc = operand
      case .captureStart:
        if operand < MachineState.mostCaptures { state.captureStarts[operand] = Int32(i) }
        pc += 1
      case .captureEnd:
        if operand < MachineState.mostCaptures {
          state.captureEnds[operand] = Int32(i)
          state.captureCount = max(state.captureCount, operand)
        }
        pc += 1
      case .gap: return runGap(operand, pc + 1, i)
      case .notNext:
        let saved = state
        let isThere = run(pc + 1, i) != nil
        state = saved
        if isThere { return nil }
        pc = operand
      case .notBefore:
        if standsBefore(pc, i) { return nil }
        pc = operand
      case .edge:
        guard isEdge(Pattern.Edge(rawValue: UInt32(operand)).unsafelyUnwrapped, i) else { return nil }
        pc += 1
      case .same:
        guard let behind = repeats(operand, at: i) else { return nil }
        i = behind
        pc += 1
      case .target:
        if operand < MachineState.mostCaptures { state.targets[operand] = tables.code[pc + 1] }
        pc += 2
      case .stem:
        if state.stemCount < MachineState.mostStems {
          state.stemTokens[state.stemCount] = Int32(i)
          state.stemTexts[state.stemCount] = tables.code[pc + 1]
          state.stemCount += 1
        }
        pc += 2
      case .spanStart:
        if state.spanStart < 0 { state.spanStart = i }
        pc += 1
      case .spanEnd:
        state.spanEnd = i
        pc += 1
      case .glued:
        guard i < end, !tokens[i].flags.contains(.spaceBefore) else { return nil }
        pc += 1
      case .accept: return i
      }
    }
  }

  // MARK: - Steps of varying length

  /// As few words as possible, never across a sentence.
  private mutating func runGap(_ most: Int, _ next: Int, _ index: Int) -> Int? {
    let saved = state
    var i = index
    for length in 0...most {
      if let behind = run(next, i) { return behind }
      state = saved
      guard length < most, i < end, tokens[i].kind == .word || tokens[i].kind == .number else { return nil }
      i += 1
      if i < end, tokens[i].flags.contains(.sentenceFirst) { return nil }
    }
    return nil
  }

  /// The rest of a line of furniture, as little of it as possible.
  private mutating func runRest(_ next: Int, _ index: Int) -> Int? {
    let saved = state
    for i in index...max(index, end) {
      if let behind = run(next, i) { return behind }
      state = saved
    }
    return nil
  }

  /// One to four capitalised words, as many as possible.
  private mutating func runNames(_ next: Int, _ index: Int) -> Int? {
    let saved = state
    var count = 0
    while count < 4, index + count < end, isName(tokens[index + count]) { count += 1 }
    while count > 0 {
      if let behind = run(next, index + count) { return behind }
      state = saved
      count -= 1
    }
    return nil
  }

  private func isName(_ token: Token) -> Bool { token.kind == .word && token.flags.contains(.capital) }

  /// The longest member of a named set first.
  private mutating func runSet(_ set: UInt32, _ next: Int, _ index: Int) -> Int? {
    guard index < end else { return nil }
    let token = tokens[index]
    guard token.word.isListed, !token.flags.contains(.clitic) else { return nil }
    let saved = state
    let range = Int(tables.memberStarts[Int(token.word.raw)])..<Int(tables.memberStarts[Int(token.word.raw) + 1])
    candidates: for number in range {
      let member = tables.members[number]
      guard member.set == set, !member.needsCapital || token.flags.contains(.capital) || token.kind != .word else {
        continue
      }
      let count = Int(member.restCount)
      guard index + count < end else { continue }
      for offset in 0..<count
      where tokens[index + 1 + offset].word.raw != tables.memberWords[Int(member.firstRest) + offset] {
        continue candidates
      }
      if let behind = run(next, index + 1 + count) { return behind }
      state = saved
    }
    return nil
  }

  private mutating func standsBefore(_ pc: Int, _ index: Int) -> Bool {
    let lengths = tables.code[pc + 1]
    let saved = state
    defer { state = saved }
    var length = max(1, Int(lengths & 0xFFFF))
    while length <= Int(lengths >> 16), index - length >= first {
      if run(pc + 2, index - length) == index { return true }
      state = saved
      length += 1
    }
    return false
  }

  private func repeats(_ capture: Int, at index: Int) -> Int? {
    guard capture < MachineState.mostCaptures else { return nil }
    let (from, to) = (Int(state.captureStarts[capture]), Int(state.captureEnds[capture]))
    guard from >= 0, to > from, index + to - from <= end else { return nil }
    for offset in 0..<(to - from) where !document.isSameWord(from + offset, index + offset) { return nil }
    return index + to - from
  }

  // MARK: - Tests on one token

  @inline(__always)
  private func isMember(_ token: Token, _ wanted: UInt32, allowsClitic: Bool) -> Bool {
    guard isCommonPlace(token) else { return false }
    if tables.hasClass(token.word, wanted) { return allowsClitic || !token.flags.contains(.clitic) }
    guard allowsClitic, let base = tables.base(of: token.word) else { return false }
    return tables.hasClass(base, wanted)
  }

  @inline(__always)
  private func accepts(_ word: Int, _ pc: Int, _ index: Int) -> Bool {
    let token = tokens[index]
    let flags = tables.code[pc + 1]
    guard token.word.raw == UInt32(word) || flags & 0x100 != 0 && tables.base(of: token.word)?.raw == UInt32(word) else {
      return false
    }
    if token.flags.contains(.clitic) && flags & 0x100 == 0 { return false }
    switch Pattern.WordCase(rawValue: flags & 0xFF).unsafelyUnwrapped {
    case .lower: return isCommonPlace(token)
    case .capital: return token.kind != .word || token.flags.contains(.capital)
    case .any: return true
    case .exact:
      let text = tables.texts[Int(tables.code[pc + 2])]
      return document.bytes(of: token.range) { $0.elementsEqual(text.utf8) }
    }
  }

  /// A word in lower case, or with a capital that says nothing: at the start of a sentence, in a Title Case heading
  /// or a line of capitals. Any other capital makes it part of a name.
  @inline(__always)
  private func isCommonPlace(_ token: Token) -> Bool {
    !token.flags.contains(.capital) || token.flags.contains(.sentenceStart) || isAnyCaseCommon || token.kind != .word
  }

  private func isEdge(_ edge: Pattern.Edge, _ index: Int) -> Bool {
    switch edge {
    case .blockStart: return index == first
    case .blockEnd: return index == end
    case .sentenceStart:
      return index < end && !tokens[index].flags.isDisjoint(with: [.sentenceStart, .sentenceFirst])
    case .sentenceEnd:
      if index == end || tokens[index].flags.contains(.sentenceFirst) { return true }
      guard tokens[index].kind == .mark, document.bytes(of: tokens[index].range, { ".?!".utf8.contains($0[0]) }) else {
        return false
      }
      return index + 1 == end || tokens[index + 1].flags.contains(.spaceBefore) || tokens[index + 1].kind == .mark
    }
  }
}
