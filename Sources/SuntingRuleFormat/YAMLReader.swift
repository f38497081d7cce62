internal import Yams

/// Reads one YAML mapping and remembers where everything stood and what was wrong.
struct YAMLReader {
  let path: String
  private(set) var errors: [RuleFileError] = []
  private var pairs: [(key: String, keyNode: Node, value: Node)] = []

  /// nil (with an error) when the text is not a YAML mapping.
  init(path: String, text: String) {
    self.path = path
    do {
      guard let node = try Yams.compose(yaml: text), let mapping = node.mapping else {
        errors.append(.init(path: path, line: 1, column: 1, message: "the file must be a YAML mapping of key: value"))
        return
      }
      pairs = mapping.map { (key: $0.key.string ?? "", keyNode: $0.key, value: $0.value) }
    } catch let error as YamlError {
      errors.append(Self.error(error, path))
    } catch {
      errors.append(.init(path: path, line: 1, column: 1, message: "\(error)"))
    }
  }

  /// A mapping inside the file.
  init(path: String, mapping: Node.Mapping) {
    self.path = path
    pairs = mapping.map { (key: $0.key.string ?? "", keyNode: $0.key, value: $0.value) }
  }

  /// The mapping at the key, with an error where it is none.
  mutating func mapping(_ key: String) -> YAMLReader? {
    guard let node = node(key) else { return nil }
    return mapping(node, of: key)
  }

  mutating func mapping(_ node: Node, of key: String) -> YAMLReader? {
    if let mapping = node.mapping { return YAMLReader(path: path, mapping: mapping) }
    reject("“\(key)” must hold keys and values", at: node)
    return nil
  }

  /// The errors of a mapping inside this one.
  mutating func take(_ other: YAMLReader) { errors += other.errors }

  var entries: [(key: String, keyNode: Node, value: Node)] { pairs }

  private static func error(_ error: YamlError, _ path: String) -> RuleFileError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return .init(path: path, line: mark.line, column: mark.column, message: problem)
    default: return .init(path: path, line: 1, column: 1, message: "\(error)")
    }
  }

  var keys: [String] { pairs.map(\.key) }
  func has(_ key: String) -> Bool { pairs.contains { $0.key == key } }
  func node(_ key: String) -> Node? { pairs.first { $0.key == key }?.value }

  mutating func reject(_ message: String, at node: Node?) {
    errors.append(.init(path: path, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, message: message))
  }
  mutating func append(_ error: RuleFileError) { errors.append(error) }
  mutating func reject(_ message: String, key: String) {
    reject(message, at: pairs.first { $0.key == key }?.keyNode)
  }

  /// Unknown and doubled keys are errors.
  mutating func allow(_ known: [String]) {
    var seen: Set<String> = []
    for pair in pairs {
      if !known.contains(pair.key) {
        let hint = Suggestion.nearest(to: pair.key, among: known).map { "; did you mean “\($0)”?" } ?? ""
        reject("unknown key “\(pair.key)”\(hint)", at: pair.keyNode)
      } else if !seen.insert(pair.key).inserted {
        reject("the key “\(pair.key)” stands twice", at: pair.keyNode)
      }
    }
  }

  mutating func string(_ key: String, required: Bool = false) -> String? {
    guard let node = node(key) else {
      if required { reject("the key “\(key)” is missing", at: nil) }
      return nil
    }
    guard let text = node.scalar?.string else {
      reject("“\(key)” must be a text", at: node)
      return nil
    }
    return text
  }

  mutating func choice<Value>(_ key: String, _ values: [(String, Value)], default fallback: Value) -> Value {
    guard let text = string(key) else { return fallback }
    if let match = values.first(where: { $0.0 == text }) { return match.1 }
    reject("“\(key)” is “\(text)”; it must be one of \(values.map(\.0).joined(separator: ", "))", at: node(key))
    return fallback
  }

  /// A text or a list of texts.
  mutating func strings(_ key: String) -> [(text: String, node: Node)] {
    guard let node = node(key) else { return [] }
    return strings(in: node, of: key)
  }

  mutating func strings(in node: Node, of key: String) -> [(text: String, node: Node)] {
    if let scalar = node.scalar { return [(scalar.string, node)] }
    guard let sequence = node.sequence else {
      reject("“\(key)” must be a text or a list of texts", at: node)
      return []
    }
    var result: [(text: String, node: Node)] = []
    for item in sequence {
      if let scalar = item.scalar {
        result.append((scalar.string, item))
      } else {
        reject("an item of “\(key)” must be a text", at: item)
      }
    }
    return result
  }
}
