/// From the nodes of a pattern to instructions.
extension RuleTableBuilder {
  struct CompileState {
    var captures = 0
    var stems = 0
    var isTop = false
  }

  /// The top level numbers captures and marks which part of the match is the finding.
  mutating func emitTop(_ nodes: [Pattern.Node], _ state: inout CompileState) throws(PatternError) {
    state.isTop = true
    var isOpen = false
    var isFirst = true
    for node in nodes {
      if case .context(let inner) = node {
        if isOpen {
          tables.code.append(Operation.code(.spanEnd))
          isOpen = false
        }
        for node in inner { try emitCaptured(node, &state, isFirst: &isFirst) }
        continue
      }
      let isZeroWidth = Self.length(node, self).most == 0
      if !isOpen, !isZeroWidth {
        tables.code.append(Operation.code(.spanStart))
        isOpen = true
      }
      try emitCaptured(node, &state, isFirst: &isFirst)
    }
    if isOpen { tables.code.append(Operation.code(.spanEnd)) }
  }

  mutating func emitCaptured(
    _ node: Pattern.Node, _ state: inout CompileState, isFirst: inout Bool
  ) throws(PatternError) {
    let isCapture: Bool
    switch node {
    case .choice, .kind, .set, .gap: isCapture = true
    case .optional(let inner):
      switch inner {
      case .choice, .kind, .set: isCapture = true
      default: isCapture = false
      }
    default: isCapture = false
    }
    if isCapture {
      state.captures += 1
      let number = state.captures
      tables.code.append(Operation.code(.captureStart, number))
      try emit(node, &state, isFirst: isFirst)
      tables.code.append(Operation.code(.captureEnd, number))
    } else {
      try emit(node, &state, isFirst: isFirst)
    }
    if Self.length(node, self).most > 0 { isFirst = false }
  }

  mutating func emit(_ nodes: [Pattern.Node], _ state: inout CompileState) throws(PatternError) {
    var isFirst = true
    for node in nodes {
      try emit(node, &state, isFirst: isFirst)
      if Self.length(node, self).most > 0 { isFirst = false }
    }
  }

  mutating func emit(
    _ node: Pattern.Node, _ state: inout CompileState, isFirst: Bool
  ) throws(PatternError) {
    switch node {
    case .word(let text, let wordCase, let hasClitic): try emitWord(text, wordCase, hasClitic)
    case .stem(let stem, let prefix, let suffix):
      let (id, _) = try stemClass(stem, prefix, suffix)
      state.stems += 1
      tables.code.append(Operation.code(.stem, state.stems))
      tables.code.append(text(stem))
      tables.code.append(Operation.code(.wordClass, Int(id)))
      tables.code.append(0)
    case .kind(let kind): tables.code.append(Operation.code(.kind, Int(kind.rawValue)))
    case .set(let name):
      let (id, _, _) = try namedSet(name)
      tables.code.append(Operation.code(.set, Int(id)))
    case .choice(let alternatives): try emitChoice(alternatives, &state)
    case .optional(let inner):
      let split = tables.code.count
      tables.code.append(0)
      try emit(inner, &state, isFirst: isFirst)
      tables.code[split] = Operation.code(.split, tables.code.count)
    case .gap(let length): tables.code.append(Operation.code(.gap, length))
    case .context(let nodes): try emit(nodes, &state)
    case .not(let inner):
      let start = tables.code.count
      tables.code.append(0)
      let length = Self.length(inner, self)
      if isFirst { tables.code.append(UInt32(length.least) | UInt32(length.most) << 16) }
      try emit(inner, &state, isFirst: false)
      tables.code.append(Operation.code(.accept))
      tables.code[start] = Operation.code(isFirst ? .notBefore : .notNext, tables.code.count)
    case .edge(let edge): tables.code.append(Operation.code(.edge, Int(edge.rawValue)))
    case .same(let capture): tables.code.append(Operation.code(.same, capture))
    }
  }

  mutating func emitWord(
    _ text: String, _ wordCase: Pattern.WordCase, _ hasClitic: Bool
  ) throws(PatternError) {
    let parts = try pieces(of: text)
    for (index, part) in parts.enumerated() {
      if index > 0 { tables.code.append(Operation.code(.glued)) }
      let isLast = index == parts.count - 1
      tables.code.append(Operation.code(.word, Int(intern(part))))
      tables.code.append(wordCase.rawValue | (hasClitic && isLast ? 0x100 : 0))
      tables.code.append(wordCase == .exact ? self.text(part) : 0)
    }
  }

  /// The tokens that a word of a pattern is in a text: `U.S.` is two.
  borrowing func pieces(of text: String) throws(PatternError) -> [String] {
    if text.contains("#") && text.count > 1 { return [text] }
    let bytes = Array(text.utf8)
    let range = TextRange(0, UInt32(bytes.count))
    let prose = Prose(utf8: bytes, blocks: [ProseBlock(range: range, kind: .prose, shell: range)])
    guard let document = try? tokenizer.document(prose), !document.tokens.isEmpty else {
      throw PatternError(message: "“\(text)” holds nothing that can be matched", offset: 0)
    }
    return document.tokens.indices.map { document.text(of: $0) }
  }

  mutating func emitChoice(
    _ alternatives: [Pattern.Alternative], _ state: inout CompileState
  ) throws(PatternError) {
    if let id = wordClass(alternatives) {
      tables.code.append(Operation.code(.wordClass, Int(id)))
      tables.code.append(1)
      return
    }
    var jumps: [Int] = []
    for (index, alternative) in alternatives.enumerated() {
      var split: Int?
      if index < alternatives.count - 1 {
        split = tables.code.count
        tables.code.append(0)
      }
      if let target = alternative.target {
        tables.code.append(Operation.code(.target, state.captures))
        tables.code.append(text(target))
      }
      let stems = state.stems
      try emit(alternative.nodes, &state)
      if index < alternatives.count - 1 { state.stems = stems }
      if index < alternatives.count - 1 {
        jumps.append(tables.code.count)
        tables.code.append(0)
      }
      if let split { tables.code[split] = Operation.code(.split, tables.code.count) }
    }
    for jump in jumps { tables.code[jump] = Operation.code(.jump, tables.code.count) }
  }
}
