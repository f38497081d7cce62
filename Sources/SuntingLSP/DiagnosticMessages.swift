import SuntingCore
import SuntingKit

extension Analysis {
  func published(for client: Client) -> [JSONValue] { diagnostics.map { published($0, client) } }

  func published(_ diagnostic: Diagnostic, _ client: Client) -> JSONValue {
    var entries: [(key: String, value: JSONValue)] = [
      ("range", document.text.range(diagnostic.range, client.encoding)),
      ("severity", .int(Self.severity(diagnostic.severity))),
      ("code", .string(diagnostic.rule)),
      ("source", "sunting"),
      ("message", .string(diagnostic.message[language])),
      ("data", ["fingerprint": .string(diagnostic.fingerprint)]),
    ]
    if let pages = client.rulePages {
      entries.append(("codeDescription", ["href": .string("\(pages)\(diagnostic.rule)?language=\(language.rawValue)")]))
    }
    if client.knowsUnnecessary, diagnostic.fixes.contains(where: { $0.edits.allSatisfy(\.text.isEmpty) }) {
      entries.append(("tags", [1]))
    }
    if client.knowsRelatedInformation, !diagnostic.related.isEmpty {
      entries.append(("relatedInformation", .array(diagnostic.related.map { related($0, client) })))
    }
    return .object(entries)
  }

  private func related(_ place: RelatedPlace, _ client: Client) -> JSONValue {
    [
      "location": ["uri": .string(document.uri), "range": document.text.range(place.range, client.encoding)],
      "message": .string(place.message[language]),
    ]
  }

  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .suggestion: 3
    }
  }
}
