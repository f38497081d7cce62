/// Whether a derived word can have come about at all: the root test of `unknown-derived-word`.
struct Derivations {
  /// Why a word cannot be.
  enum Fault: Hashable {
    /// No reading of it has a stem that exists.
    case noRoot
    /// ke-tidak-…-an around a root that nobody uses any more.
    case obsoleteRoot
  }

  /// Shorter words have too many chance readings, and too many names.
  private static let shortestWord = 8

  private let lexicon: IndonesianLexicon

  init(_ lexicon: IndonesianLexicon) { self.lexicon = lexicon }

  func fault(in word: String) -> Fault? {
    guard word.utf8.count >= Self.shortestWord, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return nil }
    if lexicon.explainsInIndonesian(word) { return hasObsoleteRoot(word) ? .obsoleteRoot : nil }
    // English last: its dictionary is the dearest to load.
    return hasAffixesOnBothSides(word) && !couldBeLoan(word) && !lexicon.explains(word) ? .noRoot : nil
  }

  private func hasAffixesOnBothSides(_ word: String) -> Bool {
    var isCircumfixed = false
    Morphology.analyze(word) { analysis in
      isCircumfixed = analysis.isCircumfixed && analysis.stem.utf8.count >= 4
      return !isCircumfixed
    }
    return isCircumfixed
  }

  /// Any reading whose stem looks foreign: loans are free to take affixes before a dictionary has them.
  private func couldBeLoan(_ word: String) -> Bool {
    var isLoan = false
    Morphology.analyze(word) { analysis in
      isLoan = analysis.isCircumfixed && LoanShape.fits(analysis.stem)
      return !isLoan
    }
    return isLoan || LoanShape.fits(word)
  }

  /// New nouns in ke-tidak-…-an are made of living adjectives and verbs only. A root that only the dictionary
  /// remembers is an engine's invention (`ketidakbangkaran`: `bangkar` is a word for rough bark).
  private func hasObsoleteRoot(_ word: String) -> Bool {
    guard word.hasPrefix("ketidak") || word.hasPrefix("ketak"), !lexicon.knowsWhole(word) else { return false }
    var isNegation = false
    var isCurrent = false
    Morphology.analyze(word) { analysis in
      guard analysis.suffix == .an else { return true }
      let isNegated = analysis.prefixes.contains(.negation)
      if lexicon.words.contains(analysis.stem) || !isNegated && lexicon.knowsIndonesian(analysis.stem) {
        isCurrent = true
        return false
      }
      isNegation = isNegation || isNegated && lexicon.knowsIndonesian(analysis.stem)
      return true
    }
    return isNegation && !isCurrent
  }
}
