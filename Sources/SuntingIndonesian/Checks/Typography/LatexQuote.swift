package import SuntingCore

/// ``` ``keajaiban'' ```: quotation marks as TeX writes them.
package struct LatexQuote: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let mostTokens = 80

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    guard document.summary.holds(0x60) else { return }
    for (_, block) in context.proseBlocks {
      var index = block.tokens.lowerBound
      while index < block.tokens.upperBound {
        guard isPair(index, 0x60, document, block), let close = close(from: index + 2, document, block) else {
          index += 1
          continue
        }
        report(finding(index, close, document))
        index = close + 2
      }
    }
  }

  private func isPair(_ index: Int, _ scalar: UInt32, _ document: Document, _ block: Block) -> Bool {
    guard index + 1 < block.tokens.upperBound, document.utf8[Int(document.tokens[index].start)] == UInt8(scalar) else {
      return false
    }
    return document.isMark(index, scalar) && document.isMark(index + 1, scalar) && document.isGlued(index + 1)
  }

  private func close(from start: Int, _ document: Document, _ block: Block) -> Int? {
    (start..<min(start + Self.mostTokens, block.tokens.upperBound)).first { isPair($0, 0x27, document, block) }
  }

  private func finding(_ open: Int, _ close: Int, _ document: Document) -> Finding {
    var finding = Finding(range: document.range(of: open..<(close + 2)))
    let first = document.range(of: open..<(open + 2))
    let last = document.range(of: close..<(close + 2))
    finding.edits = [Edit(range: first, text: "“"), Edit(range: last, text: "”")]
    finding.alternatives = ["“" + document.text(TextRange(first.end, last.start)) + "”"]
    return finding
  }
}
