package import SuntingCore

/// A paragraph, caption or line that stood in the article before, word for word.
package struct RepeatedBlock: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  /// Shorter lines recur in verse, interviews, tables and lists of headings.
  private static let leastWords = 5
  /// Headings stand in a table of contents too.
  private static let leastWordsOfHeading = 9
  private static let leastBytes = 30

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    let headline = Headline(context)
    var passages = Passages()
    for (_, block) in context.proseBlocks {
      guard block.kind != .tableCell, block.kind != .listItem, block.range.length >= Self.leastBytes,
        Passages.wordCount(block.tokens, document) >= (block.isHeading ? Self.leastWordsOfHeading : Self.leastWords),
        let earlier = passages.earlier(block.tokens, document)
      else { continue }
      if headline?.repetition == block.tokens { continue }
      report(Passages.finding(block.range, deleting: block.range, like: document.range(of: earlier)))
    }
  }
}
