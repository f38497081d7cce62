package import SuntingICU

/// What the compiler must know of a language beyond `Language`: the derivations of a stem and how common a word is.
package struct WordKnowledge: Sendable {
  /// All forms of a stem with a given prefix and suffix (nil: any).
  package let forms: @Sendable (_ stem: String, _ prefix: String?, _ suffix: String?) -> [String]
  /// Occurrences per million words; patterns are anchored at their rarest word.
  package let frequency: @Sendable (_ word: String) -> Int

  package init(
    forms: @escaping @Sendable (String, String?, String?) -> [String],
    frequency: @escaping @Sendable (String) -> Int
  ) {
    self.forms = forms
    self.frequency = frequency
  }
}

/// A pattern that cannot be compiled: the rule, the pattern, the reason.
package struct RuleError: Error, Sendable {
  package let rule: String
  package let pattern: String
  package let message: String
}

/// Compiles rule definitions into `RuleTables`.
package struct RuleTableBuilder: ~Copyable {
  private let knowledge: WordKnowledge
  private let sets: [String: [String]]
  private let tokenizer: Tokenizer
  private var tables = RuleTables()
  private var wordIDs: [UInt64: UInt32] = [:]
  private var wordTexts: [String] = []
  private let language: Language
  private var frequencies: [Int] = []
  private var wordClasses: [[UInt32]] = []
  private var classIDs: [[UInt32]: UInt32] = [:]
  private var classCount: UInt32 = 2
  private var stemClasses: [String: (id: UInt32, words: [UInt32])] = [:]
  private var anchors: [[RuleTables.Anchor]] = []
  private var setMembers: [[RuleTables.SetMember]] = []
  private var setFirstWords: [String: (id: UInt32, words: [UInt32], most: Int)] = [:]
  private var textIDs: [String: UInt32] = [:]

  package init(language: Language, knowledge: WordKnowledge, sets: [String: [String]]) throws(ICUError) {
    self.knowledge = knowledge
    self.sets = sets
    self.language = language
    tokenizer = try Tokenizer(language: language, vocabulary: Vocabulary(hashes: []))
    _ = text("")
    for word in language.functionWords.sorted() { add(class: RuleTables.functionWordClass, to: intern(word)) }
    for word in language.foreignFunctionWords.sorted() {
      add(class: RuleTables.foreignFunctionWordClass, to: intern(word))
    }
  }

  package consuming func build(_ definitions: [RuleDefinition]) throws(RuleError) -> RuleTables {
    if sets["NotVerb"] != nil {
      do { _ = try namedSet("NotVerb") } catch {
        throw RuleError(rule: "sets", pattern: "NotVerb", message: error.message)
      }
    }
    for definition in definitions { try add(definition) }
    return finish()
  }

  // MARK: - Rules

  private mutating func add(_ definition: RuleDefinition) throws(RuleError) {
    let number = tables.rules.count
    let exceptStart = tables.patterns.count
    for pattern in definition.except {
      try add(pattern, rule: definition, number, replacement: nil, english: nil, fix: .none, isAnchored: false)
    }
    let except = exceptStart..<tables.patterns.count
    var checkName = ""
    var options: [String: [String]] = [:]
    let kind: RuleTables.Rule.Kind
    let count: Int
    switch definition.body {
    case .phrases(let entries), .words(let entries):
      for entry in entries {
        try add(
          entry.pattern, rule: definition, number, replacement: entry.replacement,
          english: entry.english ?? definition.english, fix: entry.fix)
      }
      if case .words = definition.body { kind = .words } else { kind = .phrases }
      count = entries.count
    case .blocks(let lines):
      for line in lines {
        try add(
          line.pattern, rule: definition, number, replacement: nil, english: nil, fix: definition.fix,
          furniture: line.kind)
      }
      kind = .blocks
      count = lines.count
    case .check(let name, let given):
      checkName = name
      options = given
      kind = .check
      count = 1
    }
    tables.rules.append(
      RuleTables.Rule(
        id: definition.id, kind: kind, severity: definition.severity, mqm: definition.mqm,
        isDefault: definition.isDefault, message: definition.message, why: definition.why, fix: definition.fix,
        fixReason: definition.fixReason, skip: definition.skip, except: except, checkName: checkName,
        options: options, entryCount: count))
  }

  private mutating func add(
    _ pattern: Pattern, rule: RuleDefinition, _ number: Int, replacement: String?, english: String?, fix: FixSafety,
    furniture: FurnitureKind = .furniture, isAnchored: Bool = true
  ) throws(RuleError) {
    do {
      var conditions: [RuleTables.Condition] = []
      for condition in pattern.conditions { conditions.append(try compile(condition)) }
      let firstCondition = UInt32(tables.conditions.count)
      tables.conditions += conditions
      let code = UInt32(tables.code.count)
      var state = CompileState()
      try emitTop(pattern.nodes, &state)
      tables.code.append(Operation.code(.accept))
      let index = UInt32(tables.patterns.count)
      tables.patterns.append(
        RuleTables.PatternRecord(
          rule: UInt32(number), code: code, replacement: replacement.map { text($0) + 1 } ?? 0,
          english: text(english ?? ""), fix: fix, firstCondition: firstCondition,
          conditionCount: UInt32(conditions.count), furniture: furniture))
      if isAnchored { try anchor(pattern, index: index) }
    } catch {
      throw RuleError(rule: rule.id, pattern: pattern.source, message: error.message)
    }
  }

  private mutating func compile(_ condition: Pattern.Condition) throws(PatternError) -> RuleTables.Condition {
    switch condition {
    case .has(let scope, let nodes), .lacks(let scope, let nodes):
      let code = UInt32(tables.code.count)
      var state = CompileState()
      try emit(nodes, &state)
      tables.code.append(Operation.code(.accept))
      if case .has = condition { return .init(kind: .has, scope: scope, code: code) }
      return .init(kind: .lacks, scope: scope, code: code)
    case .heading(let wanted): return .init(kind: wanted ? .heading : .notHeading, scope: .block, code: 0)
    case .quoted(let wanted): return .init(kind: wanted ? .quoted : .notQuoted, scope: .block, code: 0)
    case .caption: return .init(kind: .caption, scope: .block, code: 0)
    }
  }

  // MARK: - Instructions

  private struct CompileState {
    var captures = 0
    var stems = 0
    var isTop = false
  }

  /// The top level numbers captures and marks which part of the match is the finding.
  private mutating func emitTop(_ nodes: [Pattern.Node], _ state: inout CompileState) throws(PatternError) {
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

  private mutating func emitCaptured(
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

  private mutating func emit(_ nodes: [Pattern.Node], _ state: inout CompileState) throws(PatternError) {
    var isFirst = true
    for node in nodes {
      try emit(node, &state, isFirst: isFirst)
      if Self.length(node, self).most > 0 { isFirst = false }
    }
  }

  private mutating func emit(
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

  private mutating func emitWord(
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
  private borrowing func pieces(of text: String) throws(PatternError) -> [String] {
    if text.contains("#") && text.count > 1 { return [text] }
    let bytes = Array(text.utf8)
    let range = TextRange(0, UInt32(bytes.count))
    let prose = Prose(utf8: bytes, blocks: [ProseBlock(range: range, kind: .prose, shell: range)])
    guard let document = try? tokenizer.document(prose), !document.tokens.isEmpty else {
      throw PatternError(message: "“\(text)” holds nothing that can be matched", offset: 0)
    }
    return document.tokens.indices.map { document.text(of: $0) }
  }

  private mutating func emitChoice(
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

  // MARK: - Words, classes, sets

  private mutating func intern(_ word: String) -> UInt32 {
    let hash = WordHash.hash(word)
    if let id = wordIDs[hash] { return id }
    let id = UInt32(tables.wordHashes.count)
    wordIDs[hash] = id
    tables.wordHashes.append(hash)
    wordTexts.append(word)
    frequencies.append(knowledge.frequency(word))
    wordClasses.append([])
    anchors.append([])
    setMembers.append([])
    return id
  }

  private mutating func text(_ text: String) -> UInt32 {
    if let id = textIDs[text] { return id }
    let id = UInt32(tables.texts.count)
    textIDs[text] = id
    tables.texts.append(text)
    return id
  }

  private mutating func add(class id: UInt32, to word: UInt32) {
    if !wordClasses[Int(word)].contains(id) { wordClasses[Int(word)].append(id) }
  }

  /// A choice between plain lower-case words is one class, tested in one step.
  private mutating func wordClass(_ alternatives: [Pattern.Alternative]) -> UInt32? {
    guard alternatives.count > 2 else { return nil }
    var words: [UInt32] = []
    for alternative in alternatives {
      guard alternative.target == nil, alternative.nodes.count == 1,
        case .word(let text, .lower, false) = alternative.nodes[0], text.allSatisfy({ $0.isLetter && $0.isASCII })
      else { return nil }
      words.append(intern(text))
    }
    return classOf(words)
  }

  private mutating func stemClass(
    _ stem: String, _ prefix: String?, _ suffix: String?
  ) throws(PatternError) -> (id: UInt32, words: [UInt32]) {
    let key = "\(prefix ?? "")-\(stem)-\(suffix ?? "")"
    if let known = stemClasses[key] { return known }
    let forms = knowledge.forms(stem, prefix, suffix)
    guard !forms.isEmpty else {
      throw PatternError(message: "the stem “\(stem)” has no such form", offset: 0)
    }
    let id = classCount
    classCount += 1
    let words = forms.map { intern($0) }
    for word in words { add(class: id, to: word) }
    stemClasses[key] = (id, words)
    return (id, words)
  }

  private mutating func namedSet(_ name: String) throws(PatternError) -> (id: UInt32, words: [UInt32], most: Int) {
    if let known = setFirstWords[name] { return known }
    guard let entries = sets[name] else {
      throw PatternError(
        message: "there is no set <\(name)>; sets are \(sets.keys.sorted().joined(separator: ", "))", offset: 0)
    }
    let id = UInt32(tables.setNames.count)
    tables.setNames.append(name)
    var first: Set<UInt32> = []
    var most = 1
    for entry in entries {
      let parts = try pieces(of: entry)
      let words = parts.map { intern($0) }
      first.insert(words[0])
      most = max(most, words.count)
      setMembers[Int(words[0])].append(
        RuleTables.SetMember(
          set: id, firstRest: UInt32(tables.memberWords.count), restCount: UInt16(words.count - 1),
          needsCapital: entry.first?.isUppercase == true))
      tables.memberWords += words.dropFirst()
    }
    setFirstWords[name] = (id, first.sorted(), most)
    return (id, first.sorted(), most)
  }

  // MARK: - Anchors

  private struct AnchorChoice {
    var words: [(word: UInt32, least: Int, most: Int)]
    var cost: Int
    /// Which node of the sequence it stands in.
    var node = 0
  }

  /// What must stand right behind or before the anchor, where that is plain words: most tries end at this test.
  private mutating func neighbour(
    of node: Int, in nodes: [Pattern.Node]
  ) throws(PatternError) -> (RuleTables.Anchor.Neighbour, UInt32) {
    guard Self.length(nodes[node], self) == (1, 1) else { return (.none, 0) }
    if node + 1 < nodes.count, let words = try firstWords(nodes[node + 1]) {
      return words.count == 1 ? (.nextWord, words[0]) : (.nextClass, classOf(words))
    }
    if node > 0, Self.length(nodes[node - 1], self) == (1, 1), let words = try firstWords(nodes[node - 1]) {
      return words.count == 1 ? (.previousWord, words[0]) : (.previousClass, classOf(words))
    }
    return (.none, 0)
  }

  /// The words a node can begin with, nil when it may begin with others or be empty.
  private mutating func firstWords(_ node: Pattern.Node) throws(PatternError) -> [UInt32]? {
    switch node {
    case .word(let text, _, _):
      guard let first = try pieces(of: text).first else { return nil }
      return [intern(first)]
    case .stem(let stem, let prefix, let suffix): return try stemClass(stem, prefix, suffix).words
    case .set(let name): return try namedSet(name).words
    case .choice(let alternatives):
      var words: Set<UInt32> = []
      for alternative in alternatives {
        guard let first = alternative.nodes.first, let own = try firstWords(first) else { return nil }
        words.formUnion(own)
      }
      return words.sorted()
    default: return nil
    }
  }

  private mutating func classOf(_ words: [UInt32]) -> UInt32 {
    let words = words.sorted()
    if let id = classIDs[words] { return id }
    let id = classCount
    classCount += 1
    classIDs[words] = id
    for word in words { add(class: id, to: word) }
    return id
  }

  private mutating func anchor(_ pattern: Pattern, index: UInt32) throws(PatternError) {
    let flat = pattern.nodes.flatMap { node -> [Pattern.Node] in
      if case .context(let inner) = node { return inner }
      return [node]
    }
    if let choice = try bestAnchor(flat) {
      let (neighbour, wanted) = try neighbour(of: choice.node, in: flat)
      for (word, least, most) in choice.words {
        anchors[Int(word)].append(
          .init(pattern: index, least: UInt16(least), most: UInt16(most), neighbour: neighbour, wanted: wanted))
      }
      return
    }
    var least = 0
    var most = 0
    for node in flat {
      if case .kind(let kind) = node, [.duplicate, .number, .upper, .year].contains(kind) {
        tables.kindAnchors[kind, default: []].append(
          .init(pattern: index, least: UInt16(least), most: UInt16(most)))
        return
      }
      let length = Self.length(node, self)
      least += length.least
      most += length.most
    }
    throw PatternError(message: "the pattern needs at least one plain word, stem or set to be found by", offset: 0)
  }

  private mutating func bestAnchor(_ nodes: [Pattern.Node]) throws(PatternError) -> AnchorChoice? {
    var best: AnchorChoice?
    var least = 0
    var most = 0
    for (number, node) in nodes.enumerated() {
      if var choice = try anchorChoice(node), best == nil || choice.cost < best!.cost {
        choice.words = choice.words.map { ($0.word, $0.least + least, $0.most + most) }
        choice.node = number
        best = choice
      }
      let length = Self.length(node, self)
      least += length.least
      most += length.most
    }
    return best
  }

  private mutating func anchorChoice(_ node: Pattern.Node) throws(PatternError) -> AnchorChoice? {
    switch node {
    case .word(let text, _, _):
      let parts = try pieces(of: text)
      let ids = parts.map { intern($0) }
      let rarest = ids.indices.min { frequencies[Int(ids[$0])] < frequencies[Int(ids[$1])] }!
      return AnchorChoice(words: [(ids[rarest], rarest, rarest)], cost: frequencies[Int(ids[rarest])])
    case .stem(let stem, let prefix, let suffix):
      let words = try stemClass(stem, prefix, suffix).words
      return AnchorChoice(
        words: words.map { ($0, 0, 0) }, cost: words.reduce(0) { $0 + frequencies[Int($1)] })
    case .set(let name):
      let words = try namedSet(name).words
      return AnchorChoice(
        words: words.map { ($0, 0, 0) }, cost: words.reduce(0) { $0 + frequencies[Int($1)] })
    case .choice(let alternatives):
      var words: [(word: UInt32, least: Int, most: Int)] = []
      var cost = 0
      for alternative in alternatives {
        guard let choice = try bestAnchor(alternative.nodes) else { return nil }
        words += choice.words
        cost += choice.cost
      }
      return AnchorChoice(words: words, cost: cost)
    case .kind, .optional, .gap, .context, .not, .edge, .same: return nil
    }
  }

  /// The least and most tokens a node may take.
  private static func length(_ node: Pattern.Node, _ builder: borrowing RuleTableBuilder) -> (least: Int, most: Int) {
    switch node {
    case .word(let text, _, _):
      let count = (try? builder.pieces(of: text))?.count ?? 1
      return (count, count)
    case .stem: return (1, 1)
    case .kind(.names): return (1, 4)
    case .kind(.rest): return (0, 400)
    case .kind: return (1, 1)
    case .set(let name): return (1, builder.setFirstWords[name]?.most ?? 5)
    case .choice(let alternatives):
      let lengths = alternatives.map { length($0.nodes, builder) }
      return (lengths.map(\.least).min() ?? 0, lengths.map(\.most).max() ?? 0)
    case .optional(let inner): return (0, length(inner, builder).most)
    case .gap(let most): return (0, most)
    case .context(let nodes): return length(nodes, builder)
    case .not, .edge: return (0, 0)
    case .same: return (1, 4)
    }
  }

  private static func length(
    _ nodes: [Pattern.Node], _ builder: borrowing RuleTableBuilder
  ) -> (least: Int, most: Int) {
    nodes.reduce((0, 0)) {
      let next = length($1, builder)
      return ($0.0 + next.least, $0.1 + next.most)
    }
  }

  // MARK: - Result

  private consuming func finish() -> RuleTables {
    tables.vocabulary = Vocabulary(hashes: tables.wordHashes)
    tables.bases = wordTexts.map { word in
      let clitic = language.clitic(of: word)
      guard !clitic.isEmpty, word.utf8.count > clitic.utf8.count + 2 else { return 0 }
      return wordIDs[WordHash.hash(String(word.dropLast(clitic.count)))].map { $0 + 1 } ?? 0
    }
    tables.classStarts = [0]
    tables.anchorStarts = [0]
    tables.memberStarts = [0]
    for word in tables.wordHashes.indices {
      tables.classes += wordClasses[word].sorted()
      tables.classStarts.append(UInt32(tables.classes.count))
      var seen: Set<UInt64> = []
      for anchor in anchors[word]
      where seen.insert(UInt64(anchor.pattern) << 32 | UInt64(anchor.least) << 16 | UInt64(anchor.most)).inserted {
        tables.anchors.append(anchor)
      }
      tables.anchorStarts.append(UInt32(tables.anchors.count))
      tables.members += setMembers[word].sorted { $0.restCount > $1.restCount }
      tables.memberStarts.append(UInt32(tables.members.count))
    }
    return tables
  }
}
