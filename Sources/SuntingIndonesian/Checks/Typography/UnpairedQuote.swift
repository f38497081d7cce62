package import SuntingCore

/// A quotation mark or bracket without its partner in the paragraph.
package struct UnpairedQuote: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    context.forEachBlock(holding: context.index.enclosers) { block, marks in
      guard block.kind != .tableCell, isWhole(block, document) else { return }
      quotes(block, marks, context, report)
      brackets(block, marks, document, report)
    }
  }

  /// A paragraph that was cut off has lost more than a mark.
  private func isWhole(_ block: Block, _ document: Document) -> Bool {
    guard let last = block.tokens.last, document.tokens[last].kind == .mark else { return false }
    return [0x2E, 0x21, 0x3F, 0x201D, 0x22].contains(document.scalar(of: last))
  }

  /// A mark that opens and is never closed. One that opens a sentence may be closed in a later paragraph, unless the
  /// speaker is named behind it.
  private func quotes(
    _ block: Block, _ marks: ArraySlice<Int>, _ context: CheckContext, _ report: (Finding) -> Void
  ) {
    let document = context.document
    guard let open = unclosed(block, marks, document), isLost(open, block, document) else { return }
    if !continues(context.proseBlock(behind: block), document) { report(Finding(range: document.tokens[open].range)) }
  }

  private func unclosed(_ block: Block, _ marks: ArraySlice<Int>, _ document: Document) -> Int? {
    var open: Int?
    var straight = 0
    for index in marks {
      switch document.scalar(of: index) {
      case 0x201C, 0x201E: open = index
      case 0x201D: open = nil
      case 0x22 where !Quotes.isInch(index, document, block):
        straight += 1
        open = straight % 2 == 1 ? index : nil
      default: break
      }
    }
    guard let open, open + 1 < block.tokens.upperBound, document.isGlued(open + 1) else { return nil }
    return open
  }

  private static let speech: Set<String> = [
    "kata", "katanya", "ujar", "ujarnya", "ucap", "ucapnya", "tutur", "tuturnya", "jelas", "jelasnya", "tegas",
    "tegasnya",
    "ungkap", "ungkapnya", "imbuh", "imbuhnya", "tambah", "tambahnya", "papar", "paparnya", "terang", "terangnya",
  ]

  /// Before an opening mark stands a word of the same sentence, or behind it a comma and the speaker.
  private func isLost(_ open: Int, _ block: Block, _ document: Document) -> Bool {
    for index in (open + 1)..<block.tokens.upperBound where document.isMark(index, 0x2C) {
      guard index + 1 < block.tokens.upperBound, document.tokens[index + 1].kind == .word else { continue }
      if Self.speech.contains(document.text(of: index + 1)) { return true }
    }
    guard open > block.tokens.lowerBound, document.tokens[open].flags.contains(.spaceBefore) else { return false }
    return document.tokens[open - 1].kind == .word && !document.tokens[open + 1].flags.contains(.capital)
  }

  /// A quotation of several paragraphs opens again in each of them.
  private func continues(_ next: Block?, _ document: Document) -> Bool {
    guard let next, !next.tokens.isEmpty else { return false }
    return Quotes.isQuote(document.scalar(of: next.tokens.lowerBound))
  }

  private func brackets(
    _ block: Block, _ marks: ArraySlice<Int>, _ document: Document, _ report: (Finding) -> Void
  ) {
    var open: [Int] = []
    for index in marks {
      switch document.utf8[Int(document.tokens[index].start)] {
      case 0x28: open.append(index)
      case 0x29: if !open.isEmpty { open.removeLast() }
      default: break
      }
    }
    for index in open where document.tokens[index].flags.isDisjoint(with: .address) {
      report(Finding(range: document.tokens[index].range))
    }
  }
}
