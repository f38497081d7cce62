package import SuntingICU

/// All rules that are on, ready to lint; shared by every thread.
package struct Linter: Sendable {
  package let tables: RuleTables
  package let language: Language
  /// One per rule: whether it is on, and with which severity.
  package let isEnabled: [Bool]
  package let severities: [Severity]
  /// In the order of the rules.
  let checks: [RunnableCheck]
  let identity: WordIdentity
  /// The trigger words whose places are listed.
  let listedTriggers: WordTraits
  let matchTables: MatchTables
  package let checksNeedingLexicon: Set<Int>

  /// - Parameter makeCheck: finds a check by its name.
  package init(
    tables: RuleTables, language: Language, isEnabled: [Bool], severities: [Severity],
    checkTypes: [String: any Check.Type]
  ) throws(RuleError) {
    self.tables = tables
    self.language = language
    self.isEnabled = isEnabled
    matchTables = MatchTables(tables, isEnabled: isEnabled)
    self.severities = severities
    var checks: [RunnableCheck] = []
    var triggers: [(bit: Int, hashes: [UInt64])] = []
    var listed = WordTraits(bits: 0)
    var needing: Set<Int> = []
    for (number, rule) in tables.rules.enumerated() where rule.kind == .check && isEnabled[number] {
      guard let type = checkTypes[rule.checkName] else {

        throw RuleError(
          rule: rule.id, pattern: rule.checkName,
          message: "there is no check of this name; checks are \(checkTypes.keys.sorted().joined(separator: ", "))")
      }
      do {
        var check = RunnableCheck(
          rule: number, check: try type.init(options: rule.options), isOnFurniture: rule.family == "residue",
          needsLexicon: type.needsLexicon)
        if let words = check.check.triggerWords, triggers.count < WordTraits.mostTriggers {
          let bit = WordTraits.firstTrigger + triggers.count
          check.trigger = WordTraits(bits: 1 << UInt64(bit))
          triggers.append((bit, words.map { WordHash.hash($0) }))
          if !type.triggersAreCommon { listed.insert(WordTraits(bits: 1 << UInt64(bit))) }
        }
        checks.append(check)
      } catch {
        throw RuleError(rule: rule.id, pattern: rule.checkName, message: error.message)
      }
      if type.needsLexicon { needing.insert(number) }
    }
    self.checks = checks
    checksNeedingLexicon = needing
    listedTriggers = listed
    identity = WordIdentity(
      vocabulary: tables.vocabulary, language: language, triggers: TriggerWords(triggers),
      tables: matchTables)
  }

  package func worker(lexicon: (any Lexicon)?) throws(ICUError) -> LintWorker {
    LintWorker(
      linter: self, tokenizer: try tokenizer(), lexicon: lexicon)
  }
}

extension Linter {
  /// What a worker makes tokens with.
  package func tokenizer() throws(ICUError) -> Tokenizer { try Tokenizer(language: language, identity: identity) }

  /// How often patterns match; conditions and exceptions are not looked at.
  package func matchCount(_ document: Document) -> Int {
    Matcher(tables: matchTables, document: document).matches().count
  }
}

/// A check of a rule that is on.
struct RunnableCheck: Sendable {
  let rule: Int
  let check: any Check
  let isOnFurniture: Bool
  let needsLexicon: Bool
  /// The bit of its trigger words; nil for a check that always runs.
  var trigger: WordTraits?
}

/// What linting one text gave.
package struct LintResult {
  package let document: Document
  package let diagnostics: [Diagnostic]
  package let words: Int
  /// False for a text that is mostly not in the language of the rules.
  package let isInLanguage: Bool
}

/// Lints texts one after another; each thread has its own.
package struct LintWorker: ~Copyable {
  let linter: Linter
  let tokenizer: Tokenizer
  let lexicon: (any Lexicon)?

  package borrowing func lint(_ prose: Prose) throws(ICUError) -> LintResult {
    let document = try tokenizer.document(prose)
    let words = document.summary.words
    guard isInLanguage(document.summary) else {
      return LintResult(document: document, diagnostics: [], words: words, isInLanguage: false)
    }
    var run = LintRun(linter: linter, document: document, lexicon: lexicon)
    return LintResult(document: document, diagnostics: run.diagnostics(), words: words, isInLanguage: true)
  }

  /// Function words tell: good prose has one in four words or so; a short text is given the benefit of the doubt.
  private borrowing func isInLanguage(_ summary: DocumentSummary) -> Bool {
    guard summary.words >= 40 else { return true }
    return summary.functionWords * 25 >= summary.words && summary.functionWords * 2 >= summary.foreignFunctionWords
  }
}

/// One document on its way from matches to diagnostics.
struct LintRun {
  let linter: Linter
  let document: Document
  let lexicon: (any Lexicon)?
  var isFurniture: [Bool]
  /// For each block: what the rules on furniture said of it.
  var furniture: [Int: (rule: Int, kind: FurnitureKind)] = [:]
  var findings: [(rule: Int, finding: Finding, english: String)] = []
  var articleConditions: [UInt32: Bool] = [:]

  init(linter: Linter, document: Document, lexicon: (any Lexicon)?) {
    self.linter = linter
    self.document = document
    self.lexicon = lexicon
    isFurniture = [Bool](repeating: false, count: document.blocks.count)
  }

  mutating func diagnostics() -> [Diagnostic] {
    let matcher = Matcher(tables: linter.matchTables, document: document)
    let matches = matcher.matches()
    findFurniture(matches)
    addPhrases(matches, matcher)
    runChecks(onFurniture: false)
    return DiagnosticBuilder(linter: linter, document: document).diagnostics(from: findings)
  }

  mutating func runChecks(onFurniture: Bool) {
    let seen = document.summary.traits
    var known: CheckContext?
    for entry in linter.checks where entry.isOnFurniture == onFurniture {
      if let trigger = entry.trigger, !seen.contains(trigger) { continue }
      if lexicon == nil, entry.needsLexicon { continue }
      let context =
        known
        ?? CheckContext(
          document: document, tables: linter.tables, isFurniture: isFurniture, lexicon: lexicon,
          listed: linter.listedTriggers)
      context.trigger = entry.trigger ?? WordTraits(bits: 0)
      known = context
      entry.check.run(context) { finding in
        if finding.isFurniture, let block = block(holding: finding.range) {
          if furniture[block] == nil { furniture[block] = (entry.rule, .furniture) }
        } else {
          findings.append((entry.rule, finding, ""))
        }
      }
    }
  }

  func block(holding range: TextRange) -> Int? {
    let number = document.block(at: range.start)
    return number.flatMap { document.blocks[$0].range.contains(range) ? $0 : nil }
  }
}
