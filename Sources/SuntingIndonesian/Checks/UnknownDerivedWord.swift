package import SuntingCore

/// A word with Indonesian affixes on both sides of a root that does not exist: what an engine makes up when it splits
/// a word that it has never seen (`ketidakbangkaran`).
package struct UnknownDerivedWord: Check {
  package static let needsLexicon = true

  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    guard let words = LowerCaseWords(context) else { return }
    let derivations = Derivations(words.lexicon)
    let suggestions = Suggestions(words.lexicon)
    let seams = WordSeams(words.lexicon)
    words.forEachSuspect { token, word in
      guard let fault = derivations.fault(in: word) else { return }
      if fault == .noRoot {
        // One slip away from a common word it is a misspelling, and `unknown-word` says which.
        guard suggestions.common(for: word).isEmpty, seams.split(word) == nil, !isDerivedFromName(word, words),
          !words.isAmongForeignWords(token)
        else { return }
      }
      report(Finding(range: context.document.tokens[token].range))
    }
  }

  private func isDerivedFromName(_ word: String, _ words: LowerCaseWords) -> Bool {
    var isName = false
    Morphology.analyze(word) { analysis in
      isName = words.isName(analysis.stem)
      return !isName
    }
    return isName
  }
}
