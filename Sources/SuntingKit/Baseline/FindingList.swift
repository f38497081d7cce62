package import SuntingRuleFormat

/// A list of findings as it lies on disk: a baseline, or the findings that a newsroom lets stand.
package struct FindingList: Sendable {
  package var findings: [ListedFinding]

  package init(_ findings: [ListedFinding] = []) { self.findings = findings }

  /// - Throws: when the file cannot be read or is not such a list, with line and column.
  package static func read(_ path: String, shown: String) throws(RuleFileErrors) -> FindingList {
    guard let bytes = FileReader.bytes(path) else {
      throw RuleFileErrors([
        RuleFileError(
          path: shown, line: 1, column: 1,
          message: "the file cannot be read; write it with: sunting baseline write \(shown)")
      ])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RuleFileErrors([RuleFileError(path: shown, line: 1, column: 1, message: "the file is not UTF-8")])
    }
    return FindingList(try ListedFinding.read(path: shown, text: text))
  }

  /// One finding per line, in a fixed order, so that changes read well in a diff.
  package func json() -> String {
    let lines = findings.sorted { ($0.path, $0.rule, $0.fingerprint) < ($1.path, $1.rule, $1.fingerprint) }.map {
      finding in
      "{\"fingerprint\":\(JSONText.quoted(finding.fingerprint)),\"rule\":\(JSONText.quoted(finding.rule)),"
        + "\"path\":\(JSONText.quoted(finding.path)),\"text\":\(JSONText.quoted(finding.text))"
        + (finding.reason.map { ",\"reason\":\(JSONText.quoted($0))" } ?? "") + "}"
    }
    return "{\"version\":1,\"findings\":[\n\(lines.joined(separator: ",\n"))\n]}\n"
  }
}
