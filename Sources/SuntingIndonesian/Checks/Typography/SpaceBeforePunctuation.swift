package import SuntingCore

/// `desa .`, `Bogor ,`: a space between a word and the mark that belongs to it.
package struct SpaceBeforePunctuation: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  /// Where so many marks, and most of them, stand apart, the text was cut into tokens on purpose.
  private static let tokenized = 10

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    var found: [Finding] = []
    for index in context.index.spacedMarks {
      let block = context.block(of: index)
      if index > block.tokens.lowerBound, let finding = finding(index, document, block) { found.append(finding) }
    }
    if found.count >= Self.tokenized, found.count * 2 > marks(context) { return }
    for finding in found { report(finding) }
  }

  private func marks(_ context: CheckContext) -> Int {
    context.proseBlocks.reduce(0) { count, entry in
      count
        + entry.block.tokens.count {
          context.document.tokens[$0].kind == .mark
            && isPunctuation(context.document.utf8[Int(context.document.tokens[$0].start)])
        }
    }
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x21 || byte == 0x3F
  }

  private func finding(_ index: Int, _ document: Document, _ block: Block) -> Finding? {
    let mark = document.tokens[index]
    let previous = document.tokens[index - 1]
    let byte = document.utf8[Int(mark.start)]
    guard mark.flags.isDisjoint(with: [.lineStart, .address]), endsPhrase(index - 1, document) else { return nil }
    var gap = [Edit(range: document.gap(after: index - 1), text: "")]
    var text = document.text(of: index - 1) + document.text(of: index)
    if index + 1 < block.tokens.upperBound, document.isGlued(index + 1) {
      // `.NET`, `...`, `:)`; only a comma has surely changed places with its space
      if document.tokens[index + 1].kind == .mark {
        guard Quotes.isQuote(document.scalar(of: index + 1)), byte != 0x3A else { return nil }
      } else {
        guard byte == 0x2C, document.tokens[index + 1].kind == .word, previous.kind == .word else { return nil }
        gap.append(Edit(range: TextRange(mark.end, mark.end), text: " "))
        text += " "
      }
    }
    // `file . gitlab-ci.yml` lost the name's own dot
    if byte == 0x2E, index + 1 < block.tokens.upperBound, document.tokens[index + 1].flags.contains(.address) {
      return nil
    }
    if byte == 0x3A, isColonBetweenColumns(index, document, block) { return nil }
    if byte == 0x2E, index + 1 < block.tokens.upperBound, document.isMark(index + 1, 0x2E) { return nil }
    var finding = Finding(range: document.range(of: (index - 1)..<(index + 1)))
    finding.edits = gap
    finding.alternatives = [text]
    return finding
  }

  /// A word, number, closing bracket or quotation mark.
  private func endsPhrase(_ token: Int, _ document: Document) -> Bool {
    guard document.tokens[token].kind == .mark else { return document.tokens[token].kind != .other }
    return [0x29, 0x5D, 0x201D, 0x25].contains(document.scalar(of: token))
  }

  /// `2 : 1`, and `Nama : Rina` in forms, where the colons of several lines stand below each other.
  private func isColonBetweenColumns(_ index: Int, _ document: Document, _ block: Block) -> Bool {
    if document.tokens[index - 1].kind == .number, index + 1 < block.tokens.upperBound,
      document.tokens[index + 1].kind == .number
    {
      return true
    }
    return index - block.tokens.lowerBound <= 4
  }
}
