package import SuntingCore

/// The project's own word lists, shared by all workers.
///
/// They are options of `lexicon/unknown-word` (`supplement: supplement.txt`), so they travel in the rule pack like
/// everything else, and a newsroom can add words without building.
package struct LexiconWords: Sendable {
  private enum List: UInt8 {
    /// Current words that the dictionary lacks.
    case supplement = 1
    /// Spellings that other families of rules answer for, and bits of other languages that news prints: neither
    /// reported nor proposed.
    case tolerated = 2
    /// The words of everyday news: the only ones that a misspelling is taken for.
    case common = 4
    /// Roots in current use that are not common: the dictionary has many more that nobody derives new words from.
    case roots = 8
  }

  private let table: WordTable

  package init(
    supplement: [String] = [], tolerated: [String] = [], common: [String] = [], roots: [String] = []
  ) {
    table = WordTable([supplement, tolerated, common, roots].map { [TextTable($0)] })
  }

  /// Gathers the lists from the options of the same names.
  package init(_ tables: RuleTables) {
    table = WordTable(
      ["supplement", "tolerated", "common", "roots"].map { name in tables.rules.compactMap { $0.options.table(name) } })
  }

  /// Whether the small word stands in any of the lists.
  func contains(_ word: String) -> Bool { lists(word) != 0 }

  /// Whether the word is in current use.
  func isCurrent(_ word: String) -> Bool { lists(word) & ~List.tolerated.rawValue != 0 }

  func isSupplement(_ word: String) -> Bool { lists(word) & List.supplement.rawValue != 0 }
  func isTolerated(_ word: String) -> Bool { lists(word) & List.tolerated.rawValue != 0 }
  func isCommon(_ hash: UInt64) -> Bool { table.lists(hash) & List.common.rawValue != 0 }

  private func lists(_ word: String) -> UInt8 { table.lists(WordHash.hash(word)) }
}
