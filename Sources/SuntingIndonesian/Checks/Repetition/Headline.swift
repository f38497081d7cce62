internal import SuntingCore

/// The headline and the sentence below it that says the same.
struct Headline {
  /// The tokens of the first sentence of the text.
  let repetition: Range<Int>
  let headline: TextRange

  /// nil when the first block is no headline, or the text begins otherwise.
  init?(_ context: CheckContext) {
    let document = context.document
    var blocks = context.proseBlocks.lazy.map(\.block).filter { !$0.tokens.isEmpty }.prefix(2).makeIterator()
    guard let first = blocks.next(), first.isHeading, let second = blocks.next() else { return nil }
    let title = Self.words(first.tokens, document)
    guard title.count >= 4, title.count <= 30 else { return nil }
    let sentence = document.sentence(of: second.tokens.lowerBound)
    let opening = Self.words(sentence, document)
    guard title.count == opening.count, zip(title, opening).allSatisfy({ document.isSameText($0, $1) }) else {
      return nil
    }
    repetition = sentence
    headline = first.range
  }

  private static func words(_ tokens: Range<Int>, _ document: Document) -> [Int] {
    tokens.filter { document.tokens[$0].kind != .mark }
  }
}
