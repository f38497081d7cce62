package import SuntingCore

/// `,,`, `..`, `,.`, `?.`: a mark twice, or two that collide.
package struct DoubledPunctuation: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for index in context.index.markPairs {
      guard let kept = kept(index, document) else { continue }
      let block = context.block(of: index)
      guard index > block.tokens.lowerBound, isAlone(index, document, block), followsWord(index, kept, document) else {
        continue
      }
      var finding = Finding(range: document.range(of: index..<(index + 2)), replacement: kept)
      // of two different marks an editor chooses
      if document.scalar(of: index) != document.scalar(of: index + 1) { finding.safety = .unsafe }
      report(finding)
    }
  }

  /// The mark that stays of the two.
  private func kept(_ index: Int, _ document: Document) -> String? {
    guard document.isGlued(index + 1) || document.isMark(index, 0x2C) else { return nil }
    switch (document.scalar(of: index), document.scalar(of: index + 1)) {
    case (0x2C, 0x2C): return ","
    case (0x2E, 0x2E), (0x2C, 0x2E), (0x3B, 0x2E): return document.isGlued(index + 1) ? "." : nil
    case (0x3B, 0x3B): return ";"
    case (0x2E, 0x2C): return ","
    case (0x3F, 0x2E): return "?"
    case (0x21, 0x2E): return "!"
    default: return nil
    }
  }

  /// Exactly two: three and more are an ellipsis or a rule.
  private func isAlone(_ index: Int, _ document: Document, _ block: Block) -> Bool {
    guard document.isGlued(index), document.tokens[index].flags.isDisjoint(with: .address) else { return false }
    let next = index + 2
    guard next < block.tokens.upperBound else { return true }
    if document.isGlued(next), document.tokens[next].kind != .mark { return false }
    return ![0x2E, 0x2C, 0x3B, 0x2F, 0x2026].contains(document.scalar(of: next))
  }

  /// Behind a word in lower case; a stop and a comma may follow an abbreviation.
  private func followsWord(_ index: Int, _ kept: String, _ document: Document) -> Bool {
    let previous = document.tokens[index - 1]
    if previous.kind == .mark { return [0x29, 0x201D, 0x25].contains(document.scalar(of: index - 1)) && kept != "," }
    guard previous.kind == .word || (previous.kind == .number && kept == ",") || kept == "." else { return false }
    guard document.isMark(index, 0x2E) || document.isMark(index, 0x21) || document.isMark(index, 0x3F) else {
      return true
    }
    let word = document.text(of: index - 1)
    if previous.flags.contains(.capital) || Abbreviations.all.contains(word.lowercased()) {
      return kept == "." && previous.range.length > 4
    }
    return kept != "," || previous.range.length >= 5
  }
}
