internal import SuntingCore

/// Workflow commands that GitHub shows beside the changed lines. It shows ten of each level per step, so the gravest come
/// first and a last line says how many more there are.
package struct GitHubReporter: Reporter {
  private static let limit = 10
  private let style: ReportStyle
  private var commands: [Severity: [String]] = [:]
  private var counts: [Severity: Int] = [:]

  package init(style: ReportStyle) { self.style = style }

  package mutating func add(_ report: FileReport, to output: inout String) {
    for diagnostic in report.diagnostics {
      counts[diagnostic.severity, default: 0] += 1
      if commands[diagnostic.severity, default: []].count < Self.limit {
        commands[diagnostic.severity, default: []].append(command(diagnostic, report))
      }
    }
  }

  package mutating func finish(_ summary: RunSummary, to output: inout String) {
    let shown: [Severity: Int] = commands.mapValues(\.count)
    let isFull = counts.contains { $0.value > shown[$0.key, default: 0] }
    // the last line is a notice as well
    let notices = commands[.suggestion, default: []].prefix(isFull ? Self.limit - 1 : Self.limit)
    for severity in [Severity.error, .warning] { for line in commands[severity, default: []] { output += line } }
    for line in notices { output += line }
    guard isFull else { return }
    let more = [Severity.error, .warning, .suggestion].map { severity in
      counts[severity, default: 0] - (severity == .suggestion ? notices.count : shown[severity, default: 0])
    }
    let text =
      style.language == .id
      ? "Belum ditampilkan: \(more[0]) kesalahan, \(more[1]) peringatan, \(more[2]) saran. GitHub menampilkan paling banyak "
        + "\(Self.limit) anotasi per tingkat; daftar lengkap ada pada laporan lain (--format concise atau sarif)."
      : "Not shown: \(more[0]) errors, \(more[1]) warnings, \(more[2]) suggestions. GitHub shows at most \(Self.limit) "
        + "annotations per level; the whole list is in the other reports (--format concise or sarif)."
    output += "::notice title=sunting::\(Self.message(text))\n"
  }

  private func command(_ diagnostic: Diagnostic, _ report: FileReport) -> String {
    let place = ReportRegion(diagnostic.range, in: report)
    var properties = "file=\(Self.property(report.plainPath)),line=\(place.line),endLine=\(place.endLine)"
    if place.isOnOneLine { properties += ",col=\(place.column),endColumn=\(place.endColumn)" }
    properties += ",title=\(Self.property(diagnostic.rule))"
    return
      "::\(Self.level(diagnostic.severity)) \(properties)::\(Self.message(diagnostic.messageWithAdvice(style.language)))\n"
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .suggestion: "notice"
    }
  }

  private static func message(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func property(_ text: String) -> String {
    var result = ""
    for scalar in message(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
