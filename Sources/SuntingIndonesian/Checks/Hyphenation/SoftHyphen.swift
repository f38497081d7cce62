internal import SuntingCore

/// A soft hyphen where the hyphen of a reduplication should be: inside one token, or beside the space between two.
struct SoftHyphen {
  /// The two halves and what stands between them.
  let range: TextRange
  let gap: TextRange
  private let first: String
  private let second: String

  init?(at index: Int, in document: Document, _ block: Block) {
    let token = document.tokens[index]
    guard token.kind == .word else { return nil }
    if let inside = Self.softHyphens(in: token.range, document), inside.end < token.end {
      range = token.range
      gap = inside
    } else {
      guard index + 1 < block.tokens.upperBound, document.isSameText(index, index + 1) else { return nil }
      let next = document.tokens[index + 1]
      guard let soft = Self.softHyphens(in: TextRange(token.start, next.start), document) else { return nil }
      range = TextRange(token.start, next.end)
      gap = TextRange(min(soft.start, token.end), next.start)
    }
    first = Self.folded(TextRange(range.start, gap.start), document)
    second = Self.folded(TextRange(gap.end, range.end), document)
  }

  func finding(_ document: Document, _ reduplication: Reduplication) -> Finding? {
    guard reduplication.joins(first, second) else { return nil }
    var finding = Finding(range: range)
    finding.edits = [Edit(range: gap, text: "-")]
    finding.alternatives = [
      document.text(TextRange(range.start, gap.start)) + "-" + document.text(TextRange(gap.end, range.end))
    ]
    return finding
  }

  /// The first run of soft hyphens.
  private static func softHyphens(in range: TextRange, _ document: Document) -> TextRange? {
    var start = range.bounds.lowerBound
    let end = range.bounds.upperBound
    while start + 1 < end, !(document.utf8[start] == 0xC2 && document.utf8[start + 1] == 0xAD) { start += 1 }
    guard start + 1 < end else { return nil }
    var stop = start
    while stop + 1 < end, document.utf8[stop] == 0xC2, document.utf8[stop + 1] == 0xAD { stop += 2 }
    return TextRange(start..<stop)
  }

  private static func folded(_ range: TextRange, _ document: Document) -> String {
    String(decoding: document.bytes(of: range) { WordHash.folded($0) }, as: UTF8.self)
  }
}
