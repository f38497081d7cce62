import SuntingCore

extension Document {
  /// The token's text in lower case; empty outside `range`.
  func lowercased(_ index: Int, in range: Range<Int>) -> String {
    range.contains(index) ? text(of: index).lowercased() : ""
  }

  func beginsWithDigit(_ token: Int) -> Bool { utf8[Int(tokens[token].start)].isDigitASCII }

  /// From the first token's first byte to the last token's last.
  func range(from first: Int, through last: Int) -> TextRange {
    TextRange(tokens[first].start, tokens[last].end)
  }

  /// Whether the word stands beside another capitalised word, which makes it part of a longer name.
  func isBesideName(_ words: Range<Int>, in block: Range<Int>) -> Bool {
    [words.lowerBound - 1, words.upperBound].contains { neighbour in
      guard block.contains(neighbour) else { return false }
      let token = tokens[neighbour]
      return token.isWord && token.flags.contains(.capital) && !token.flags.contains(.sentenceStart)
    }
  }
}
