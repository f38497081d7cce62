package import SuntingCore

/// The project's own word lists, shared by all workers.
///
/// They are options of the rules that use them (`supplement: supplement.txt`), so they travel in the rule pack like
/// everything else, and a newsroom can add words without building.
package struct LexiconWords: Sendable {
  /// Current words that the dictionary lacks.
  package let supplement: Set<String>
  /// Spellings that other families of rules answer for, and bits of other languages that news prints: neither
  /// reported nor proposed.
  package let tolerated: Set<String>
  /// The words of everyday news: the only ones that a misspelling is taken for.
  package let common: Set<String>

  package init(supplement: [String] = [], tolerated: [String] = [], common: [String] = []) {
    self.supplement = Set(supplement)
    self.tolerated = Set(tolerated)
    self.common = Set(common)
  }

  /// Gathers the lists from the options of the same names.
  package init(_ tables: RuleTables) {
    func gather(_ name: String) -> [String] { tables.rules.flatMap { $0.options[name] ?? [] } }
    self.init(supplement: gather("supplement"), tolerated: gather("tolerated"), common: gather("common"))
  }
}
