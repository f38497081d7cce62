package import SuntingCore

/// A long sentence that stood in the article before, word for word.
package struct RepeatedSentence: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let leastWords = 6
  private static let leastBytes = 30

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    let headline = Headline(context)
    var passages = Passages()
    for (number, block) in context.proseBlocks where block.kind != .tableCell {
      guard !block.tokens.isEmpty else { continue }
      var place = document.sentenceNumber(of: block.tokens.lowerBound)
      while place < document.sentences.count, document.sentences[place].lowerBound < block.tokens.upperBound {
        let sentence = document.sentences[place]
        place += 1
        guard document.range(of: sentence).length >= Self.leastBytes,
          Passages.wordCount(sentence, document) >= Self.leastWords,
          let earlier = passages.earlier(sentence, document), headline?.repetition != sentence
        else { continue }
        // headings recur in a table of contents, the introductions of lists before each list
        if block.isHeading && sentence == block.tokens || document.isMark(sentence.upperBound - 1, 0x3A) { continue }
        // two blocks alike are another rule's business
        let other = document.blocks[document.block(of: earlier.lowerBound)]
        if areAlike(block, other, document), document.block(of: earlier.lowerBound) != number { continue }
        report(
          Passages.finding(
            document.range(of: sentence), deleting: shell(of: sentence, in: block, document),
            like: document.range(of: earlier)))
      }
    }
  }

  /// The sentence and the space that parted it from its neighbour.
  private func shell(of sentence: Range<Int>, in block: Block, _ document: Document) -> TextRange {
    let range = document.range(of: sentence)
    if sentence.lowerBound > block.tokens.lowerBound {
      return TextRange(document.tokens[sentence.lowerBound - 1].end, range.end)
    }
    guard sentence.upperBound < block.tokens.upperBound else { return block.range }
    return TextRange(range.start, document.tokens[sentence.upperBound].start)
  }

  /// Whether the blocks that hold the two sentences are the same from end to end.
  private func areAlike(_ a: Block, _ b: Block, _ document: Document) -> Bool {
    var passages = Passages()
    return passages.earlier(b.tokens, document) == nil && passages.earlier(a.tokens, document) != nil
  }
}
