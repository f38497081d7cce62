package import SuntingCore

/// Affixes that do not go together around a living stem, one step away from the word that was meant: what an engine
/// makes when it joins pieces of two derivations (`ketidakpercayakan`, `mengenakankan`).
package struct WrongAffix: Check {
  package static let needsLexicon = true

  /// Shorter words have too many chance readings.
  private static let shortestWord = 8

  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    guard let lexicon = context.lexicon as? IndonesianLexicon else { return }
    let document = context.document
    let repair = AffixRepair(lexicon)
    for index in context.index.suspects where document.tokens[index].range.length >= Self.shortestWord {
      if let meant = repair.word(for: document.text(of: index)) {
        report(Finding(range: document.tokens[index].range, replacement: meant))
      }
    }
    // The lexicon judges small words only.
    for (_, block) in context.proseBlocks where block.letterCase == .sentence {
      for index in block.tokens where isSentenceStart(document.tokens[index]) {
        if let meant = repair.word(for: document.text(of: index).lowercased()) {
          report(Finding(range: document.tokens[index].range, replacement: Casing.capitalized(meant)))
        }
      }
    }
  }

  private func isSentenceStart(_ token: Token) -> Bool {
    token.isWord && token.flags.contains(.sentenceStart) && token.flags.contains(.capital)
      && token.range.length >= Self.shortestWord && token.lacks(Self.skipped)
  }

  private static let skipped: Token.Flags = [.hyphenated, .address, .emphasis, .gloss, .allCapitals]
}
