import Foundation
import SuntingCore
import SuntingICU
import Testing

struct TokenizerTests {
  static let language = Language(
    code: "id", locale: "id", abbreviations: ["dr", "jl", "no", "pt"], clitics: ["nya"], functionWords: [],
    foreignFunctionWords: [], inflect: { _, _, _ in nil })

  static func document(_ text: String) throws -> Document {
    let bytes = Array(text.utf8)
    let range = TextRange(0, UInt32(bytes.count))
    let prose = Prose(utf8: bytes, blocks: [ProseBlock(range: range, kind: .prose, shell: range)])
    return try Tokenizer(language: language, vocabulary: Vocabulary(hashes: [])).document(prose)
  }

  static func words(_ text: String) throws -> [String] {
    let document = try document(text)
    return document.tokens.indices.map { document.text(of: $0) }
  }

  @Test(arguments: [
    ("kata-kata itu", ["kata-kata", "itu"]),
    ("langkah -langkah", ["langkah", "-", "langkah"]),
    ("ke-20 dan 17-tahun", ["ke-20", "dan", "17-tahun"]),
    ("e-KTP-nya", ["e-KTP-nya"]),
    ("Rp1.500,50 untuk 10.000-12.000 orang", ["Rp1.500,50", "untuk", "10.000-12.000", "orang"]),
    ("Jum’at/Sabtu", ["Jum’at", "/", "Sabtu"]),
    ("kata\u{A0}lain", ["kata", "lain"]),
    ("", []),
  ])
  func joinsAtHyphens(_ text: String, _ expected: [String]) throws {
    #expect(try Self.words(text) == expected)
  }

  @Test(arguments: [
    ("Ia datang. Ia pergi.", 2),
    ("Menurut dr. Sari, jalan itu ditutup.", 1),
    ("Ia tinggal di Jl. Merdeka No. 5 bersama H.M. Soeharto. Rumahnya besar.", 2),
    ("PT. Maju didirikan pukul 10.00 WIB.", 1),
    ("“Kami datang.” Ia pergi.", 2),
  ])
  func endsSentences(_ text: String, _ count: Int) throws {
    #expect(try Self.document(text).sentences.count == count)
  }

  @Test func knowsAWordWhateverItsCaseAndForm() {
    #expect(WordHash.hash("Kata") == WordHash.hash("KATA"))
    #expect(WordHash.hash("Pérez") == WordHash.hash("pe\u{301}REZ"))
    #expect(WordHash.hash("non\u{AD}aktif") == WordHash.hash("nonaktif"))
    #expect(WordHash.hash("Jum’at") == WordHash.hash("jum'at"))
    #expect(WordHash.hash("kata") != WordHash.hash("kota"))
  }

  /// The fast path for common text gives exactly what ICU gives: tokens, sentences, flags.
  @Test func commonTextIsScannedAsICUDoes() throws {
    var generator = SystemRandomNumberGenerator()
    let pieces: [String] = [
      "a", "kata", "Kota", "AS", "dr", "H", "1", "17", "3.5", "10.000", "1,5", ".", "..", ",", ";", ":", "?", "!", "-",
      " -", "- ", " ", "  ", "\t", "\n", "\r\n", "’", "‘", "“", "”", "\"", "'", "…", "–", "—", "\u{A0}", "(", ")", "[",
      "/", "@",
      "#", "%", "$", "_", "é", "nya", "-nya", "x.y", "selesai.Namun", ". ", "? ", ".” ", ".) A", "&", "*", "e-KTP",
    ]
    func check(_ text: String) throws {
      let bytes = Array(text.utf8)
      let range = TextRange(0, UInt32(bytes.count))
      let prose = Prose(utf8: bytes, blocks: [ProseBlock(range: range, kind: .prose, shell: range)])
      let vocabulary = Vocabulary(hashes: ["kata", "kota", "#-tahun", "“", ",", "#"].map { WordHash.hash($0) })
      let fast = try Tokenizer(language: Self.language, vocabulary: vocabulary).document(prose)
      let slow = try Tokenizer(language: Self.language, vocabulary: vocabulary, usesFastPath: false).document(prose)
      func shape(_ document: Document) -> [String] {
        document.tokens.indices.map { index in
          let token = document.tokens[index]
          let word = token.word.isListed ? "\(token.word.raw)" : "local"
          return "\(document.text(of: index))|\(token.kind)|\(token.flags.rawValue)|\(word)"
        } + document.sentences.map { "\($0)" }
      }
      #expect(shape(fast) == shape(slow), "\(text.debugDescription)")
    }
    for _ in 0..<3000 {
      try check(
        (0..<Int.random(in: 0...14, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined())
    }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Corpus")
    for case let url as URL in try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    where url.pathExtension == "txt" {
      for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") { try check(String(line)) }
    }
  }

  /// Tokens lie on ICU's own segments: each starts and ends at a boundary, in order, on scalar boundaries.
  @Test func tokensAreMadeOfICUSegments() throws {
    var generator = SystemRandomNumberGenerator()
    let alphabet: [String] = [
      "a", "kata", "K", "-", " ", " -", "\u{A0}", "\u{AD}", "é", "e\u{301}", "1", "10.000", ",", ".", "’", "“", "”",
      "\u{200B}", "漢", "字", "ก", "🙂", "👨‍👩‍👧", "\n", "к", "/", "@", "\u{FEFF}", "ß", "İ", "ﬁ", "।", "日本",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 0...40, using: &generator)).map { _ in alphabet.randomElement(using: &generator)! }
        .joined()
      let bytes = Array(text.utf8)
      var boundaries: [Int] = [0]
      let iterator = try BreakIterator(.word, locale: "id")
      try bytes.withUnsafeBufferPointer { buffer in
        try iterator.forEachSegment(in: buffer) { end, _ in boundaries.append(end) }
      }
      #expect(boundaries == boundaries.sorted() && boundaries.last == bytes.count, "segments tile the text")
      for boundary in boundaries where boundary < bytes.count {
        #expect(bytes[boundary] & 0xC0 != 0x80, "a boundary inside a scalar of \(text.debugDescription)")
      }
      let document = try Self.document(text)
      var end: UInt32 = 0
      for token in document.tokens {
        #expect(token.start >= end && token.start < token.end)
        #expect(
          boundaries.contains(Int(token.start)) && boundaries.contains(Int(token.end)), "\(text.debugDescription)")
        end = token.end
      }
    }
  }
}
