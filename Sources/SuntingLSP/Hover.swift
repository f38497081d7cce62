import SuntingCore
import SuntingKit
import SuntingRuleFormat

extension Analysis {
  /// What is wrong at the place, why, and who says so; null where nothing is.
  func hover(at offset: Int, _ client: Client) -> JSONValue {
    let found = diagnostics(touching: offset..<offset)
    guard let smallest = found.min(by: { $0.range.length < $1.range.length }) else { return .null }
    let text = found.map(explanation).joined(separator: "\n\n---\n\n")
    return [
      "contents": ["kind": "markdown", "value": .string(text)],
      "range": document.text.range(smallest.range, client.encoding),
    ]
  }

  private func explanation(_ diagnostic: Diagnostic) -> String {
    let library = linter.settings.engine.library
    var parts = ["**\(diagnostic.message[language])**"]
    guard let number = library.tables.rule(diagnostic.rule) else { return parts[0] }
    let rule = library.tables.rules[number]
    parts.append(rule.why[language].flattened())
    if !rule.fixReason[language].isEmpty { parts.append("*" + rule.fixReason[language].flattened() + "*") }
    let sources = library.file(diagnostic.rule)?.sources ?? []
    if !sources.isEmpty {
      parts.append(
        (language == .id ? "Sumber: " : "Sources: ") + sources.map { $0.flattened() }.joined(separator: "; "))
    }
    parts.append("`\(diagnostic.rule)`")
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
