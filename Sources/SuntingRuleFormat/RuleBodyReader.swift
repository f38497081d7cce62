internal import SuntingCore
internal import Yams

/// Reads what is wrong (`pattern`, `words`, `block`, `check`) and the rest that the engine needs.
struct RuleBodyReader {
  let load: (String) -> String?

  /// nil, with errors in the reader, when the rule cannot be used.
  mutating func definition(id: String, _ reader: inout YAMLReader) -> RuleDefinition? {
    let severity = reader.choice("severity", Severity.allCases.map { ($0.name, $0) }, default: .warning)
    if !reader.has("severity") { reader.reject("the key “severity” is missing", at: nil) }
    let mqm = reader.string("mqm", required: true) ?? ""
    let isDefault = reader.choice(
      "default", [("on", true), ("off", false), ("true", true), ("false", false)], default: true)
    let message = bilingual("message", required: true, &reader)
    let why = bilingual("why", required: true, &reader)
    let fixReason = bilingual("fix-reason", required: false, &reader)
    let fix = reader.choice("fix", FixSafety.allCases.map { ($0.name, $0) }, default: .none)
    var skip: SkippedPlaces = []
    for (text, node) in reader.strings("skip") {
      if let place = SkippedPlaces.byName[text] {
        skip.insert(place)
      } else {
        reader.reject(
          "unknown place “\(text)”; places are \(SkippedPlaces.byName.keys.sorted().joined(separator: ", "))", at: node)
      }
    }
    var except: [Pattern] = []
    for (text, node) in reader.strings("except") {
      if let pattern = parse(text, at: node, &reader) { except.append(pattern) }
    }
    let english = reader.string("english") ?? ""
    let kinds = ["pattern", "words", "block", "check"].filter { reader.has($0) }
    guard kinds.count == 1 else {
      reader.reject(
        kinds.isEmpty
          ? "nothing says what is wrong: one of pattern, words, block or check is needed"
          : "only one of \(kinds.joined(separator: ", ")) may say what is wrong", at: nil)
      return nil
    }
    let body: RuleDefinition.Body
    switch kinds[0] {
    case "pattern": body = .phrases(phrases(&reader, english: english, fix: fix))
    case "words": body = .words(words(&reader, fix: fix))
    case "block": body = .blocks(blocks(&reader))
    default: body = .check(name: reader.string("check") ?? "", options: options(&reader))
    }
    return RuleDefinition(
      id: id, severity: severity, mqm: mqm, isDefault: isDefault, message: message, why: why, english: english,
      fix: fix, fixReason: fixReason, skip: skip, except: except, body: body)
  }

  private func bilingual(_ key: String, required: Bool, _ reader: inout YAMLReader) -> Bilingual {
    guard let node = reader.node(key) else {
      if required { reader.reject("the key “\(key)” is missing", at: nil) }
      return Bilingual(id: "", en: "")
    }
    guard let mapping = node.mapping, let id = mapping["id"]?.scalar?.string, let en = mapping["en"]?.scalar?.string
    else {
      reader.reject("“\(key)” needs a text in both languages: { id: …, en: … }", at: node)
      return Bilingual(id: "", en: "")
    }
    return Bilingual(id: id, en: en)
  }

  private func parse(_ text: String, at node: Node, _ reader: inout YAMLReader) -> Pattern? {
    do { return try PatternParser.parse(text) } catch {
      reader.reject("\(error.message) (at “\(String(text.dropFirst(error.offset).prefix(12)))”)", at: node)
      return nil
    }
  }

  /// The name in `{ file: name }`.
  private func fileName(_ node: Node) -> String? { node.mapping?["file"]?.scalar?.string }

  private func table(_ name: String, at node: Node, columns: [String], _ reader: inout YAMLReader) -> Table? {
    guard let text = load(name) else {
      reader.reject("there is no file “\(name)” beside the rule", at: node)
      return nil
    }
    let folder = reader.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let path = folder.isEmpty ? name : folder + "/" + name
    let (table, errors) = Table.read(text, path: path, columns: columns)
    for error in errors { reader.append(error) }
    return table
  }

  private func phrases(_ reader: inout YAMLReader, english: String, fix: FixSafety) -> [RuleDefinition.Entry] {
    guard let node = reader.node("pattern") else { return [] }
    let replacement = reader.string("replace")
    if let name = fileName(node) {
      guard let table = table(name, at: node, columns: ["pattern", "replace", "english", "fix"], &reader) else {
        return []
      }
      return table.rows.compactMap { row in
        let pattern: Pattern
        switch Result(catching: { () throws(PatternError) in try PatternParser.parse(row["pattern"]) }) {
        case .success(let parsed): pattern = parsed
        case .failure(let error):
          reader.append(.init(path: table.path, line: row.line, column: error.offset + 1, message: error.message))
          return nil
        }
        let own = row["replace"]
        let safety = row["fix"].isEmpty ? fix : FixSafety(name: row["fix"])
        guard let safety else {
          reader.append(
            .init(
              path: table.path, line: row.line, column: 1, message: "fix is safe, unsafe or none, not “\(row["fix"])”"))
          return nil
        }
        return .init(
          pattern: pattern, replacement: own.isEmpty || own == "-" ? replacement : own,
          english: row["english"].isEmpty ? english : row["english"], fix: safety)
      }
    }
    return reader.strings("pattern").compactMap { text, node in
      parse(text, at: node, &reader).map { .init(pattern: $0, replacement: replacement, english: english, fix: fix) }
    }
  }

  private func words(_ reader: inout YAMLReader, fix: FixSafety) -> [RuleDefinition.Entry] {
    guard let node = reader.node("words") else { return [] }
    if let name = fileName(node), node.mapping?.count == 1 {
      guard let table = table(name, at: node, columns: ["bad", "good"], &reader) else { return [] }
      return table.rows.map { Self.entry(bad: $0["bad"], good: $0["good"], fix: fix) }
    }
    guard let mapping = node.mapping else {
      reader.reject("“words” is a table of wrong: right, or { file: name.tsv }", at: node)
      return []
    }
    return mapping.compactMap { key, value in
      guard let bad = key.string, let good = value.string else {
        reader.reject("each entry of “words” is wrong: right", at: key)
        return nil
      }
      return Self.entry(bad: bad, good: good, fix: fix)
    }
  }

  /// A word or phrase as a pattern: its last word may carry a clitic, which the replacement keeps.
  private static func entry(bad: String, good: String, fix: FixSafety) -> RuleDefinition.Entry {
    let parts = bad.split(separator: " ").map(String.init)
    let nodes = parts.enumerated().map { index, part -> Pattern.Node in
      let isCapital = part.first?.isUppercase == true
      return .word(part, case: isCapital ? .capital : .lower, hasClitic: index == parts.count - 1)
    }
    let replacement =
      good.isEmpty || good == "-"
      ? nil : good.split(separator: "|").map { String($0).trimmingSpaces() + "~" }.joined(separator: " | ")
    return .init(
      pattern: Pattern(source: bad, nodes: nodes, conditions: []), replacement: replacement, english: nil, fix: fix)
  }

  private func blocks(_ reader: inout YAMLReader) -> [RuleDefinition.BlockLine] {
    guard let node = reader.node("block") else { return [] }
    let kinds = FurnitureKind.allCases.map { ($0.name, $0) }
    let kind = reader.choice("kind", kinds, default: .furniture)
    if let name = fileName(node) {
      guard let table = table(name, at: node, columns: ["line", "kind"], &reader) else { return [] }
      return table.rows.compactMap { row in
        let own = row["kind"].isEmpty ? kind : kinds.first { $0.0 == row["kind"] }?.1
        guard let own else {
          reader.append(
            .init(
              path: table.path, line: row.line, column: 1,
              message: "kind is \(kinds.map(\.0).joined(separator: ", ")), not “\(row["kind"])”"))
          return nil
        }
        return .init(pattern: BlockLines.pattern(row["line"]), kind: own)
      }
    }
    return reader.strings("block").map { .init(pattern: BlockLines.pattern($0.text), kind: kind) }
  }

  /// Options of a check; `name.txt` or `name.tsv` stands for the lines of the file beside the rule.
  private func options(_ reader: inout YAMLReader) -> [String: [String]] {
    guard let node = reader.node("options") else { return [:] }
    guard let mapping = node.mapping else {
      reader.reject("“options” is a table of name: value", at: node)
      return [:]
    }
    var result: [String: [String]] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      var values: [String] = []
      for (text, item) in reader.strings(in: value, of: name) {
        guard text.hasSuffix(".txt") || text.hasSuffix(".tsv") else {
          values.append(text)
          continue
        }
        guard let lines = load(text) else {
          reader.reject("there is no file “\(text)” beside the rule", at: item)
          continue
        }
        values += Table.lines(lines)
      }
      result[name] = values
    }
    return result
  }
}
