package import SuntingCore
internal import SuntingIndonesian
internal import Synchronization

/// What linting one article gave, with all that a reporter needs.
package struct FileReport: Sendable {
  package let source: SourceFile
  package let lines: LineIndex
  package var diagnostics: [Diagnostic]
  package let words: Int
  /// False for an article that is mostly not Indonesian and was left alone.
  package let isInLanguage: Bool
  /// The record's ID, for an article out of a container.
  package var document: String?
  /// Where the record stands in its container.
  package var record: RecordOrigin?
  /// The rules it was linted with.
  package var library = RuleLibrary.builtIn
  /// Findings left out: by comments or the sidecar file, and by the baseline.
  package var suppressed = 0
  package var baselined = 0
  /// False for a file of ours that is reported on, such as a list of suppressions.
  package var isArticle = true

  package init(source: SourceFile, diagnostics: [Diagnostic], words: Int, isInLanguage: Bool) {
    self.source = source
    self.lines = LineIndex(source.bytes)
    self.diagnostics = diagnostics
    self.words = words
    self.isInLanguage = isInLanguage
  }

  package var path: String { source.path }
  package var penalty: Int { diagnostics.reduce(0) { $0 + $1.penalty } }

  /// What the rule says of itself; nil for findings of the tool.
  package func rule(_ id: String) -> RuleTables.Rule? { library.tables.rule(id).map { library.tables.rules[$0] } }
}

/// Rules, selection and dictionaries, ready to lint articles from any thread.
package final class Engine: Sendable {
  package let library: RuleLibrary
  package let linter: Linter
  private let workers = Mutex<[Worker]>([])
  private let words: LexiconWords
  /// Rules that ask the dictionaries, when these are not installed.
  package let rulesNotRun: [String]

  /// What a thread lints with, and what it has learnt of words. Used by one thread at a time; the pool hands it over.
  private final class Worker: @unchecked Sendable {
    let worker: LintWorker
    init(_ worker: consuming LintWorker) { self.worker = worker }
  }

  package init(
    library: RuleLibrary = .builtIn, selection: Selection = Selection(), severities: [String: Severity] = [:]
  ) throws {
    self.library = library
    let enabled = try selection.enabled(in: library.tables)
    linter = try Linter(
      tables: library.tables, language: .indonesian, isEnabled: enabled,
      severities: library.tables.rules.map { severities[$0.id] ?? severities[$0.family] ?? $0.severity },
      checkTypes: IndonesianChecks.all.merging([RuleTables.toolCheckName: ToolCheck.self]) { own, _ in own })
    words = LexiconWords(linter.tables)
    var ranks: [String: Severity] = [:]
    for (number, rule) in library.tables.rules.enumerated() where enabled[number] {
      ranks[rule.id] = linter.severities[number]
    }
    self.severities = ranks
    rulesNotRun =
      linter.checksNeedingLexicon.isEmpty || IndonesianLexicon(words: words).isAvailable
      ? [] : linter.checksNeedingLexicon.map { library.tables.rules[$0].id }.sorted()
  }

  /// Lints one article.
  package func lint(_ source: SourceFile, prose: Prose) throws -> FileReport {
    let own = try takeWorker()
    defer { workers.withLock { $0.append(own) } }
    let result = try own.worker.lint(prose)
    var report = FileReport(
      source: source, diagnostics: result.diagnostics, words: result.words, isInLanguage: result.isInLanguage)
    report.library = library
    return report
  }

  /// Whether the rule is on.
  package func isEnabled(_ rule: String) -> Bool { severities[rule] != nil }

  /// The severity of each rule that is on.
  package let severities: [String: Severity]

  private func takeWorker() throws -> Worker {
    if let worker = workers.withLock({ $0.popLast() }) { return worker }
    let needsLexicon = !linter.checksNeedingLexicon.isEmpty && rulesNotRun.isEmpty
    return Worker(try linter.worker(lexicon: needsLexicon ? IndonesianLexicon(words: words) : nil))
  }
}
