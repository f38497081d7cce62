/// A comment that turns rules off: `sunting-disable RULE[, RULE] -- reason` and its relatives.
package struct SuppressionComment: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case disable = "sunting-disable"
    case enable = "sunting-enable"
    case nextLine = "sunting-disable-next-line"
    case file = "sunting-disable-file"
  }

  package let kind: Kind
  /// IDs and families; empty for every rule.
  package let rules: [String]
  package let range: TextRange

  /// What a comment turned out to be.
  package enum Reading: Sendable, Hashable {
    case suppression(SuppressionComment)
    /// It begins with `sunting-` but names no directive.
    case unknown(word: String, range: TextRange)
    /// Any other comment.
    case other
  }

  package static func read(_ comment: ProseComment) -> Reading {
    let words = comment.text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" || $0 == "," }
    guard let first = words.first, first.hasPrefix("sunting-") else { return .other }
    guard let kind = Kind(rawValue: String(first)) else { return .unknown(word: String(first), range: comment.range) }
    let rules = words.dropFirst().prefix { $0 != "--" && $0 != "–" && $0 != "—" }
    return .suppression(SuppressionComment(kind: kind, rules: rules.map(String.init), range: comment.range))
  }

  /// Whether a name in a comment (an ID or a family) means the rule.
  package static func name(_ name: String, means rule: String) -> Bool {
    name == rule || (rule.hasPrefix(name) && rule.dropFirst(name.count).first == "/") || name == "all"
  }
}
