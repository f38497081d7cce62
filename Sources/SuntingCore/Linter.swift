package import SuntingICU

/// All rules that are on, ready to lint; shared by every thread.
package struct Linter: Sendable {
  package let tables: RuleTables
  package let language: Language
  /// One per rule: whether it is on, and with which severity.
  package let isEnabled: [Bool]
  package let severities: [Severity]
  let checks: [Int: any Check]
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
    var checks: [Int: any Check] = [:]
    var needing: Set<Int> = []
    for (number, rule) in tables.rules.enumerated() where rule.kind == .check && isEnabled[number] {
      guard let type = checkTypes[rule.checkName] else {

        throw RuleError(
          rule: rule.id, pattern: rule.checkName,
          message: "there is no check of this name; checks are \(checkTypes.keys.sorted().joined(separator: ", "))")
      }
      do { checks[number] = try type.init(options: rule.options) } catch {
        throw RuleError(rule: rule.id, pattern: rule.checkName, message: error.message)
      }
      if type.needsLexicon { needing.insert(number) }
    }
    self.checks = checks
    checksNeedingLexicon = needing
  }

  package func worker(lexicon: (any Lexicon)?) throws(ICUError) -> LintWorker {
    LintWorker(
      linter: self, tokenizer: try Tokenizer(language: language, vocabulary: tables.vocabulary), lexicon: lexicon)
  }
}

/// What linting one text gave.
package struct LintResult: Sendable {
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
    var words = 0
    for token in document.tokens where token.kind == .word { words += 1 }
    guard isInLanguage(document, words: words) else {
      return LintResult(document: document, diagnostics: [], words: words, isInLanguage: false)
    }
    var run = LintRun(linter: linter, document: document, lexicon: lexicon)
    return LintResult(document: document, diagnostics: run.diagnostics(), words: words, isInLanguage: true)
  }

  /// Function words tell: good prose has one in four words or so; a short text is given the benefit of the doubt.
  private borrowing func isInLanguage(_ document: Document, words: Int) -> Bool {
    guard words >= 40 else { return true }
    let bits = linter.matchTables.languageBits
    var own = 0
    var foreign = 0
    for token in document.tokens where token.word.isListed {
      let language = bits[Int(token.word.raw)]
      own += Int(language & 1)
      foreign += Int(language >> 1)
    }
    return own * 25 >= words && own * 2 >= foreign
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
    let context = CheckContext(
      document: document, tables: linter.tables, isFurniture: isFurniture, lexicon: lexicon, skip: [])
    for (number, rule) in linter.tables.rules.enumerated() {
      guard let check = linter.checks[number], (rule.family == "residue") == onFurniture else { continue }
      if linter.checksNeedingLexicon.contains(number) && lexicon == nil { continue }
      check.run(context) { finding in
        if finding.isFurniture, let block = block(holding: finding.range) {
          if furniture[block] == nil { furniture[block] = (number, .furniture) }
        } else {
          findings.append((number, finding, ""))
        }
      }
    }
  }

  func block(holding range: TextRange) -> Int? {
    document.blocks.firstIndex { $0.range.contains(range) }
  }
}
