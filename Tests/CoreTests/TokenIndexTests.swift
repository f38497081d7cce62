import SuntingCore
import Testing

/// The lists of the index are what a walk over all tokens finds.
struct TokenIndexTests {
  static let pieces = [
    "kata", "Kota", "PBB", "PBBnya", "x.y", "H.M", "1", "17-an", "kata-kata", " ", " ", " ", " ", ",", ".", " ,", "-",
    " - ", "“", "”", "(", ")", "\"", "…", "ke", "ke", "itu", "itu", "?", "é",
  ]

  @Test func listsWhatAWalkFinds() throws {
    let tokenizer = try WordMemoryTests.tokenizer()
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...60)).map { _ in Self.pieces.randomElement()! }.joined()
      let document = try tokenizer.document(WordMemoryTests.prose(text))
      let blocks = document.blocks.enumerated().map { (number: $0.offset, block: $0.element) }
      let index = TokenIndex(document, blocks, listed: WordTraits(bits: 0), isSuspect: nil)
      let tokens = document.tokens
      func places(_ isWanted: (Int) -> Bool) -> [Int] { tokens.indices.filter(isWanted) }
      func first(_ place: Int) -> UInt8 { document.utf8[Int(tokens[place].start)] }
      func isWord(_ place: Int) -> Bool { tokens[place].kind == .word }
      #expect(index.hyphenated == places { isWord($0) && tokens[$0].flags.contains(.hyphenated) }, "\(text)")
      #expect(
        index.names
          == places {
            isWord($0) && tokens[$0].flags.isSuperset(of: .capital) && !tokens[$0].flags.contains(.sentenceStart)
          }, "\(text)")
      #expect(
        index.numbers == places { tokens[$0].kind == .number || isWord($0) && first($0) >= 0x30 && first($0) <= 0x39 },
        "\(text)")
      #expect(
        index.dashes == places { tokens[$0].kind == .mark && (first($0) == 0x2D || first($0) == 0xE2) }, "\(text)")
      #expect(
        index.markPairs
          == places { $0 + 1 < tokens.count && tokens[$0].kind == .mark && tokens[$0 + 1].kind == .mark }, "\(text)")
      var repeats: [String] = []
      for place in tokens.indices where isWord(place) {
        for distance in 1...6 where place + distance < tokens.count && document.isSameText(place, place + distance) {
          repeats.append("\(place) \(distance)")
        }
      }
      #expect(index.repeats.map { "\($0.token) \($0.distance)" } == repeats, "\(text)")
    }
  }
}
