package import SuntingCore

/// How a report is written. Options that every format may need.
package struct ReportStyle: Sendable {
  package var language: MessageLanguage
  package var isColored: Bool
  /// Columns of the terminal; long lines are shown in part.
  package var width: Int

  package init(language: MessageLanguage = .id, isColored: Bool = false, width: Int = 100) {
    self.language = language
    self.isColored = isColored
    self.width = width
  }
}

/// What a whole run gave, beside the reports on its files.
package struct RunSummary: Sendable {
  package var files = 0
  package var words = 0
  package var penalty = 0
  package var errors: [FileError] = []
  package var notes: [String] = []
  package var countBySeverity: [Severity: Int] = [:]
  package var countByRule: [String: Int] = [:]
  package var fixed = 0
  package var suppressed = 0
  package var baselined = 0
  package var fixable = 0
  package var unsafelyFixable = 0

  package init() {}

  package mutating func add(_ report: FileReport) {
    if report.isArticle { files += 1 }
    words += report.words
    penalty += report.penalty
    suppressed += report.suppressed
    baselined += report.baselined
    for diagnostic in report.diagnostics {
      countBySeverity[diagnostic.severity, default: 0] += 1
      countByRule[diagnostic.rule, default: 0] += 1
      if diagnostic.fixes.contains(where: { $0.safety == .safe }) {
        fixable += 1
      } else if !diagnostic.fixes.isEmpty {
        unsafelyFixable += 1
      }
    }
  }

  package var findings: Int { countBySeverity.values.reduce(0, +) }
}

/// Turns results into one output format. It only appends to a text; the caller writes it.
package protocol Reporter {
  mutating func add(_ report: FileReport, to output: inout String)
  mutating func finish(_ summary: RunSummary, to output: inout String)
}

/// The formats that `--format` names.
package enum OutputFormat: String, Sendable, CaseIterable {
  case full, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, html, summary

  package func reporter(_ style: ReportStyle) -> any Reporter {
    switch self {
    case .full: FullReporter(style: style)
    case .concise: ConciseReporter(style: style)
    case .json: JSONReporter(style: style)
    case .jsonl: JSONLinesReporter(style: style)
    case .sarif: SARIFReporter(style: style)
    case .github: GitHubReporter(style: style)
    case .gitlab: GitLabReporter(style: style)
    case .junit: JUnitReporter(style: style)
    case .checkstyle: CheckstyleReporter(style: style)
    case .rdjson: RDJSONReporter(style: style)
    case .html: HTMLReporter(style: style)
    case .summary: SummaryReporter(style: style)
    }
  }
}
