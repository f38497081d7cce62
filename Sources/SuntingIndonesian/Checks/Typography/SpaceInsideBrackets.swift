package import SuntingCore

/// `( Basarnas )`, `“ keajaiban ”`: spaces between marks and what they enclose.
package struct SpaceInsideBrackets: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let mostTokens = 40

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    context.forEachBlock(holding: context.index.enclosers) { block, marks in
      var from = block.tokens.lowerBound
      for (place, index) in zip(marks.indices, marks) where index >= from {
        guard let close = closing(index, document, block),
          let end = match(close, after: index, marks[(place + 1)...], document, block)
        else { continue }
        if let finding = finding(index, end, document, block) { report(finding) }
        // of straight marks the next one would be taken for an opening one
        if close == 0x22 { from = end + 1 }
      }
    }
  }

  /// The mark that closes what this one opens; nil for a mark that opens nothing.
  private func closing(_ index: Int, _ document: Document, _ block: Block) -> UInt32? {
    switch document.scalar(of: index) {
    case 0x28: 0x29
    case 0x201C: 0x201D
    case 0x22 where !Quotes.isInch(index, document, block): 0x22
    default: nil
    }
  }

  private func match(
    _ close: UInt32, after index: Int, _ marks: ArraySlice<Int>, _ document: Document, _ block: Block
  ) -> Int? {
    let limit = min(index + Self.mostTokens, block.tokens.upperBound)
    guard index + 2 < limit else { return nil }
    let open = document.scalar(of: index)
    for candidate in marks where candidate < limit {
      let scalar = document.scalar(of: candidate)
      if scalar == close { return candidate > index + 1 ? candidate : nil }
      if scalar == open { return nil }
    }
    return nil
  }

  private func finding(_ open: Int, _ close: Int, _ document: Document, _ block: Block) -> Finding? {
    let before = document.gap(after: open)
    let after = document.gap(after: close - 1)
    if document.isMark(open, 0x22) {
      // of straight marks only a pair with spaces on all sides is sure to be a pair
      guard !before.isEmpty, !after.isEmpty, isFree(open, close, document, block) else { return nil }
    } else if before.isEmpty, after.isEmpty {
      return nil
    }
    // code keeps its spaces
    let isCode = (open...close).contains { document.tokens[$0].flags.contains(.address) }
    guard !isCode, !document.tokens[open + 1].flags.contains(.lineStart),
      !document.tokens[close].flags.contains(.lineStart)
    else { return nil }
    var finding = Finding(range: document.range(of: open..<(close + 1)))
    finding.edits = [before, after].filter { !$0.isEmpty }.map { Edit(range: $0, text: "") }
    finding.alternatives = [
      document.text(of: open) + document.text(TextRange(before.end, after.start)) + document.text(of: close)
    ]
    return finding
  }

  /// Nothing sticks to the outer sides but marks behind.
  private func isFree(_ open: Int, _ close: Int, _ document: Document, _ block: Block) -> Bool {
    let isFreeLeft = open == block.tokens.lowerBound || !document.isGlued(open)
    let isFreeRight =
      close + 1 == block.tokens.upperBound || !document.isGlued(close + 1)
      || document.tokens[close + 1].kind == .mark
    return isFreeLeft && isFreeRight
  }
}
