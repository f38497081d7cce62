package import SuntingCore

/// `hari,”kata`, `berkata,“Kami`, `mati“ itu`: a quotation mark that sticks to the wrong word, or to both.
package struct GluedQuote: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  /// Endings may follow a closing mark: `“Laskar Pelangi”nya`.
  private static let endings: Set<String> = ["nya", "ku", "mu", "lah", "kah", "pun", "an", "s", "isme"]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    context.forEachBlock(holding: context.index.enclosers) { block, marks in
      guard let quotes = Quotes(block, document, marks) else { return }
      var isOpen = false
      for (number, mark) in quotes.marks.enumerated() {
        let isLast = !quotes.marks[(number + 1)...].contains { $0.role == .closing }
        // ”kata” is a style of its own
        let isPair =
          mark.isOpenLeft && mark.scalar == 0x201D && number + 1 < quotes.marks.count
          && quotes.marks[number + 1].scalar == 0x201D
        if !isPair, let finding = finding(mark, isOpen: isOpen, isLast: isLast, quotes, document, block) {
          report(finding)
        }
        isOpen = mark.role == .opening || (quotes.isCurly && mark.isOpenLeft && !mark.isOpenRight)
      }
    }
  }

  private func finding(
    _ mark: Quotes.Mark, isOpen: Bool, isLast: Bool, _ quotes: Quotes, _ document: Document, _ block: Block
  ) -> Finding? {
    let before = mark.token - 1
    let after = mark.token + 1
    let hasWordAfter = after < block.tokens.upperBound && isWord(after, document)
    let hasTextBefore = before >= block.tokens.lowerBound && (isWord(before, document) || isPause(before, document))
    switch (mark.role, mark.isOpenLeft, mark.isOpenRight) {
    case (.closing, false, false) where hasWordAfter && hasTextBefore:
      return insertion(at: document.tokens[after].start, around: mark.token, document, block)
    case (.opening, false, false) where hasWordAfter && hasTextBefore:
      return insertion(at: document.tokens[mark.token].start, around: mark.token, document, block)
    case (.closing, true, false) where quotes.isCurly && hasWordAfter && !isOpen:
      return turned(mark, to: "“", from: mark.token, through: after, document)
    case (.opening, false, true) where quotes.isCurly && hasTextBefore && isOpen:
      return turned(mark, to: "”", from: before, through: mark.token, document)
    case (.opening, true, false)
    where quotes.isCurly && isOpen && isLast && hasWordAfter && before >= block.tokens.lowerBound:
      return isWord(before, document) ? swapped(mark, document) : nil
    default: return nil
    }
  }

  private func isWord(_ token: Int, _ document: Document) -> Bool {
    let range = document.tokens[token].range
    guard document.tokens[token].kind == .word, range.length >= 2 else { return false }
    return range.length > 4 || !Self.endings.contains(document.foldedText(token))
  }

  private func isPause(_ token: Int, _ document: Document) -> Bool {
    document.tokens[token].kind == .mark && [0x2C, 0x2E, 0x3A, 0x3F, 0x21].contains(document.scalar(of: token))
  }

  /// A space is missing on one side.
  private func insertion(at offset: UInt32, around mark: Int, _ document: Document, _ block: Block) -> Finding {
    var first = mark - 1
    if document.tokens[first].kind == .mark, first > block.tokens.lowerBound, document.isGlued(first) { first -= 1 }
    var finding = Finding(range: document.range(of: first..<(mark + 2)))
    finding.edits = [Edit(range: TextRange(offset, offset), text: " ")]
    finding.alternatives = [
      document.text(TextRange(finding.range.start, offset)) + " " + document.text(TextRange(offset, finding.range.end))
    ]
    return finding
  }

  /// The mark looks the wrong way.
  private func turned(_ mark: Quotes.Mark, to quote: String, from: Int, through: Int, _ document: Document) -> Finding {
    var finding = Finding(range: document.range(of: from..<(through + 1)))
    let token = document.tokens[mark.token].range
    finding.edits = [Edit(range: token, text: quote)]
    finding.alternatives = [
      document.text(TextRange(finding.range.start, token.start)) + quote
        + document.text(TextRange(token.end, finding.range.end))
    ]
    return finding
  }

  /// `kota “itu` for `kota” itu`: the mark looks the wrong way and stands on the wrong side of the space.
  private func swapped(_ mark: Quotes.Mark, _ document: Document) -> Finding {
    var finding = Finding(range: document.range(of: (mark.token - 1)..<(mark.token + 2)))
    let range = TextRange(document.tokens[mark.token - 1].end, document.tokens[mark.token].end)
    finding.edits = [Edit(range: range, text: "” ")]
    finding.alternatives = [document.text(of: mark.token - 1) + "” " + document.text(of: mark.token + 1)]
    return finding
  }
}
