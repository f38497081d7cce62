package import SuntingCore
internal import SuntingRuleFormat

/// Which rules run: the default ones, or those named by ID, family, profile or `all`. Layers (configuration, override,
/// command line) are laid one over the other; the last has the last word.
package struct Selection: Sendable, Hashable {
  package struct Layer: Sendable, Hashable {
    package var select: [String] = []
    package var extendSelect: [String] = []
    package var ignore: [String] = []

    package init(select: [String] = [], extendSelect: [String] = [], ignore: [String] = []) {
      self.select = select
      self.extendSelect = extendSelect
      self.ignore = ignore
    }
  }

  package var layers: [Layer]

  package init(layers: [Layer]) { self.layers = layers }
  package init(select: [String] = [], extendSelect: [String] = [], ignore: [String] = []) {
    layers = [Layer(select: select, extendSelect: extendSelect, ignore: ignore)]
  }

  package struct UnknownName: Error, Sendable, CustomStringConvertible {
    package let name: String
    package let suggestion: String?
    package var description: String {
      "unknown rule or family “\(name)”" + (suggestion.map { "; did you mean “\($0)”?" } ?? "; see `sunting rules`")
    }
  }

  /// One answer per rule of the tables.
  package func enabled(in tables: RuleTables) throws(UnknownName) -> [Bool] {
    let names = RuleNames(tables)
    for layer in layers {
      for name in layer.select + layer.extendSelect + layer.ignore { try names.check(name) }
    }
    return tables.rules.map { rule in !rule.id.isEmpty && isEnabled(rule) }
  }

  private func isEnabled(_ rule: RuleTables.Rule) -> Bool {
    var isOn = rule.isDefault
    var isIgnored = false
    for layer in layers {
      if !layer.select.isEmpty { isOn = Self.names(layer.select, rule) }
      if Self.names(layer.extendSelect, rule) { isOn = true }
      let chosen = layer.select + layer.extendSelect
      if chosen.contains(rule.id) || chosen.contains(rule.family) { isIgnored = false }
      if layer.ignore.contains(rule.id) || (Self.names(layer.ignore, rule) && !chosen.contains(rule.id)) {
        isIgnored = true
      }
    }
    return isOn && !isIgnored
  }

  private static func names(_ list: [String], _ rule: RuleTables.Rule) -> Bool {
    list.contains { $0 == rule.id || $0 == rule.family || Profile(rawValue: $0)?.contains(rule) == true }
  }
}

/// The names that may stand where rules are chosen.
package struct RuleNames: Sendable {
  private let names: Set<String>
  private let known: [String]

  package init(_ tables: RuleTables) {
    var names = Set(tables.rules.map(\.id)).union(tables.rules.map(\.family))
    names.remove("")
    names.formUnion(Profile.allCases.map(\.rawValue))
    self.names = names
    known = names.sorted()
  }

  package func check(_ name: String) throws(Selection.UnknownName) {
    guard !names.contains(name) else { return }
    throw Selection.UnknownName(name: name, suggestion: Suggestion.nearest(to: name, among: known))
  }
}
