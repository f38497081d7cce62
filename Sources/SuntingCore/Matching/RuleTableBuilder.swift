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
  let knowledge: WordKnowledge
  let sets: [String: [String]]
  let tokenizer: Tokenizer
  var tables = RuleTables()
  var wordIDs: [UInt64: UInt32] = [:]
  var wordTexts: [String] = []
  let language: Language
  var frequencies: [Int] = []
  var wordClasses: [[UInt32]] = []
  var classIDs: [[UInt32]: UInt32] = [:]
  var classCount: UInt32 = 2
  var stemClasses: [String: (id: UInt32, words: [UInt32])] = [:]
  var anchors: [[RuleTables.Anchor]] = []
  var setMembers: [[RuleTables.SetMember]] = []
  var setFirstWords: [String: (id: UInt32, words: [UInt32], most: Int)] = [:]
  var textIDs: [String: UInt32] = [:]

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
        options: CheckOptions(options), entryCount: count))
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
