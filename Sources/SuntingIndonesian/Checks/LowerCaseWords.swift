import SuntingCore

/// The words of running prose that a lexicon can judge: in lower case, in one piece, outside addresses, emphasis and
/// parentheses. Names and passages in other languages are none of its business.
struct LowerCaseWords {
  let context: CheckContext
  let lexicon: IndonesianLexicon

  init?(_ context: CheckContext) {
    guard let lexicon = context.lexicon as? IndonesianLexicon else { return nil }
    self.context = context
    self.lexicon = lexicon
  }

  func forEach(_ body: (_ token: Int, _ word: String) -> Void) {
    for (_, block) in context.proseBlocks where hasCapitals(block.tokens) {
      for index in block.tokens where isCandidate(index) {
        let word = context.document.text(of: index)
        if word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) { body(index, word) }
      }
    }
  }

  /// A feed without capitals says nothing about which words are names.
  private func hasCapitals(_ tokens: Range<Int>) -> Bool {
    tokens.contains { context.document.tokens[$0].flags.contains(.capital) }
  }

  private func isCandidate(_ index: Int) -> Bool {
    let token = context.document.tokens[index]
    return token.isWord && token.lacks(Self.skipped)
  }

  private static let skipped: Token.Flags = [.capital, .hyphenated, .address, .emphasis, .gloss]

  /// Beside another word that is not Indonesian: a passage in another language.
  func isAmongForeignWords(_ index: Int) -> Bool {
    let document = context.document
    let sentence = document.sentence(of: index)
    return [index - 1, index + 1].contains { neighbour in
      guard sentence.contains(neighbour), document.tokens[neighbour].isWord else { return false }
      let text = document.text(of: neighbour)
      return text.allSatisfy { $0.isLowercase } && lexicon.standing(of: text) != .indonesian
    }
  }

  /// The capitalised words of the document in lower case, for words derived from names.
  func isName(_ stem: String) -> Bool {
    context.document.tokens.indices.contains { index in
      context.document.tokens[index].flags.contains(.capital) && context.document.text(of: index).lowercased() == stem
    }
  }

  func count(of word: Int) -> Int {
    context.document.tokens.indices.reduce(0) { context.document.isSameWord($1, word) ? $0 + 1 : $0 }
  }
}
