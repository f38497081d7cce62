package import SuntingCore

/// A word that no dictionary has, one slip of the fingers away from a word of everyday news (`masyarkat`).
package struct UnknownWord: Check {
  package static let needsLexicon = true

  /// Shorter words have too many neighbours.
  private static let shortestWord = 6
  /// A word that comes back again and again is a term, not a slip.
  private static let mostOccurrences = 2

  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    guard let words = LowerCaseWords(context) else { return }
    let suggestions = Suggestions(words.lexicon)
    words.forEachSuspect { token, word in
      let entry = context.document.tokens[token]
      // A rule that mentions the word answers for it.
      guard word.utf8.count >= Self.shortestWord, !entry.word.isListed, !entry.flags.contains(.quoted),
        !words.lexicon.explainsInIndonesian(word)
      else { return }
      let meant = suggestions.common(for: word)
      // English last: its dictionary is the dearest to load.
      guard !meant.isEmpty, words.count(of: token) <= Self.mostOccurrences, !words.lexicon.explains(word),
        !words.isAmongForeignWords(token)
      else { return }
      var finding = Finding(range: entry.range, replacement: meant[0])
      finding.alternatives = meant
      report(finding)
    }
  }
}
