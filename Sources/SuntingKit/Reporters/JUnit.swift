internal import SuntingCore

/// JUnit XML: a suite per article, a failed case per finding. An article that could not be read is a case in error.
package struct JUnitReporter: Reporter {
  private let style: ReportStyle
  private var isFirst = true

  package init(style: ReportStyle) { self.style = style }

  package mutating func add(_ report: FileReport, to output: inout String) {
    begin(&output)
    let name = XMLText.escaped(report.location)
    let count = report.diagnostics.count
    output +=
      "  <testsuite name=\"\(name)\" tests=\"\(max(1, count))\" failures=\"\(count)\" errors=\"0\" skipped=\"0\">\n"
    if count == 0 { output += "    <testcase classname=\"\(name)\" name=\"sunting\"/>\n" }
    for diagnostic in report.diagnostics {
      let place = ReportRegion(diagnostic.range, in: report)
      let message = XMLText.escaped(diagnostic.messageWithAdvice(style.language))
      output +=
        "    <testcase classname=\"\(name)\" name=\"\(XMLText.escaped(diagnostic.rule)) \(place.line):\(place.column)\" "
      output += "file=\"\(XMLText.escaped(report.plainPath))\" line=\"\(place.line)\">\n"
      output += "      <failure type=\"\(diagnostic.severity.name)\" message=\"\(message)\">"
      output += "\(name):\(place.line):\(place.column): \(diagnostic.severity.name): \(message) "
      output += "[\(XMLText.escaped(diagnostic.rule))]</failure>\n    </testcase>\n"
    }
    output += "  </testsuite>\n"
  }

  package mutating func finish(_ summary: RunSummary, to output: inout String) {
    begin(&output)
    for error in summary.errors {
      let name = XMLText.escaped(error.path)
      output += "  <testsuite name=\"\(name)\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
      output += "    <testcase classname=\"\(name)\" name=\"sunting\">"
      output += "<error message=\"\(XMLText.escaped(error.reason))\"/></testcase>\n  </testsuite>\n"
    }
    output += "</testsuites>\n"
  }

  private mutating func begin(_ output: inout String) {
    if isFirst { output += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"sunting\">\n" }
    isFirst = false
  }
}
