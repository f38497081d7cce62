package import SuntingCore

/// One everyday English word between Indonesian words (`dan kota not bertahan lama`): what an engine did not know or
/// wrote beside its own translation.
///
/// Loans cannot be told from leftovers by form, so a word counts only when it is in the list of everyday words, or ends
/// as no loan does (`-ed`, `-ly`, `-tion`), terms aside.
package struct LoneEnglishWord: Check {
  package static let needsLexicon = true

  private static let shortestWord = 3
  /// A word that comes back is a term of the article.
  private static let mostOccurrences = 2

  private let everyday: WordList
  private let terms: WordList
  private let endings: [String]

  package init(options: CheckOptions) throws(CheckOptionError) {
    everyday = WordList(options["everyday"])
    terms = WordList(options["terms"])
    endings = options["endings"] ?? []
    guard !everyday.isEmpty else { throw CheckOptionError(message: "“everyday” names a list of English words") }
  }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    guard let words = LowerCaseWords(context) else { return }
    words.forEachSuspect { token, word in
      guard word.utf8.count >= Self.shortestWord, isLeftover(word, words.lexicon), isAmongIndonesian(token, words),
        words.count(of: token) <= Self.mostOccurrences
      else { return }
      report(Finding(range: context.document.tokens[token].range))
    }
  }

  private func isLeftover(_ word: String, _ lexicon: IndonesianLexicon) -> Bool {
    if everyday.contains(word) { return true }
    guard word.utf8.count >= 6, endings.contains(where: word.hasSuffix), !terms.contains(word) else { return false }
    return lexicon.knowsEnglishWord(word)
  }

  /// Words beside it that are neither Indonesian nor names make it part of a passage or a title, and so does a
  /// quotation of the word alone; of the words nearby, most are Indonesian.
  private func isAmongIndonesian(_ token: Int, _ words: LowerCaseWords) -> Bool {
    let document = words.context.document
    let sentence = document.sentence(of: token)
    let isLong = document.tokens[token].range.length >= 5
    var names = 0
    var indonesian = 0
    for offset in [-4, -3, -2, -1, 1, 2, 3, 4] where sentence.contains(token + offset) {
      let neighbour = token + offset
      let entry = document.tokens[neighbour]
      let isBeside = abs(offset) == 1
      if !entry.isWord {
        guard !isBeside || [0x2C, 0x2E, 0x3A, 0x3B].contains(document.scalar(of: neighbour)) else { return false }
        continue
      }
      if words.lexicon.standing(of: document.text(of: neighbour).lowercased()) == .indonesian {
        indonesian += entry.lacks(.capital) || !entry.lacks(.sentenceStart) ? 1 : 0
      } else if isBeside {
        // A name may stand on one side: `volunteer Lucia Andrade`.
        guard isLong, names == 0, !entry.lacks(.capital) else { return false }
        names += 1
      }
    }
    return indonesian >= 2
  }
}
