package import SuntingCore
internal import SuntingICU

/// A word or two in another script in the middle of an Indonesian sentence.
package struct ForeignScriptToken: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let mostTokens = 4
  /// After these a word is quoted as it is written.
  private static let mentions: Set<String> = [
    "aksara", "huruf", "tertulis", "ditulis", "dieja", "karakter", "kanji", "hanzi", "hangul", "lambang", "simbol",
    "kata",
    "istilah", "bahasa", "arab", "jepang", "mandarin", "tionghoa", "korea", "rusia", "yunani", "ibrani", "bernama",
  ]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    context.forEachByte(where: { $0 >= 0xCE && $0 != 0xE2 && $0 != 0xEF && $0 < 0xF0 }) { offset, block in
      var index = document.token(at: UInt32(offset))
      guard block.tokens.contains(index), isForeign(index, document) else { return offset + 1 }
      let first = index
      while index < block.tokens.upperBound, isForeign(index, document) { index += 1 }
      let run = first..<index
      if isAlone(run, document, block) { report(Finding(range: document.range(of: run))) }
      return Int(document.tokens[index - 1].end)
    }
  }

  private func isForeign(_ index: Int, _ document: Document) -> Bool {
    let token = document.tokens[index]
    guard token.kind == .word || token.kind == .other, document.utf8[Int(token.start)] >= 0xCE else { return false }
    let scalar = document.scalar(of: index)
    let script = Characters.script(scalar)
    return Characters.isAlphabetic(scalar) && script > 1 && script != Characters.latinScript
  }

  /// Few tokens, not quoted, glossed or mentioned, in a sentence that is otherwise in Latin letters.
  private func isAlone(_ run: Range<Int>, _ document: Document, _ block: Block) -> Bool {
    let range = document.range(of: run)
    let scalars = document.utf8[range.bounds].count { $0 & 0xC0 != 0x80 }
    // α, β and π are symbols
    if scalars == 1, Characters.script(document.scalar(of: run.lowerBound)) == Characters.greekScript { return false }
    guard run.count <= Self.mostTokens || scalars <= 2 * Self.mostTokens else { return false }
    let quiet: Token.Flags = [.quoted, .gloss, .address, .emphasis, .hyphenated]
    guard run.allSatisfy({ document.tokens[$0].flags.isDisjoint(with: quiet) }) else { return false }
    guard run.lowerBound > block.tokens.lowerBound, run.upperBound < block.tokens.upperBound || run.count == 1 else {
      return false
    }
    let previous = run.lowerBound - 1
    guard document.tokens[previous].kind != .mark, !Self.mentions.contains(document.foldedText(previous)) else {
      return false
    }
    let words = block.tokens.filter { document.tokens[$0].kind == .word }.count
    let foreign = block.tokens.filter { isForeign($0, document) }.count
    return words - foreign >= 3 && foreign * 4 <= words + 4
  }
}
