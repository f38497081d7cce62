/// One way to take a word apart; whether its stem exists is for the lexicon to say.
package struct Analysis: Hashable, Sendable {
  /// What is left in the middle, with elided letters restored (`menulis` → `tulis`).
  package var stem: String
  package var prefixes = MorphemeChain.empty
  package var suffix = Suffix.none
  /// Pronouns and particles at the end, as written: `nya`, `nyalah`, or nothing.
  package var clitic = ""
  package var isReduplicated = false
  /// The affixes stand off with a hyphen, as they do before foreign words and abbreviations (`di-upload`, `ber-AC`).
  package var isHyphenated = false

  package init(stem: String) { self.stem = stem }

  /// Affixes on both sides, clitics aside: `ke-…-an`, `meN-…-kan`.
  package var isCircumfixed: Bool { !prefixes.isEmpty && suffix != .none }
  package var isBare: Bool { prefixes.isEmpty && suffix == .none && clitic.isEmpty && !isReduplicated }
}

extension Morphology {
  /// All ways to read a lower-case word as stem, affixes, clitics and reduplication, the whole word as stem first.
  package static func analyses(of word: String) -> [Analysis] {
    var found: [Analysis] = []
    analyze(word) { analysis in
      if !found.contains(analysis) { found.append(analysis) }
      return true
    }
    return found
  }

  /// Passes the readings on one by one, until `visit` has seen enough and says false.
  package static func analyze(_ word: String, _ visit: (Analysis) -> Bool) {
    if word.utf8.contains(UInt8(ascii: "-")) {
      Hyphenated.analyze(word, visit)
    } else {
      var analyzer = Analyzer(word)
      analyzer.run(visit)
    }
  }
}
