package import SuntingCore

/// One line per finding in GCC's order, for editors and CI logs.
package struct ConciseReporter: Reporter {
  private let style: ReportStyle
  package init(style: ReportStyle) { self.style = style }

  package mutating func add(_ report: FileReport, to output: inout String) {
    for diagnostic in report.diagnostics {
      output += Self.header(diagnostic, report, style)
      output += "\n"
    }
  }

  package mutating func finish(_ summary: RunSummary, to output: inout String) {}

  /// `path:line:column: severity: message [rule] [fix]`
  static func header(_ diagnostic: Diagnostic, _ report: FileReport, _ style: ReportStyle) -> String {
    let (line, column) = report.place(diagnostic.range.start)
    let paint = Paint(isOn: style.isColored)
    let severity = paint.severity(diagnostic.severity, diagnostic.severity.name)
    let fix =
      diagnostic.fixes.contains { $0.safety == .safe } ? " [fix]" : diagnostic.fixes.isEmpty ? "" : " [unsafe fix]"
    return paint.bold("\(report.location):\(line):\(column):") + " \(severity): \(diagnostic.message[style.language]) "
      + paint.dim("[\(diagnostic.rule)]\(fix)")
  }
}

extension FileReport {
  /// 1-based line and column in the file; for a record in its container.
  package func place(_ offset: UInt32, unit: LineIndex.ColumnUnit = .codePoints) -> (line: Int, column: Int) {
    if let record { return (record.line, record.column(of: offset, unit: unit)) }
    let (line, column) = lines.position(of: offset, in: source.bytes, unit: unit)
    return (line, column)
  }

  package var location: String { document.map { "\(path)#\(PathText.display($0))" } ?? path }
}

/// Terminal colours.
struct Paint {
  let isOn: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func red(_ text: String) -> String { wrap(text, "31") }
  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;33")
    case .suggestion: wrap(text, "1;36")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
