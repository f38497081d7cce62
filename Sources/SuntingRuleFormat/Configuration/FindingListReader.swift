internal import Yams

/// One remembered finding of a baseline or of `.sunting-ignore.json`.
package struct ListedFinding: Sendable, Hashable {
  package var fingerprint: String
  package var rule: String
  package var path: String
  package var text: String
  package var reason: String?
  /// Where it stands in its file; 0 for a new one.
  package var line = 0

  package init(fingerprint: String, rule: String, path: String, text: String, reason: String? = nil) {
    self.fingerprint = fingerprint
    self.rule = rule
    self.path = path
    self.text = text
    self.reason = reason
  }
}

extension ListedFinding {
  /// Reads a list of findings. JSON is YAML, so errors have lines and columns.
  package static func read(path: String, text: String) throws(RuleFileErrors) -> [ListedFinding] {
    var reader = YAMLReader(path: path, text: text)
    var findings: [ListedFinding] = []
    if !reader.keys.isEmpty || reader.errors.isEmpty { findings = list(&reader) }
    guard reader.errors.isEmpty else { throw RuleFileErrors(reader.errors) }
    return findings
  }

  private static func list(_ reader: inout YAMLReader) -> [ListedFinding] {
    reader.allow(["version", "findings"])
    reader.requireVersion(1)
    guard let sequence = reader.node("findings")?.sequence else {
      reader.reject("“findings” must be a list", at: reader.node("findings"))
      return []
    }
    var result: [ListedFinding] = []
    for item in sequence {
      guard var inner = reader.mapping(item, of: "a finding") else { continue }
      inner.allow(["fingerprint", "rule", "path", "text", "reason"])
      if let fingerprint = inner.string("fingerprint", required: true), let path = inner.string("path", required: true)
      {
        var finding = ListedFinding(
          fingerprint: fingerprint, rule: inner.string("rule") ?? "", path: path, text: inner.string("text") ?? "",
          reason: inner.string("reason"))
        finding.line = item.mark?.line ?? 1
        result.append(finding)
      }
      reader.take(inner)
    }
    return result
  }
}
