internal import SuntingCore

/// SARIF 2.1.0, for code scanning services.
package struct SARIFReporter: Reporter {
  private let style: ReportStyle
  private var rules: [(id: String, rule: RuleTables.Rule?)] = []
  private var indexes: [String: Int] = [:]
  private var isFirst = true

  package init(style: ReportStyle) { self.style = style }

  package mutating func add(_ report: FileReport, to output: inout String) {
    for diagnostic in report.diagnostics {
      begin(&output)
      output += result(diagnostic, report)
    }
  }

  package mutating func finish(_ summary: RunSummary, to output: inout String) {
    if isFirst { begin(&output) }
    output += "\n],\"invocations\":[{\"executionSuccessful\":\(summary.errors.isEmpty)"
    if !summary.errors.isEmpty {
      let notes = summary.errors.map {
        "{\"level\":\"error\",\"message\":{\"text\":\(JSONText.quoted($0.reason))},\"locations\":[{\"physicalLocation\":"
          + "{\"artifactLocation\":{\"uri\":\(JSONText.quoted(URIText.escapedPath($0.path)))}}}]}"
      }
      output += ",\"toolExecutionNotifications\":[\(notes.joined(separator: ","))]"
    }
    output += "}],\"tool\":{\"driver\":{\"name\":\"sunting\",\"version\":\"\(suntingVersion)\","
    output +=
      "\"semanticVersion\":\"\(suntingVersion)\",\"language\":\"\(style.language == .id ? "id" : "en")\",\"rules\":[\n"
    output += rules.map(descriptor).joined(separator: ",\n")
    output += "\n]}}}]}\n"
  }

  private mutating func begin(_ output: inout String) {
    output +=
      isFirst
      ? "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":["
        + "{\"columnKind\":\"unicodeCodePoints\",\"results\":[\n"
      : ",\n"
    isFirst = false
  }

  private mutating func index(_ id: String, _ report: FileReport) -> Int {
    if let index = indexes[id] { return index }
    indexes[id] = rules.count
    rules.append((id, report.rule(id)))
    return rules.count - 1
  }

  private mutating func result(_ diagnostic: Diagnostic, _ report: FileReport) -> String {
    let text = diagnostic.messageWithAdvice(style.language)
    var json = "{\"ruleId\":\(JSONText.quoted(diagnostic.rule)),\"ruleIndex\":\(index(diagnostic.rule, report)),"
    json += "\"level\":\"\(Self.level(diagnostic.severity))\",\"message\":{\"text\":\(JSONText.quoted(text))},"
    json += "\"locations\":[\(location(diagnostic.range, report))],"
    json += "\"partialFingerprints\":{\"sunting/v1\":\"\(diagnostic.fingerprint)\"}"
    if !diagnostic.related.isEmpty {
      let places = diagnostic.related.map {
        location($0.range, report, message: $0.message[style.language])
      }
      json += ",\"relatedLocations\":[\(places.joined(separator: ","))]"
    }
    if !diagnostic.fixes.isEmpty {
      json += ",\"fixes\":[" + diagnostic.fixes.map { fix($0, report) }.joined(separator: ",") + "]"
    }
    json += ",\"properties\":{\"mqm\":\(JSONText.quoted(diagnostic.mqm)),\"penalty\":\(diagnostic.penalty)}}"
    return json
  }

  private func location(_ range: TextRange, _ report: FileReport, message: String? = nil) -> String {
    var json = "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\(JSONText.quoted(report.uri))},"
    json += "\"region\":\(region(range, report))}"
    if let document = report.document {
      json += ",\"logicalLocations\":[{\"name\":\(JSONText.quoted(document)),\"kind\":\"document\"}]"
    }
    if let message { json += ",\"message\":{\"text\":\(JSONText.quoted(message))}" }
    return json + "}"
  }

  private func region(_ range: TextRange, _ report: FileReport) -> String {
    let place = ReportRegion(range, in: report)
    var json = "{\"startLine\":\(place.line),\"startColumn\":\(place.column),"
    json += "\"endLine\":\(place.endLine),\"endColumn\":\(place.endColumn)"
    if report.source.encoding == .utf8, report.record == nil {
      json += ",\"byteOffset\":\(range.start),\"byteLength\":\(range.length)"
    }
    return json + "}"
  }

  private func fix(_ fix: Fix, _ report: FileReport) -> String {
    let description: String
    switch (fix.safety, style.language) {
    case (.safe, .id): description = "Perbaikan aman"
    case (.safe, .en): description = "Safe fix"
    case (_, .id): description = "Perbaikan yang perlu diperiksa penyunting"
    case (_, .en): description = "Fix that needs an editor's eye"
    }
    let replacements = fix.edits.map {
      "{\"deletedRegion\":\(region($0.range, report)),\"insertedContent\":{\"text\":\(JSONText.quoted($0.text))}}"
    }
    return "{\"description\":{\"text\":\"\(description)\"},\"artifactChanges\":[{\"artifactLocation\":"
      + "{\"uri\":\(JSONText.quoted(report.uri))},\"replacements\":[\(replacements.joined(separator: ","))]}]}"
  }

  private func descriptor(_ id: String, _ rule: RuleTables.Rule?) -> String {
    var json = "{\"id\":\(JSONText.quoted(id)),\"name\":\(JSONText.quoted(Self.name(id)))"
    if let rule {
      let help = rule.why[style.language].isEmpty ? rule.message[style.language] : rule.why[style.language]
      json += ",\"shortDescription\":{\"text\":\(JSONText.quoted(rule.message[style.language]))}"
      json += ",\"fullDescription\":{\"text\":\(JSONText.quoted(help.flattened()))}"
      json += ",\"help\":{\"text\":\(JSONText.quoted("\(help.flattened())\n\nsunting explain \(id)"))}"
      json += ",\"defaultConfiguration\":{\"level\":\"\(Self.level(rule.severity))\"}"
      json += ",\"properties\":{\"tags\":[\(JSONText.quoted(rule.family)),\(JSONText.quoted(rule.mqm))]}"
    }
    return json + "}"
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .suggestion: "note"
    }
  }

  /// `repetition/repeated-word` as `RepetitionRepeatedWord`.
  private static func name(_ id: String) -> String {
    id.split { $0 == "/" || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
