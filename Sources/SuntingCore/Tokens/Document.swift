/// One block of a document: its text and tokens.
package struct Block: Sendable {
  package enum Case: UInt8, Sendable { case sentence, title, capitals }
  package let range: TextRange
  package let tokens: Range<Int>
  package let kind: BlockKind
  package let letterCase: Case
  /// The bytes of the file that go when the block is deleted.
  package let shell: TextRange
  /// It holds ASCII and the punctuation of news, and no controls.
  package let isCommon: Bool

  package var isHeading: Bool { kind == .heading }
}

/// One immutable text with its tokens, sentences and blocks.
package final class Document {
  package let utf8: [UInt8]
  package let tokens: [Token]
  /// For each token the number of its spelling, letter case aside.
  package let forms: [UInt32]
  package let blocks: [Block]
  /// Token ranges; they tile each block.
  package let sentences: [Range<Int>]
  package let marks: [InlineMark]
  package let map: SourceMap
  package let summary: DocumentSummary
  /// What is known of the forms. It belongs to the worker that made the document, and lasts until the next one.
  let memory: WordMemory

  init(
    utf8: [UInt8], tokens: [Token], forms: [UInt32], blocks: [Block], sentences: [Range<Int>], marks: [InlineMark],
    map: SourceMap, summary: DocumentSummary, memory: WordMemory
  ) {
    self.utf8 = utf8
    self.tokens = tokens
    self.forms = forms
    self.blocks = blocks
    self.sentences = sentences
    self.marks = marks
    self.map = map
    self.summary = summary
    self.memory = memory
  }

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

  /// The block that holds the byte, or the last one before it.
  package func block(at offset: UInt32) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
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
  package func sentence(of token: Int) -> Range<Int> { sentences[sentenceNumber(of: token)] }

  package func sentenceNumber(of token: Int) -> Int {
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound <= token { low = middle } else { high = middle }
    }
    return low
  }

  package func traits(of token: Int) -> WordTraits { memory.traits[Int(forms[token])] }

  /// The form of a word, if the worker has met it.
  package func form(of word: String) -> UInt32? { memory.form(of: WordHash.hash(word)) }

  /// Whether two tokens are the same word, case and invisible characters aside.
  package func isSameWord(_ a: Int, _ b: Int) -> Bool { withText { $0.isSameWord(a, b) } }

  /// Whether two tokens are spelled alike, case and invisible characters aside; `WordID`s may stand for more.
  package func isSameText(_ a: Int, _ b: Int) -> Bool { forms[a] == forms[b] }
}

/// What matching reads of a document, as plain memory.
struct DocumentText {
  let utf8: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  let forms: UnsafeBufferPointer<UInt32>

  func bytes(of token: Token) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: utf8[Int(token.start)..<Int(token.end)])
  }

  func scalar(of token: Token) -> UInt32 { Scalars.decode(utf8, at: Int(token.start)).scalar }

  /// As `Document.isSameWord`.
  func isSameWord(_ a: Int, _ b: Int) -> Bool {
    let (left, right) = (tokens[a], tokens[b])
    guard left.word == right.word, left.flags.contains(.clitic) == right.flags.contains(.clitic) else { return false }
    guard left.flags.contains(.clitic) || left.kind == .number else { return true }
    return forms[a] == forms[b]
  }
}

extension Document {
  func withText<Result>(_ body: (DocumentText) -> Result) -> Result {
    utf8.withUnsafeBufferPointer { utf8 in
      tokens.withUnsafeBufferPointer { tokens in
        forms.withUnsafeBufferPointer { forms in
          body(DocumentText(utf8: utf8, tokens: tokens, forms: forms))
        }
      }
    }
  }
}

/// What a document holds at all, counted while its tokens are made.
package struct DocumentSummary: Sendable {
  package var words = 0
  /// Function words of the language, and of English.
  package var functionWords = 0
  package var foreignFunctionWords = 0
  /// The traits of all its tokens.
  package var traits = WordTraits(bits: 0)
  /// The ASCII marks of its blocks of common text.
  package var marks = ByteSet()
  /// All bytes of its other blocks.
  package var bytes = ByteSet()

  @inline(__always)
  mutating func count(_ kind: Token.Kind, _ traits: WordTraits) {
    if kind == .word { words += 1 }
    functionWords += Int(truncatingIfNeeded: traits.bits >> 6 & 1)
    foreignFunctionWords += Int(truncatingIfNeeded: traits.bits >> 7 & 1)
    self.traits.insert(traits)
  }

  package func holds(_ byte: UInt8) -> Bool { marks.contains(byte) || bytes.contains(byte) }
}

/// A set of bytes.
package struct ByteSet: Sendable {
  private var words = InlineArray<4, UInt64>(repeating: 0)

  @inline(__always)
  mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 &<< UInt64(byte & 63) }
  package var isEmpty: Bool { words[0] | words[1] | words[2] | words[3] == 0 }
  package func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] & 1 &<< UInt64(byte & 63) != 0 }
}
