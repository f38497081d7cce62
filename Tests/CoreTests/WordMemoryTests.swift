import SuntingCore
import Testing

/// A worker remembers words from one document to the next; nothing that it says of a document depends on that.
struct WordMemoryTests {
  static func prose(_ text: String) -> Prose {
    let bytes = Array(text.utf8)
    let range = TextRange(0, UInt32(bytes.count))
    return Prose(utf8: bytes, blocks: [ProseBlock(range: range, kind: .prose, shell: range)])
  }

  static func shape(_ document: Document) -> [String] {
    document.tokens.indices.map { index in
      let token = document.tokens[index]
      let word = token.word.isListed ? "\(token.word.raw)" : "local"
      let same = document.tokens.indices.first { document.isSameText($0, index) }!
      return "\(document.text(of: index)) \(token.kind) \(token.flags.rawValue) \(word) \(same)"
    }
  }

  static func tokenizer() throws -> Tokenizer {
    try Tokenizer(
      language: TokenizerTests.language,
      vocabulary: Vocabulary(hashes: ["kata", "rumah", "#-tahun", ","].map { WordHash.hash($0) }))
  }

  /// The number in letters: each another word.
  static func word(_ number: Int) -> String {
    String(decoding: String(number, radix: 26).utf8.map { $0 < 0x3A ? $0 + 0x31 : $0 + 10 }, as: UTF8.self) + "q"
  }

  @Test func forgetsAndKnowsAgain() throws {
    let text = Self.prose("Kata itu, kata rumahnya, remaja 17-tahun dan 18-tahun; Jum\u{AD}at, jumat.")
    let expected = Self.shape(try Self.tokenizer().document(text))
    let tokenizer = try Self.tokenizer()
    #expect(Self.shape(try tokenizer.document(text)) == expected)
    for round in 0..<4 {
      // more words than are remembered
      let many = (0..<150_000).map { Self.word(round * 1_000_000 + $0) }.joined(separator: " ")
      #expect(try tokenizer.document(Self.prose(many)).summary.words == 150_000)
      #expect(Self.shape(try tokenizer.document(text)) == expected)
    }
  }

  @Test func wordsDifferFromEachOther() {
    #expect(Set((0..<100_000).map { WordHash.hash(Self.word($0)) }).count == 100_000)
  }
}
