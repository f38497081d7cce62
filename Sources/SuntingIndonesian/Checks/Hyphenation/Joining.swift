internal import SuntingCore

/// Whether a bound form or clitic takes a hyphen at a word or is written together with it (EYD V, bentuk terikat,
/// tanda hubung: a hyphen stands at capitals, figures and words of another language).
enum Joining {
  /// - Parameter isHyphenatedUnknown: what to do with a word that no dictionary knows, or without a dictionary.
  static func takesHyphen(
    at token: Int, in context: CheckContext, _ block: Block, unknown isHyphenatedUnknown: Bool
  ) -> Bool {
    let document = context.document
    let flags = document.tokens[token].flags
    if flags.contains(.allCapitals) || document.tokens[token].kind == .number { return true }
    if flags.contains(.capital), hasInnerCapital(document.text(of: token)) || document.isName(token, in: block) {
      return true
    }
    let word = document.foldedText(token)
    if looksForeign(word) || isTolerated(word, context) { return true }
    switch context.lexicon?.standing(of: word) {
    case .indonesian: return false
    case .english: return true
    case .unknown, nil: return isHyphenatedUnknown
    }
  }

  /// English words that the lexicon lets pass are not Indonesian for that.
  private static func isTolerated(_ word: String, _ context: CheckContext) -> Bool {
    guard let lexicon = context.lexicon as? IndonesianLexicon else { return false }
    return lexicon.words.isTolerated(word) && !lexicon.words.isSupplement(word)
  }

  private static func hasInnerCapital(_ text: String) -> Bool { text.dropFirst().contains { $0.isUppercase } }

  /// Letters that Indonesian words do not have: `github`, `backup`, `host` stays open.
  static func looksForeign(_ word: String) -> Bool {
    let letters = Array(word.utf8)
    for (first, second) in zip(letters, letters.dropFirst()) {
      switch (first, second) {
      case (0x74, 0x68), (0x67, 0x68), (0x63, 0x6B), (0x70, 0x68), (0x73, 0x68), (0x6F, 0x6F), (0x65, 0x65),
        (0x63, 0x68), (0x77, 0x68), (0x6C, 0x6C), (0x73, 0x73), (0x74, 0x74), (0x66, 0x66), (0x6D, 0x6D):
        return true
      default: break
      }
    }
    return letters.contains(0x78) || letters.contains(0x71)
  }
}
