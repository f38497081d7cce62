internal import SuntingCore

/// Checkstyle XML, which many CI services and reviewdog read.
package struct CheckstyleReporter: Reporter {
  private let style: ReportStyle
  private var isFirst = true

  package init(style: ReportStyle) { self.style = style }

  package mutating func add(_ report: FileReport, to output: inout String) {
    begin(&output)
    guard !report.diagnostics.isEmpty else { return }
    output += "  <file name=\"\(XMLText.escaped(report.plainPath))\">\n"
    for diagnostic in report.diagnostics {
      let place = ReportRegion(diagnostic.range, in: report)
      output +=
        "    <error line=\"\(place.line)\" column=\"\(place.column)\" severity=\"\(Self.severity(diagnostic.severity))\" "
      output += "message=\"\(XMLText.escaped(diagnostic.messageWithAdvice(style.language)))\" "
      output += "source=\"sunting.\(XMLText.escaped(diagnostic.rule))\"/>\n"
    }
    output += "  </file>\n"
  }

  package mutating func finish(_ summary: RunSummary, to output: inout String) {
    begin(&output)
    for error in summary.errors {
      output +=
        "  <file name=\"\(XMLText.escaped(error.path))\">\n    <exception>\(XMLText.escaped(error.reason))</exception>\n  </file>\n"
    }
    output += "</checkstyle>\n"
  }

  private mutating func begin(_ output: inout String) {
    if isFirst { output += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"10.0\">\n" }
    isFirst = false
  }

  private static func severity(_ severity: Severity) -> String { severity == .suggestion ? "info" : severity.name }
}
