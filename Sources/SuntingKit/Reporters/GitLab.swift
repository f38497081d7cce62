internal import SuntingCore

/// GitLab's Code Quality report: one JSON array; each fingerprint is unique in it.
package struct GitLabReporter: Reporter {
  private let style: ReportStyle
  private var isFirst = true
  private var seen: [String: Int] = [:]

  package init(style: ReportStyle) { self.style = style }

  package mutating func add(_ report: FileReport, to output: inout String) {
    for diagnostic in report.diagnostics {
      output += isFirst ? "[\n" : ",\n"
      isFirst = false
      let place = ReportRegion(diagnostic.range, in: report)
      output += "{\"description\":\(JSONText.quoted(diagnostic.messageWithAdvice(style.language))),"
      output +=
        "\"check_name\":\(JSONText.quoted(diagnostic.rule)),\"fingerprint\":\"\(fingerprint(diagnostic, report))\","
      output += "\"severity\":\"\(Self.severity(diagnostic.severity))\",\"location\":{"
      output +=
        "\"path\":\(JSONText.quoted(report.plainPath)),\"lines\":{\"begin\":\(place.line),\"end\":\(place.endLine)}}}"
    }
  }

  package mutating func finish(_ summary: RunSummary, to output: inout String) {
    output += isFirst ? "[]\n" : "\n]\n"
  }

  /// The finding's own fingerprint with the path; a number tells two findings of one path and fingerprint apart.
  private mutating func fingerprint(_ diagnostic: Diagnostic, _ report: FileReport) -> String {
    let key = "\(diagnostic.fingerprint)\u{0}\(report.plainPath)\u{0}\(report.document ?? "")"
    let count = seen[key, default: 0]
    seen[key] = count + 1
    return Self.digest(key + (count == 0 ? "" : "\u{0}\(count)"))
  }

  private static func digest(_ text: String) -> String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String((state ^ state >> 32) &* 0x9e37_79b9_7f4a_7c15, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .suggestion: "info"
    }
  }
}
