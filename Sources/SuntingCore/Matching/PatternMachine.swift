/// What a match has gathered so far. Every change is noted, so that taking back what a failed alternative did costs as
/// much as it did, and a try that fails at once costs nothing.
struct MachineState {
  static let mostCaptures = 16
  static let mostStems = 8

  /// Places of the values; captures, targets and stems have one for each number.
  private enum Slot {
    static let captureStart = 0
    static let captureEnd = 16
    static let target = 32
    static let stemToken = 48
    static let stemText = 56
    static let stemCount = 64
    static let captureCount = 65
    static let spanStart = 66
    static let spanEnd = 67
    static let count = 68
  }

  private var values = InlineArray<68, Int32>(repeating: 0)
  /// What stood where before each change.
  private var changes: [(slot: Int, value: Int32)] = []

  init() {
    for slot in 0..<Slot.count where slot < Slot.target || slot >= Slot.spanStart { values[slot] = -1 }
    changes.reserveCapacity(32)
  }

  /// How many changes there have been: a state to come back to.
  var mark: Int { changes.count }

  @inline(__always)
  mutating func restore(_ mark: Int) { if changes.count > mark { takeBack(mark) } }

  private mutating func takeBack(_ mark: Int) {
    while changes.count > mark {
      let change = changes.removeLast()
      values[change.slot] = change.value
    }
  }

  private mutating func set(_ slot: Int, _ value: Int32) {
    changes.append((slot, values[slot]))
    values[slot] = value
  }

  func captureStart(_ number: Int) -> Int { Int(values[Slot.captureStart + number]) }
  func captureEnd(_ number: Int) -> Int { Int(values[Slot.captureEnd + number]) }
  func target(_ number: Int) -> UInt32 { UInt32(bitPattern: values[Slot.target + number]) }
  func stem(_ number: Int) -> MatchedStem {
    MatchedStem(
      token: Int(values[Slot.stemToken + number]), stem: UInt32(bitPattern: values[Slot.stemText + number]))
  }
  var stemCount: Int { Int(values[Slot.stemCount]) }
  var captureCount: Int { Int(values[Slot.captureCount]) }
  var spanStart: Int { Int(values[Slot.spanStart]) }
  var spanEnd: Int { Int(values[Slot.spanEnd]) }

  mutating func beginCapture(_ number: Int, at token: Int) {
    if number < Self.mostCaptures { set(Slot.captureStart + number, Int32(token)) }
  }

  mutating func endCapture(_ number: Int, at token: Int) {
    guard number < Self.mostCaptures else { return }
    set(Slot.captureEnd + number, Int32(token))
    if number > captureCount { set(Slot.captureCount, Int32(number)) }
  }

  mutating func setTarget(_ number: Int, _ text: UInt32) {
    if number < Self.mostCaptures { set(Slot.target + number, Int32(bitPattern: text)) }
  }

  mutating func addStem(_ text: UInt32, at token: Int) {
    guard stemCount < Self.mostStems else { return }
    set(Slot.stemToken + stemCount, Int32(token))
    set(Slot.stemText + stemCount, Int32(bitPattern: text))
    set(Slot.stemCount, Int32(stemCount + 1))
  }

  mutating func beginSpan(at token: Int) { if spanStart < 0 { set(Slot.spanStart, Int32(token)) } }
  mutating func endSpan(at token: Int) { set(Slot.spanEnd, Int32(token)) }
}

/// Executes the instructions of one pattern at one place of one block. Every loop is bounded by the pattern.
struct PatternMachine {
  let tables: MatchTables
  let text: DocumentText
  private var tokens: UnsafeBufferPointer<Token> { text.tokens }
  /// The block's tokens.
  private var first = 0
  private var end = 0
  /// In a Title Case heading or a line of capitals a capital letter says nothing.
  private var isAnyCaseCommon = false
  private var state = MachineState()

  init(tables: MatchTables, text: DocumentText) {
    self.tables = tables
    self.text = text
  }

  mutating func enter(_ block: Block) {
    first = block.tokens.lowerBound
    end = block.tokens.upperBound
    isAnyCaseCommon = block.letterCase != .sentence
  }

  mutating func matches(_ code: Int, at start: Int) -> Bool {
    state.restore(0)
    return run(code, start) != nil
  }

  mutating func match(_ pattern: Int, code: Int, at start: Int) -> Match? {
    state.restore(0)
    guard let behind = run(code, start), behind > start else { return nil }
    return match(pattern, start..<behind)
  }

  /// What the state says of a pattern that took the tokens.
  private func match(_ pattern: Int, _ taken: Range<Int>) -> Match? {
    let spanStart = state.spanStart < 0 ? taken.lowerBound : state.spanStart
    let spanEnd = state.spanEnd < 0 ? taken.upperBound : state.spanEnd
    guard spanStart < spanEnd else { return nil }
    for index in taken where tokens[index].flags.contains(.address) { return nil }
    var captures: [Range<Int>?] = []
    var targets: [UInt32] = []
    for number in 0..<min(state.captureCount + 1, MachineState.mostCaptures) {
      let (from, to) = (state.captureStart(number), state.captureEnd(number))
      captures.append(from >= 0 && to >= from ? from..<to : nil)
      targets.append(state.target(number))
    }
    return Match(
      pattern: pattern, tokens: taken, span: spanStart..<spanEnd, captures: captures, targets: targets,
      stems: (0..<state.stemCount).map(state.stem))
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
        guard i < end, TokenTests.is(kind, tokens[i], text, tables, isAnyCaseCommon: isAnyCaseCommon) else {
          return nil
        }
        pc += 1
        i += 1
      case .set: return runSet(UInt32(operand), pc + 1, i)
      case .split:
        let saved = state.mark
        if let behind = run(pc + 1, i) { return behind }
        state.restore(saved)
        pc = operand
      case .jump: pc = operand
      case .captureStart:
        state.beginCapture(operand, at: i)
        pc += 1
      case .captureEnd:
        state.endCapture(operand, at: i)
        pc += 1
      case .gap: return runGap(operand, pc + 1, i)
      case .notNext:
        let saved = state.mark
        let isThere = run(pc + 1, i) != nil
        state.restore(saved)
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
        state.setTarget(operand, tables.code[pc + 1])
        pc += 2
      case .stem:
        state.addStem(tables.code[pc + 1], at: i)
        pc += 2
      case .spanStart:
        state.beginSpan(at: i)
        pc += 1
      case .spanEnd:
        state.endSpan(at: i)
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
    let saved = state.mark
    var i = index
    for length in 0...most {
      if let behind = run(next, i) { return behind }
      state.restore(saved)
      guard length < most, i < end, tokens[i].kind == .word || tokens[i].kind == .number else { return nil }
      i += 1
      if i < end, tokens[i].flags.contains(.sentenceFirst) { return nil }
    }
    return nil
  }

  /// The rest of a line of furniture, as little of it as possible.
  private mutating func runRest(_ next: Int, _ index: Int) -> Int? {
    let saved = state.mark
    for i in index...max(index, end) {
      if let behind = run(next, i) { return behind }
      state.restore(saved)
    }
    return nil
  }

  /// One to four capitalised words, as many as possible.
  private mutating func runNames(_ next: Int, _ index: Int) -> Int? {
    let saved = state.mark
    var count = 0
    while count < 4, index + count < end, isName(tokens[index + count]) { count += 1 }
    while count > 0 {
      if let behind = run(next, index + count) { return behind }
      state.restore(saved)
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
    let saved = state.mark
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
      state.restore(saved)
    }
    return nil
  }

  private mutating func standsBefore(_ pc: Int, _ index: Int) -> Bool {
    let lengths = tables.code[pc + 1]
    let saved = state.mark
    defer { state.restore(saved) }
    var length = max(1, Int(lengths & 0xFFFF))
    while length <= Int(lengths >> 16), index - length >= first {
      if run(pc + 2, index - length) == index { return true }
      state.restore(saved)
      length += 1
    }
    return false
  }

  private func repeats(_ capture: Int, at index: Int) -> Int? {
    guard capture < MachineState.mostCaptures else { return nil }
    let (from, to) = (state.captureStart(capture), state.captureEnd(capture))
    guard from >= 0, to > from, index + to - from <= end else { return nil }
    for offset in 0..<(to - from) where !text.isSameWord(from + offset, index + offset) { return nil }
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
    guard token.word.raw == UInt32(word) || flags & 0x100 != 0 && tables.base(of: token.word)?.raw == UInt32(word)
    else {
      return false
    }
    if token.flags.contains(.clitic) && flags & 0x100 == 0 { return false }
    switch Pattern.WordCase(rawValue: flags & 0xFF).unsafelyUnwrapped {
    case .lower: return isCommonPlace(token)
    case .capital: return token.kind != .word || token.flags.contains(.capital)
    case .any: return true
    case .exact:
      return text.bytes(of: token).elementsEqual(tables.texts[Int(tables.code[pc + 2])].utf8)
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
      return index < end && !tokens[index].flags.isDisjoint(with: .sentenceStart.union(.sentenceFirst))
    case .sentenceEnd:
      if index == end || tokens[index].flags.contains(.sentenceFirst) { return true }
      guard tokens[index].kind == .mark, Self.endsSentence(text.utf8[Int(tokens[index].start)]) else {
        return false
      }
      return index + 1 == end || tokens[index + 1].flags.contains(.spaceBefore) || tokens[index + 1].kind == .mark
    }
  }

  private static func endsSentence(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x3F || byte == 0x21 }
}
