internal import SuntingCore

/// reviewdog's diagnostic format. Columns are 1-based UTF-8 bytes, the end exclusive.
package struct RDJSONReporter: Reporter {
  private let style: ReportStyle
  private var isFirst = true

  package init(style: ReportStyle) { self.style = style }

  package mutating func add(_ report: FileReport, to output: inout String) {
    for diagnostic in report.diagnostics {
      begin(&output)
      output += "{\"message\":\(JSONText.quoted(diagnostic.messageWithAdvice(style.language))),"
      output +=
        "\"location\":{\"path\":\(JSONText.quoted(report.plainPath)),\"range\":\(range(diagnostic.range, report))},"
      output +=
        "\"severity\":\"\(Self.severity(diagnostic.severity))\",\"code\":{\"value\":\(JSONText.quoted(diagnostic.rule))}"
      if report.record == nil, let edit = diagnostic.joinedEdit(in: report.source.bytes) {
        output += ",\"suggestions\":[{\"range\":\(range(edit.range, report)),\"text\":\(JSONText.quoted(edit.text))}]"
      }
      output += "}"
    }
  }

  package mutating func finish(_ summary: RunSummary, to output: inout String) {
    if isFirst { begin(&output) }
    output += "\n]}\n"
  }

  private mutating func begin(_ output: inout String) {
    output += isFirst ? "{\"source\":{\"name\":\"sunting\"},\"diagnostics\":[\n" : ",\n"
    isFirst = false
  }

  private func range(_ range: TextRange, _ report: FileReport) -> String {
    let place = ReportRegion(range, in: report, unit: .utf8)
    return "{\"start\":{\"line\":\(place.line),\"column\":\(place.column)},"
      + "\"end\":{\"line\":\(place.endLine),\"column\":\(place.endColumn)}}"
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .suggestion: "INFO"
    }
  }
}
