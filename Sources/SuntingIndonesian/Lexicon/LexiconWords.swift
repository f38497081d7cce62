package import SuntingCore

/// The project's own word lists, shared by all workers.
///
/// They are options of `lexicon/unknown-word` (`supplement: supplement.txt`), so they travel in the rule pack like
/// everything else, and a newsroom can add words without building.
package struct LexiconWords: Sendable {
  /// Current words that the dictionary lacks.
  package let supplement: Set<String>
  /// Spellings that other families of rules answer for, and bits of other languages that news prints: neither
  /// reported nor proposed.
  package let tolerated: Set<String>
  /// The words of everyday news: the only ones that a misspelling is taken for.
  package let common: Set<String>
  /// Roots in current use that are not common: the dictionary has many more that nobody derives new words from.
  package let roots: Set<String>

  package init(
    supplement: [String] = [], tolerated: [String] = [], common: [String] = [], roots: [String] = []
  ) {
    self.supplement = Set(supplement)
    self.tolerated = Set(tolerated)
    self.common = Set(common)
    self.roots = Set(roots)
  }

  /// Gathers the lists from the options of the same names.
  package init(_ tables: RuleTables) {
    func gather(_ name: String) -> [String] { tables.rules.flatMap { $0.options[name] ?? [] } }
    self.init(
      supplement: gather("supplement"), tolerated: gather("tolerated"), common: gather("common"),
      roots: gather("roots"))
  }

  /// Whether the word stands in any of the lists.
  func contains(_ word: String) -> Bool { isCurrent(word) || tolerated.contains(word) }

  /// Whether the word is in current use.
  func isCurrent(_ word: String) -> Bool {
    common.contains(word) || supplement.contains(word) || roots.contains(word)
  }
}
