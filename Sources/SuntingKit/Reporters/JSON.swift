package import SuntingCore

/// One JSON object per finding and line.
package struct JSONLinesReporter: Reporter {
  private let style: ReportStyle
  package init(style: ReportStyle) { self.style = style }

  package mutating func add(_ report: FileReport, to output: inout String) {
    for diagnostic in report.diagnostics {
      DiagnosticJSON(report: report, language: style.language).write(diagnostic, to: &output)
      output += "\n"
    }
  }
  package mutating func finish(_ summary: RunSummary, to output: inout String) {}
}

/// One JSON document for the whole run, with the files that failed.
package struct JSONReporter: Reporter {
  private let style: ReportStyle
  private var isFirst = true
  package init(style: ReportStyle) { self.style = style }

  package mutating func add(_ report: FileReport, to output: inout String) {
    for diagnostic in report.diagnostics {
      begin(&output)
      DiagnosticJSON(report: report, language: style.language).write(diagnostic, to: &output)
    }
  }

  private mutating func begin(_ output: inout String) {
    output +=
      isFirst
      ? "{\"version\":1,\"tool\":{\"name\":\"sunting\",\"version\":\"\(suntingVersion)\"},\"diagnostics\":[\n" : ",\n"
    isFirst = false
  }

  package mutating func finish(_ summary: RunSummary, to output: inout String) {
    if isFirst { begin(&output) }
    output += "\n],\"files\":\(summary.files),\"words\":\(summary.words),\"penalty\":\(summary.penalty),\"errors\":["
    output += summary.errors.map {
      "{\"file\":\(JSONText.quoted($0.path)),\"message\":\(JSONText.quoted($0.reason))}"
    }.joined(separator: ",")
    output += "]}\n"
  }
}

/// A diagnostic as the contract writes it.
package struct DiagnosticJSON {
  let report: FileReport
  let language: MessageLanguage

  package init(report: FileReport, language: MessageLanguage) {
    self.report = report
    self.language = language
  }

  package func write(_ diagnostic: Diagnostic, to output: inout String) {
    let (line, column) = report.place(diagnostic.range.start)
    let (endLine, endColumn) = report.place(diagnostic.range.end)
    output += "{\"file\":\(JSONText.quoted(report.path)),\"document\":\(report.document.map(JSONText.quoted) ?? "null")"
    if let field = report.record?.field { output += ",\"field\":\(JSONText.quoted(field))" }
    if report.source.encoding != .utf8 { output += ",\"encoding\":\"\(report.source.encoding.rawValue)\"" }
    output += ",\"line\":\(line),\"column\":\(column),\"endLine\":\(endLine),\"endColumn\":\(endColumn)"
    output += ",\"start\":\(diagnostic.range.start),\"end\":\(diagnostic.range.end)"
    output += ",\"rule\":\(JSONText.quoted(diagnostic.rule)),\"family\":\(JSONText.quoted(diagnostic.family))"
    output += ",\"severity\":\"\(diagnostic.severity.name)\",\"mqm\":\(JSONText.quoted(diagnostic.mqm))"
    output +=
      ",\"message\":\(JSONText.quoted(diagnostic.message[language])),\"text\":\(JSONText.quoted(diagnostic.text))"
    output += ",\"fixes\":[" + diagnostic.fixes.map(json).joined(separator: ",") + "]"
    output += ",\"alternatives\":[" + diagnostic.alternatives.map(JSONText.quoted).joined(separator: ",") + "]"
    output += ",\"related\":[" + diagnostic.related.map(json).joined(separator: ",") + "]"
    output += ",\"penalty\":\(diagnostic.penalty),\"fingerprint\":\"\(diagnostic.fingerprint)\"}"
  }

  private func json(_ fix: Fix) -> String {
    let edits = fix.edits.map {
      "{\"start\":\($0.range.start),\"end\":\($0.range.end),\"text\":\(JSONText.quoted($0.text))}"
    }
    return "{\"safety\":\"\(fix.safety.name)\",\"edits\":[\(edits.joined(separator: ","))]}"
  }

  private func json(_ place: RelatedPlace) -> String {
    let (line, column) = report.place(place.range.start)
    return "{\"line\":\(line),\"column\":\(column),\"start\":\(place.range.start),\"end\":\(place.range.end),"
      + "\"message\":\(JSONText.quoted(place.message[language]))}"
  }
}

/// JSON strings.
package enum JSONText {
  package static func quoted(_ text: String) -> String {
    if isPlain(text) { return "\"\(text)\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether nothing in the text may need an escape.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F && $0 != 0xE2 }
  }
}
