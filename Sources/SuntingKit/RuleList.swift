package import SuntingCore
internal import SuntingRuleFormat

/// All rules as a list a person or a script reads.
package struct RuleList {
  private let rules: [RuleTables.Rule]
  private let library: RuleLibrary
  /// Of the rules that are on.
  private let severities: [String: Severity]
  private let language: MessageLanguage

  package init(_ library: RuleLibrary, severities: [String: Severity], language: MessageLanguage) {
    self.library = library
    self.severities = severities
    rules = library.tables.rules.filter { !$0.id.isEmpty }.sorted { $0.id < $1.id }
    self.language = language
  }

  private func isOn(_ rule: RuleTables.Rule) -> Bool { severities[rule.id] != nil }
  private func severity(_ rule: RuleTables.Rule) -> Severity { severities[rule.id] ?? rule.severity }

  package func text() -> String {
    var output = ""
    var family = ""
    let width = rules.map(\.id.count).max() ?? 0
    for rule in rules {
      if rule.family != family {
        family = rule.family
        let count = rules.filter { $0.family == family }
        output += "\n\(family)  (\(count.count) rules, \(count.reduce(0) { $0 + $1.entryCount }) entries)\n"
      }
      let padding = String(repeating: " ", count: width - rule.id.count + 2)
      let state = isOn(rule) ? "" : "  off"
      let severity = self.severity(rule).name
      let gap = String(repeating: " ", count: 10 - severity.count)
      output += "  \(rule.id)\(padding)\(severity)\(gap)  fix: \(rule.fix.name)  \(rule.entryCount)\(state)\n"
    }
    return output.isEmpty ? "" : String(output.dropFirst())
  }

  package func json() -> String {
    let items = rules.map { rule in
      let sources = (library.file(rule.id)?.sources ?? []).map { JSONText.quoted($0.flattened()) }
      return "{\"id\":\(JSONText.quoted(rule.id)),\"family\":\(JSONText.quoted(rule.family)),"
        + "\"severity\":\"\(severity(rule).name)\",\"default\":\(rule.isDefault),\"on\":\(isOn(rule)),\"mqm\":\(JSONText.quoted(rule.mqm)),"
        + "\"fix\":\"\(rule.fix.name)\",\"entries\":\(rule.entryCount),"
        + "\"message\":\(JSONText.quoted(rule.message[language])),\"why\":\(JSONText.quoted(rule.why[language])),"
        + "\"sources\":[\(sources.joined(separator: ","))]}"
    }
    return "[\n\(items.joined(separator: ",\n"))\n]\n"
  }

  package func markdown() -> String {
    var output = "| rule | severity | on | fix | entries | why |\n|---|---|---|---|---|---|\n"
    for rule in rules {
      let why = rule.why[language].flattened().split(separator: "|").joined(separator: "\\|")
      output +=
        "| `\(rule.id)` | \(severity(rule).name) | \(isOn(rule) ? "on" : "off") | \(rule.fix.name) | "
        + "\(rule.entryCount) | \(why) |\n"
    }
    return output
  }
}
