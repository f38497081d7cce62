internal import SuntingCore

/// Two tables for a CI log: per article and per rule.
package struct SummaryReporter: Reporter {
  private let style: ReportStyle
  private var files: [[String]] = []
  private var rules: [String: (severity: Severity, count: Int, fixable: Int, files: Int)] = [:]

  package init(style: ReportStyle) { self.style = style }

  package mutating func add(_ report: FileReport, to output: inout String) {
    guard !report.diagnostics.isEmpty else { return }
    let counts = [Severity.error, .warning, .suggestion].map { severity in
      String(report.diagnostics.count { $0.severity == severity })
    }
    files.append([report.location] + counts + [String(report.words), perThousand(report.penalty, report.words)])
    var here: Set<String> = []
    for diagnostic in report.diagnostics {
      var entry = rules[diagnostic.rule] ?? (diagnostic.severity, 0, 0, 0)
      entry.severity = max(entry.severity, diagnostic.severity)
      entry.count += 1
      if diagnostic.fixes.contains(where: { $0.safety == .safe }) { entry.fixable += 1 }
      if here.insert(diagnostic.rule).inserted { entry.files += 1 }
      rules[diagnostic.rule] = entry
    }
  }

  package mutating func finish(_ summary: RunSummary, to output: inout String) {
    let isIndonesian = style.language == .id
    if !files.isEmpty {
      let names =
        isIndonesian
        ? ["artikel", "kesalahan", "peringatan", "saran", "kata", "penalti/1.000"]
        : ["article", "errors", "warnings", "suggestions", "words", "penalty/1,000"]
      output += Self.table([names] + files) + "\n"
      let heads =
        isIndonesian
        ? ["aturan", "tingkat", "temuan", "dapat diperbaiki", "artikel"]
        : ["rule", "severity", "findings", "fixable", "articles"]
      let rows = rules.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
        [$0.key, $0.value.severity.name, String($0.value.count), String($0.value.fixable), String($0.value.files)]
      }
      output += Self.table([heads] + rows) + "\n"
    }
    output += ClosingSummary.line(summary, style.language) + "\n"
  }

  private func perThousand(_ penalty: Int, _ words: Int) -> String {
    PenaltyText.perThousandWords(penalty, words, style.language)
  }

  /// Columns side by side; the first to the left, numbers to the right.
  private static func table(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    let isNumeric = rows[0].indices.map { column in
      column > 0 && rows.dropFirst().allSatisfy { $0[column].first?.isNumber == true }
    }
    func line(_ row: [String]) -> String {
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        return isNumeric[column] ? space + cell : cell + space
      }
      return cells.joined(separator: "  ").trimmingTrailingSpaces() + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    return line(rows[0]) + rule + rows.dropFirst().map(line).joined()
  }
}

/// The artifact penalty as people read it.
enum PenaltyText {
  static func perThousandWords(_ penalty: Int, _ words: Int, _ language: MessageLanguage) -> String {
    let tenths = words == 0 ? 0 : (penalty * 20_000 / words + 1) / 2
    return "\(tenths / 10)\(language == .id ? "," : ".")\(tenths % 10)"
  }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
