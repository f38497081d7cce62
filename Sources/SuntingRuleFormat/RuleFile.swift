package import SuntingCore
internal import Yams

/// One rule file in full: the rule, and what a person reads and a test runs.
package struct RuleFile: Sendable {
  package struct Example: Sendable {
    /// With ⟦ ⟧ around each place that must be found.
    package let bad: String
    /// The text after the rule's fix, nil where there is none.
    package let good: String?
    package let line: Int
  }

  package struct Silent: Sendable {
    package let text: String
    package let why: String
    package let line: Int
  }

  package let path: String
  package let id: String
  package let sources: [String]
  package let examples: [Example]
  package let silent: [Silent]
  package let limits: [String]
  /// nil for a file that is read for its documentation only.
  package let definition: RuleDefinition?

  static let keys = [
    "severity", "mqm", "default", "message", "why", "sources", "english", "pattern", "words", "block", "check",
    "options", "kind", "replace", "fix", "fix-reason", "skip", "except", "examples", "silent", "limits",
  ]

  /// Reads a rule.
  ///
  /// - Parameters:
  ///   - id: `family/rule`.
  ///   - path: how messages name the file.
  ///   - load: the text of a file beside it, nil when there is none; without it only the documentation is read.
  package static func read(
    id: String, path: String, text: String, load: ((String) -> String?)?
  ) throws(RuleFileErrors) -> RuleFile {
    var reader = YAMLReader(path: path, text: text)
    reader.allow(keys)
    let examples = readExamples(&reader)
    let silent = readSilent(&reader)
    let sources = reader.strings("sources").map(\.text)
    let limits = reader.strings("limits").map(\.text)
    var definition: RuleDefinition?
    if let load, reader.errors.isEmpty || !reader.keys.isEmpty {
      var body = RuleBodyReader(load: load)
      definition = body.definition(id: id, &reader)
    }
    guard reader.errors.isEmpty else { throw RuleFileErrors(reader.errors) }
    return RuleFile(
      path: path, id: id, sources: sources, examples: examples, silent: silent, limits: limits, definition: definition)
  }

  private static func readExamples(_ reader: inout YAMLReader) -> [Example] {
    guard let node = reader.node("examples") else { return [] }
    guard let sequence = node.sequence else {
      reader.reject("“examples” must be a list of { bad, good }", at: node)
      return []
    }
    var result: [Example] = []
    for item in sequence {
      guard let mapping = item.mapping, let bad = mapping["bad"]?.scalar?.string else {
        reader.reject("an example needs “bad”: a text with ⟦ ⟧ around what is wrong", at: item)
        continue
      }
      for key in mapping.keys where key.string != "bad" && key.string != "good" {
        reader.reject("unknown key “\(key.string ?? "")” in an example; write bad and good", at: key)
      }
      result.append(Example(bad: bad, good: mapping["good"]?.scalar?.string, line: item.mark?.line ?? 1))
    }
    return result
  }

  private static func readSilent(_ reader: inout YAMLReader) -> [Silent] {
    guard let node = reader.node("silent") else { return [] }
    guard let sequence = node.sequence else {
      reader.reject("“silent” must be a list of texts", at: node)
      return []
    }
    var result: [Silent] = []
    for item in sequence {
      if let text = item.scalar?.string {
        result.append(Silent(text: text, why: "", line: item.mark?.line ?? 1))
      } else if let mapping = item.mapping, let text = mapping["text"]?.scalar?.string {
        result.append(Silent(text: text, why: mapping["why"]?.scalar?.string ?? "", line: item.mark?.line ?? 1))
      } else {
        reader.reject("an item of “silent” is a text, or { text, why }", at: item)
      }
    }
    return result
  }
}
