package import SuntingCore

/// Affixes that do not go together around a living stem, one step away from the word that was meant: what an engine
/// makes when it joins pieces of two derivations (`ketidakpercayakan`, `mengenakankan`).
package struct WrongAffix: Check {
  package static let needsLexicon = true

  /// Shorter words have too many chance readings.
  private static let shortestWord = 8

  package init(options: [String: [String]]) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    guard let lexicon = context.lexicon as? IndonesianLexicon else { return }
    let document = context.document
    for (_, block) in context.proseBlocks where block.letterCase != .capitals {
      for index in block.tokens {
        let token = document.tokens[index]
        guard token.isWord, token.end - token.start >= Self.shortestWord, token.lacks(Self.skipped),
          token.lacks(.capital) || !token.lacks(.sentenceStart),
          document.bytes(of: token.range, Self.mayBeWrong)
        else { continue }
        let text = document.text(of: index)
        guard let meant = AffixRepair(lexicon).word(for: text.lowercased()) else { continue }
        let isCapital = !token.lacks(.capital)
        report(Finding(range: token.range, replacement: isCapital ? Casing.capitalized(meant) : meant))
      }
    }
  }

  private static let skipped: Token.Flags = [.hyphenated, .address, .emphasis, .gloss, .allCapitals]

  /// The shapes that `AffixRepair` knows, told by a few bytes.
  private static func mayBeWrong(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let isPassive = bytes[0] | 0x20 == UInt8(ascii: "d") && bytes[2] == UInt8(ascii: "m")
    let last = bytes[bytes.count - 1]
    // -kan, -an, -wan and their forms with -nya.
    return isPassive || last == UInt8(ascii: "n") || last == UInt8(ascii: "a") && bytes[bytes.count - 2] == UInt8(ascii: "y")
  }
}
