package import SuntingCore
package import SuntingRuleFormat

/// The settings that hold for a file, each with the place it comes from.
package struct ConfigurationReport {
  private let resolver: SettingsResolver
  private let path: String
  private let project: Project
  private let settings: FileSettings

  /// - Parameter path: absolute; the file need not exist.
  package init(resolver: SettingsResolver, path: String) throws(RuleFileErrors) {
    self.resolver = resolver
    self.path = path
    project = try resolver.finder.project(for: AbsolutePath.parent(path) ?? "/")
    settings = try resolver.settings(for: path)
  }

  package func text(_ language: MessageLanguage) -> String {
    let configuration = project.configuration
    let unset = language == .id ? "bawaan" : "default"
    var rows: [(key: String, value: String, origin: String)] = []
    rows.append(("configuration", configuration?.path ?? "-", ""))
    func row<Value>(_ key: String, _ value: Value?, _ place: Located<Value>?, fallback: String) {
      rows.append((key, value.map { "\($0)" } ?? fallback, place.map(origin) ?? unset))
    }
    row("language", configuration?.language.map(\.value), configuration?.language, fallback: language.rawValue)
    rows.append(("fail-on", settings.failOn.rawValue, configuration?.failOn.map(origin) ?? unset))
    let input = project.input(for: path)
    rows.append(("format", settings.format.rawValue, input?.format.map(origin) ?? unset))
    if settings.format.hasFields {
      list("field", settings.formatOptions.fields, input?.fields.first, &rows, unset)
      list("id", [settings.formatOptions.id], input?.id, &rows, unset)
    }
    if settings.format.hasFrontMatter {
      list("front-matter", settings.formatOptions.frontMatter, input?.frontMatter, &rows, unset)
    }
    rows.append(("baseline", configuration?.baseline?.value ?? "-", configuration?.baseline.map(origin) ?? unset))
    list("include", configuration?.include, &rows, unset)
    list("exclude", configuration?.exclude, &rows, unset)
    list("rules", configuration?.ruleFolders, &rows, unset)
    list("allow.words", configuration?.words, &rows, unset)
    list("allow.names", configuration?.names, &rows, unset)
    list("allow.files", configuration?.wordFiles, &rows, unset)
    for layer in layers { selection(layer.rules, layer.name, &rows) }
    flags(&rows)
    return Self.table(rows) + "\n" + ruleCount(language)
  }

  private var layers: [(name: String, rules: Configuration.Rules)] {
    guard let configuration = project.configuration else { return [] }
    return [("", configuration.rules)]
      + project.overrides(for: path).map { ("overrides[\($0.files.map(\.value).joined(separator: ", "))].", $0.rules) }
  }

  private func selection(
    _ rules: Configuration.Rules, _ prefix: String, _ rows: inout [(key: String, value: String, origin: String)]
  ) {
    for (key, names) in [("select", rules.select), ("extend-select", rules.extendSelect), ("ignore", rules.ignore)] {
      for name in names { rows.append((prefix + key, name.value, origin(name))) }
    }
    for entry in rules.severity {
      rows.append((prefix + "severity", "\(entry.rule.value): \(entry.severity.name)", origin(entry.rule)))
    }
  }

  private func flags(_ rows: inout [(key: String, value: String, origin: String)]) {
    let flags = resolver.flags.selection
    for (key, names) in [("select", flags.select), ("extend-select", flags.extendSelect), ("ignore", flags.ignore)] {
      for name in names { rows.append((key, name, "--\(key)")) }
    }
    for folder in resolver.flags.ruleFolders { rows.append(("rules", folder, "--rules-dir")) }
  }

  private func list(
    _ key: String, _ values: [Located<String>]?, _ rows: inout [(key: String, value: String, origin: String)],
    _ unset: String
  ) {
    guard let values, !values.isEmpty else { return rows.append((key, "-", unset)) }
    for value in values { rows.append((key, value.value, origin(value))) }
  }

  private func list<Value>(
    _ key: String, _ values: [String], _ place: Located<Value>?,
    _ rows: inout [(key: String, value: String, origin: String)], _ unset: String
  ) {
    rows.append((key, values.isEmpty ? "-" : values.joined(separator: ", "), place.map(origin) ?? unset))
  }

  private func origin<Value>(_ place: Located<Value>) -> String {
    "\(project.configuration?.path ?? ""):\(place.line):\(place.column)"
  }

  private func ruleCount(_ language: MessageLanguage) -> String {
    let all = settings.engine.library.allIDs.count
    let on = settings.engine.severities.count
    return language == .id ? "\(on) dari \(all) aturan menyala\n" : "\(on) of \(all) rules are on\n"
  }

  private static func table(_ rows: [(key: String, value: String, origin: String)]) -> String {
    let keyWidth = rows.map(\.key.count).max() ?? 0
    let valueWidth = min(40, rows.map(\.value.count).max() ?? 0)
    return rows.map { row in
      let value = row.key + String(repeating: " ", count: keyWidth - row.key.count + 2) + row.value
      let gap = String(repeating: " ", count: max(0, valueWidth - row.value.count) + 2)
      return row.origin.isEmpty ? value : value + gap + row.origin
    }.joined(separator: "\n") + "\n"
  }
}
