package import SuntingCore

/// Two or three words without the space between them (`terbukadan` → `terbuka dan`).
package struct JoinedWords: Check {
  package static let needsLexicon = true

  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    guard let words = LowerCaseWords(context) else { return }
    let suggestions = Suggestions(words.lexicon)
    let seams = WordSeams(words.lexicon)
    words.forEachSuspect { token, word in
      let entry = context.document.tokens[token]
      guard !entry.word.isListed, !words.lexicon.explainsInIndonesian(word), let parts = seams.split(word),
        suggestions.common(for: word).isEmpty, !words.lexicon.explains(word)
      else { return }
      report(Finding(range: entry.range, replacement: parts.joined(separator: " ")))
    }
  }
}
