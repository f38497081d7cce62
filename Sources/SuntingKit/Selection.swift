package import SuntingCore
internal import SuntingRuleFormat

/// Which rules run: the default ones, or those named by ID, family, profile or `all`.
package struct Selection: Sendable {
  package var select: [String]
  package var extendSelect: [String]
  package var ignore: [String]

  package init(select: [String] = [], extendSelect: [String] = [], ignore: [String] = []) {
    self.select = select
    self.extendSelect = extendSelect
    self.ignore = ignore
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
    let families = Set(tables.rules.map(\.family)).subtracting([""])
    let names = Set(tables.rules.map(\.id)).union(families).union(["all", "default"]).subtracting([""])
    for name in select + extendSelect + ignore where !names.contains(name) {
      throw UnknownName(name: name, suggestion: Suggestion.nearest(to: name, among: names.sorted()))
    }
    return tables.rules.map { rule in
      guard !rule.id.isEmpty else { return false }
      func isNamed(_ list: [String]) -> Bool {
        list.contains { $0 == "all" || $0 == rule.id || $0 == rule.family || ($0 == "default" && rule.isDefault) }
      }
      let isSelected = select.isEmpty ? rule.isDefault : isNamed(select)
      let isSelectedByID = (select + extendSelect).contains(rule.id)
      if ignore.contains(rule.id) || (isNamed(ignore) && !isSelectedByID) { return false }
      return isSelected || isNamed(extendSelect)
    }
  }
}
