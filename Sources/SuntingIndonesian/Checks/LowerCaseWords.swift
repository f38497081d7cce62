import SuntingCore

/// The words of running prose that a lexicon can judge: in lower case, in one piece, outside addresses, emphasis and
/// parentheses. Names and passages in other languages are none of its business.
final class LowerCaseWords {
  let context: CheckContext
  let lexicon: IndonesianLexicon

  init?(_ context: CheckContext) {
    guard let lexicon = context.lexicon as? IndonesianLexicon, !context.index.suspects.isEmpty else { return nil }
    self.context = context
    self.lexicon = lexicon
  }

  /// The words that the lexicon does not explain, or has doubts about.
  func forEachSuspect(_ body: (_ token: Int, _ word: String) -> Void) {
    context.forEachBlock(holding: context.index.suspects) { block, tokens in
      guard hasCapitals(block.tokens) else { return }
      for token in tokens { body(token, context.document.text(of: token)) }
    }
  }

  /// A feed without capitals says nothing about which words are names.
  private func hasCapitals(_ tokens: Range<Int>) -> Bool {
    tokens.contains { context.document.tokens[$0].flags.contains(.capital) }
  }

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

  /// Whether the document has the word with a capital, for words derived from names.
  func isName(_ stem: String) -> Bool { context.document.form(of: stem).map { capitals.contains($0) } ?? false }

  /// The forms of the capitalised words of the document.
  private lazy var capitals: Set<UInt32> = {
    let document = context.document
    return Set(
      document.tokens.indices.lazy.filter { document.tokens[$0].flags.contains(.capital) }.map { document.forms[$0] })
  }()

  /// How often an unknown word stands in the document, in any letter case.
  func count(of word: Int) -> Int { counts[context.document.forms[word], default: 0] }

  private lazy var counts: [UInt32: Int] = {
    let document = context.document
    var counts: [UInt32: Int] = [:]
    for index in document.tokens.indices where document.traits(of: index).contains(.isSuspect) {
      counts[document.forms[index], default: 0] += 1
    }
    return counts
  }()
}
