internal import SuntingCore

/// What stands above and below the articles: figures, filters, tables, rules.
struct HTMLSummary {
  struct Row {
    let name: String
    let anchor: String
    let counts: [Int]
    let words: Int
    let penalty: String

    init(_ report: FileReport, anchor: String, language: MessageLanguage) {
      name = report.location
      self.anchor = anchor
      counts = [Severity.error, .warning, .suggestion].map { severity in
        report.diagnostics.count { $0.severity == severity }
      }
      words = report.words
      penalty = PenaltyText.perThousandWords(report.penalty, report.words, language)
    }
  }

  /// How often a rule spoke, and why it finds fault.
  struct RuleCount {
    let why: String
    var count = 0
  }

  let summary: RunSummary
  let words: HTMLWords
  let style: ReportStyle

  func figures() -> String {
    let counts = [Severity.error, .warning, .suggestion].map { summary.countBySeverity[$0, default: 0] }
    let penalty = PenaltyText.perThousandWords(summary.penalty, summary.words, style.language)
    let figures = [
      ("", String(summary.files), words.articles), ("", String(summary.words), words.words),
      ("s-error", String(counts[0]), words.errors), ("s-warning", String(counts[1]), words.warnings),
      ("s-suggestion", String(counts[2]), words.suggestions), ("", penalty, words.perThousand),
    ]
    let items = figures.map { "<div class=\"\($0.0)\"><dd>\($0.1)</dd><dt>\($0.2)</dt></div>" }
    return "<dl class=\"figures\">\(items.joined())</dl>"
  }

  /// One switch per severity and family.
  func filters(_ families: [String: Int]) -> String {
    guard !families.isEmpty else { return "" }
    let severities = [(Severity.error, words.errors), (.warning, words.warnings), (.suggestion, words.suggestions)]
      .filter { summary.countBySeverity[$0.0, default: 0] > 0 }
      .map { filter("s-\($0.0.name)", $0.1, summary.countBySeverity[$0.0, default: 0]) }
    let names = families.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      filter("f-\($0.key)", $0.key, $0.value)
    }
    return "<form class=\"filters\"><fieldset><legend>\(words.severity)</legend>\(severities.joined())</fieldset>"
      + "<fieldset><legend>\(words.family)</legend>\(names.joined())</fieldset></form>"
  }

  private func filter(_ name: String, _ label: String, _ count: Int) -> String {
    "<label class=\"\(name)\"><input type=\"checkbox\" value=\"\(name)\" checked>\(label) <small>\(count)</small></label>"
  }

  func table(_ rows: [Row]) -> String {
    guard rows.count > 1 else { return "" }
    let heads = [words.article, words.errors, words.warnings, words.suggestions, words.words, words.perThousand]
    var html = "<table><thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead><tbody>\n"
    for row in rows {
      let cells = (row.counts + [row.words]).map(String.init) + [row.penalty]
      html += "<tr><th scope=\"row\"><a href=\"#\(row.anchor)\">\(XMLText.escaped(row.name))</a></th>"
      html += cells.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
    }
    return html + "</tbody></table>"
  }

  func clean(_ names: [String]) -> String {
    guard !names.isEmpty else { return "" }
    return "<details class=\"clean\"><summary>\(words.clean(names.count))</summary><ul>"
      + names.map { "<li>\(XMLText.escaped($0))</li>" }.joined() + "</ul></details>\n"
  }

  func errors() -> String {
    guard !summary.errors.isEmpty else { return "" }
    let items = summary.errors.map { "<li><b>\(XMLText.escaped($0.path))</b> \(XMLText.escaped($0.reason))</li>" }
    return "<section class=\"failed\"><h2>\(words.failed)</h2><ul>\(items.joined())</ul></section>\n"
  }

  /// Why each rule that spoke finds fault.
  func rules(_ counts: [String: RuleCount]) -> String {
    guard !counts.isEmpty else { return "" }
    var html = "<section class=\"rules\"><h2>\(words.rules)</h2><dl>\n"
    for (id, entry) in counts.sorted(by: { $0.key < $1.key }) {
      html += "<dt><code>\(XMLText.escaped(id))</code> <small>\(entry.count)</small></dt>"
      html += "<dd data-why=\"\(XMLText.escaped(id))\">\(XMLText.escaped(entry.why))</dd>\n"
    }
    return html + "</dl></section>"
  }
}
