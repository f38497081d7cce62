package import SuntingCore

/// `selesai.Namun`, `Gander,Newfoundland`, `surut?Warga`: two sentences or words run together at a mark.
///
/// ICU keeps `selesai.Namun` as one token (a stop between letters), so stops are looked for in the bytes.
package struct MissingSpaceAfterStop: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  /// What follows the stop in names of sites and programs.
  private static let endings: Set<String> = [
    "com", "co", "id", "net", "org", "go", "ac", "js", "py", "io", "tv", "us", "uk", "php", "html", "exe", "pdf", "doc",
    "sch", "or", "web", "my", "me", "info", "biz", "edu", "gov", "int", "ai", "app", "dev",
  ]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for token in context.index.gluedStops {
      let block = context.block(of: token)
      if block.isCommon { search(document.tokens[token].range, document, block, report) }
    }
    for (_, block) in context.proseBlocks where !block.isCommon { search(block.range, document, block, report) }
  }

  private func search(_ range: TextRange, _ document: Document, _ block: Block, _ report: (Finding) -> Void) {
    let first = max(range.bounds.lowerBound, block.range.bounds.lowerBound + 3)
    let end = min(range.bounds.upperBound, block.range.bounds.upperBound - 1)
    guard first < end else { return }
    for index in first..<end {
      let byte = document.utf8[index]
      guard byte == 0x2E || byte == 0x2C || byte == 0x3F || byte == 0x21 else { continue }
      if let finding = finding(at: index, byte, document, block) { report(finding) }
    }
  }

  private func finding(at index: Int, _ mark: UInt8, _ document: Document, _ block: Block) -> Finding? {
    let utf8 = document.utf8
    let next = utf8[index + 1]
    guard mark == 0x2C ? next.isLetterASCII : next.isUpperASCII else { return nil }
    guard let left = left(of: index, utf8, block), let right = right(of: index, utf8, block) else { return nil }
    let token = document.token(at: UInt32(left.lowerBound))
    guard document.tokens[token].flags.isDisjoint(with: [.address, .hyphenated]) || mark == 0x2C,
      document.tokens[document.token(at: UInt32(index))].flags.isDisjoint(with: .address)
    else { return nil }
    guard mark == 0x2C ? isList(left, right, utf8) : isSeam(left, right, mark, document) else { return nil }
    let at = UInt32(index + 1)
    var finding = Finding(range: TextRange(UInt32(left.lowerBound), UInt32(right.upperBound)))
    finding.edits = [Edit(range: TextRange(at, at), text: " ")]
    finding.alternatives = [
      document.text(TextRange(finding.range.start, at)) + " " + document.text(TextRange(at, finding.range.end))
    ]
    return finding
  }

  /// The letters or digits right before the mark, with nothing but white space or an opening mark before them.
  private func left(of index: Int, _ utf8: [UInt8], _ block: Block) -> Range<Int>? {
    var start = index
    let first = block.range.bounds.lowerBound
    while start > first, utf8[start - 1].isLetterASCII || utf8[start - 1].isDigitASCII || utf8[start - 1] == 0x2D {
      start -= 1
    }
    guard index - start >= 3 else { return nil }
    let before = start > first ? utf8[start - 1] : 0x20
    return before == 0x20 || before == 0x28 || before == 0x22 || before >= 0x80 || before == 0x2C ? start..<index : nil
  }

  /// The letters right behind the mark, not followed by another stop or bracket.
  private func right(of index: Int, _ utf8: [UInt8], _ block: Block) -> Range<Int>? {
    var end = index + 1
    let last = block.range.bounds.upperBound
    while end < last, utf8[end].isLetterASCII || utf8[end] == 0x2D { end += 1 }
    guard end - index > 2 else { return nil }
    if end + 1 < last, utf8[end] == 0x2E, utf8[end + 1].isLetterASCII { return nil }
    if end < last, [0x28, 0x5F, 0x3D, 0x2F, 0x40].contains(utf8[end]) || utf8[end].isDigitASCII { return nil }
    return (index + 1)..<end
  }

  /// Two sentences: behind a whole word in lower case, or before a word that begins sentences.
  private func isSeam(_ left: Range<Int>, _ right: Range<Int>, _ mark: UInt8, _ document: Document) -> Bool {
    let utf8 = document.utf8
    guard utf8[right].dropFirst().allSatisfy({ $0.isLowerASCII || $0 == 0x2D }) else { return false }
    let word = String(decoding: utf8[left], as: UTF8.self)
    let next = String(decoding: utf8[right], as: UTF8.self).lowercased()
    guard !Self.endings.contains(next), !Abbreviations.all.contains(word.lowercased()) else { return false }
    if utf8[left].allSatisfy({ $0.isLowerASCII || $0 == 0x2D }) { return right.count >= 2 }
    guard mark == 0x2E, left.count >= 4 else { return false }
    return FunctionWords.indonesian.contains(next)
  }

  /// Two words at a comma.
  private func isList(_ left: Range<Int>, _ right: Range<Int>, _ utf8: [UInt8]) -> Bool {
    utf8[left].allSatisfy { $0.isLetterASCII || $0 == 0x2D } && right.count >= 2
  }
}
