package import SuntingCore

/// `“”`, `()`: marks that enclose nothing, because what they enclosed was lost.
package struct EmptyQuote: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let pairs: [UInt32: UInt32] = [0x28: 0x29, 0x5B: 0x5D, 0x201C: 0x201D, 0xAB: 0xBB]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for index in context.index.markPairs {
      let block = context.block(of: index)
      if block.tokens.count > 2, isEmpty(index, document, block) {
        report(Finding(range: document.range(of: index..<(index + 2))))
      }
    }
  }

  private func isEmpty(_ index: Int, _ document: Document, _ block: Block) -> Bool {
    guard document.tokens[index].kind == .mark, document.tokens[index + 1].kind == .mark else { return false }
    let first = document.scalar(of: index)
    guard let close = Self.pairs[first], document.isMark(index + 1, close) else { return false }
    // `main()` is code, `[]()` a link without text
    let isFree = document.tokens[index].flags.contains(.spaceBefore) || index == block.tokens.lowerBound
    guard isFree, document.tokens[index].flags.isDisjoint(with: .address) else { return false }
    return index + 2 == block.tokens.upperBound || document.tokens[index + 2].flags.contains(.spaceBefore)
      || !document.isMark(index + 2, 0x28)
  }
}
