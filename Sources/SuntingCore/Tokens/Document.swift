/// One block of a document: its text and tokens.
package struct Block: Sendable {
  package enum Case: UInt8, Sendable { case sentence, title, capitals }
  package let range: TextRange
  package let tokens: Range<Int>
  package let kind: BlockKind
  package let letterCase: Case
  /// The bytes of the file that go when the block is deleted.
  package let shell: TextRange

  package var isHeading: Bool { kind == .heading }
}

/// One immutable text with its tokens, sentences and blocks.
package struct Document: Sendable {
  package let utf8: [UInt8]
  package let tokens: [Token]
  package let blocks: [Block]
  /// Token ranges; they tile each block.
  package let sentences: [Range<Int>]
  package let marks: [InlineMark]
  package let map: SourceMap

  package func text(_ range: TextRange) -> String { String(decoding: utf8[range.bounds], as: UTF8.self) }
  package func text(of token: Int) -> String { text(tokens[token].range) }

  /// From the first token's first byte to the last token's last.
  package func range(of tokens: Range<Int>) -> TextRange {
    precondition(!tokens.isEmpty, "no tokens, no range")
    return TextRange(self.tokens[tokens.lowerBound].start, self.tokens[tokens.upperBound - 1].end)
  }

  package func bytes<Result>(of range: TextRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range.bounds])) }
  }

  /// The block that holds the token.
  package func block(of token: Int) -> Int {
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].tokens.lowerBound <= token { low = middle } else { high = middle }
    }
    return low
  }

  /// The sentence that holds the token.
  package func sentence(of token: Int) -> Range<Int> {
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound <= token { low = middle } else { high = middle }
    }
    return sentences[low]
  }

  /// Whether two tokens are the same word, case and invisible characters aside.
  package func isSameWord(_ a: Int, _ b: Int) -> Bool {
    let (left, right) = (tokens[a], tokens[b])
    guard left.word == right.word, left.flags.contains(.clitic) == right.flags.contains(.clitic) else { return false }
    guard left.flags.contains(.clitic) || left.kind == .number else { return true }
    return bytes(of: left.range) { WordHash.hash($0) } == bytes(of: right.range) { WordHash.hash($0) }
  }
}
