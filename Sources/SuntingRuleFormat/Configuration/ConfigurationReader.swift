internal import SuntingCore
internal import Yams

extension Configuration {
  static let keys = [
    "version", "language", "select", "extend-select", "ignore", "severity", "overrides", "include", "exclude", "inputs",
    "allow", "rules", "fail-on", "baseline",
  ]
  static let ruleKeys = ["select", "extend-select", "ignore", "severity"]

  /// Reads a configuration.
  ///
  /// - Throws: all that is wrong with it, with lines and columns.
  package static func read(path: String, text: String) throws(RuleFileErrors) -> Configuration {
    var reader = YAMLReader(path: path, text: text)
    var configuration = Configuration(path: path)
    if !reader.keys.isEmpty || reader.errors.isEmpty { configuration.read(&reader) }
    guard reader.errors.isEmpty else { throw RuleFileErrors(reader.errors) }
    return configuration
  }

  private mutating func read(_ reader: inout YAMLReader) {
    reader.allow(Self.keys)
    reader.requireVersion(1)
    language = reader.located("language", ["id": MessageLanguage.id, "en": .en])
    failOn = reader.located(
      "fail-on", Dictionary(uniqueKeysWithValues: FailureThreshold.allCases.map { ($0.rawValue, $0) }))
    rules = Self.rules(&reader)
    overrides = Self.overrides(&reader)
    include = reader.locatedStrings("include")
    exclude = reader.locatedStrings("exclude")
    ruleFolders = reader.locatedStrings("rules")
    baseline = reader.locatedStrings("baseline").first
    inputs = Self.inputs(&reader)
    guard var allow = reader.mapping("allow") else { return }
    allow.allow(["words", "names", "files"])
    words = allow.locatedStrings("words")
    names = allow.locatedStrings("names")
    wordFiles = allow.locatedStrings("files")
    reader.take(allow)
  }

  private static func rules(_ reader: inout YAMLReader) -> Rules {
    var rules = Rules()
    rules.select = reader.locatedStrings("select")
    rules.extendSelect = reader.locatedStrings("extend-select")
    rules.ignore = reader.locatedStrings("ignore")
    guard var severities = reader.mapping("severity") else { return rules }
    for entry in severities.entries {
      guard let severity = entry.value.string.flatMap(Severity.init(name:)) else {
        severities.reject("the severity of “\(entry.key)” must be error, warning or suggestion", at: entry.value)
        continue
      }
      rules.severity.append((Located(entry.key, at: entry.keyNode), severity))
    }
    reader.take(severities)
    return rules
  }

  private static func overrides(_ reader: inout YAMLReader) -> [Override] {
    guard let node = reader.node("overrides") else { return [] }
    guard let sequence = node.sequence else {
      reader.reject("“overrides” must be a list of { files, … }", at: node)
      return []
    }
    var result: [Override] = []
    for item in sequence {
      guard var inner = reader.mapping(item, of: "an item of overrides") else { continue }
      inner.allow(["files"] + ruleKeys)
      let files = inner.locatedStrings("files")
      if files.isEmpty { inner.reject("an item of “overrides” needs “files”: a glob or a list of globs", at: item) }
      result.append(Override(files: files, rules: rules(&inner)))
      reader.take(inner)
    }
    return result
  }

  private static func inputs(_ reader: inout YAMLReader) -> [Input] {
    guard var globs = reader.mapping("inputs") else { return [] }
    var result: [Input] = []
    for entry in globs.entries {
      guard var inner = globs.mapping(entry.value, of: entry.key) else { continue }
      inner.allow(["format", "field", "id", "front-matter"])
      var input = Input(glob: Located(entry.key, at: entry.keyNode))
      input.format = inner.locatedStrings("format").first
      input.fields = inner.locatedStrings("field")
      input.id = inner.locatedStrings("id").first
      if let node = inner.node("front-matter") {
        input.frontMatter = Located(inner.strings("front-matter").map(\.text), at: node)
      }
      result.append(input)
      globs.take(inner)
    }
    reader.take(globs)
    return result
  }
}

extension YAMLReader {
  /// Files that users write carry the version of their format.
  mutating func requireVersion(_ known: Int) {
    guard let node = node("version") else {
      return reject("the key “version” is missing; write version: \(known)", at: nil)
    }
    guard node.string == String(known) else {
      return reject("version “\(node.string ?? "")” is not known to this sunting; it reads version \(known)", at: node)
    }
  }

  fileprivate mutating func located<Value>(_ key: String, _ values: [String: Value]) -> Located<Value>? {
    guard let text = string(key), let node = node(key) else { return nil }
    guard let value = values[text] else {
      reject("“\(key)” is “\(text)”; it must be one of \(values.keys.sorted().joined(separator: ", "))", at: node)
      return nil
    }
    return Located(value, at: node)
  }

  mutating func locatedStrings(_ key: String) -> [Located<String>] {
    strings(key).map { Located($0.text, at: $0.node) }
  }
}

extension Located {
  init(_ value: Value, at node: Node) { self.init(value, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1) }
}
