internal import SuntingICU

extension DocumentBuilder {
  /// ICU's sentence boundaries, minus those behind an abbreviation or initial.
  mutating func splitSentences(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, base: Int, _ breaks: borrowing BreakIterator,
    _ language: Language
  ) throws(ICUError) {
    var ends: [Int] = []
    try breaks.forEachSegment(in: bytes) { end, _ in ends.append(base + end) }
    var start = range.lowerBound
    var next = 0
    for index in range {
      while next < ends.count, ends[next] <= Int(tokens[index].start) {
        if index > start, !isInsideSentence(at: index, bytes, base: base, language) {
          sentences.append(start..<index)
          start = index
        }
        next += 1
      }
    }
    sentences.append(start..<range.upperBound)
  }

  /// Whether the boundary before the token is none: a line end inside a wrapped paragraph, or a stop that belongs to
  /// an abbreviation (`dr.`, `Jl.`, `a.n.`) or initial (`H.M. Soeharto`).
  private func isInsideSentence(
    at index: Int, _ bytes: UnsafeBufferPointer<UInt8>, base: Int, _ language: Language
  ) -> Bool {
    var last = index - 1
    // closing quotation marks and brackets do not hide the stop
    while last > 0, tokens[last].kind == .mark, tokens[last].end - tokens[last].start > 1 { last -= 1 }
    let mark = tokens[last]
    guard mark.kind == .mark, mark.end - mark.start == 1 else { return tokens[index].flags.contains(.lineStart) }
    guard bytes[Int(mark.start) - base] == 0x2E else { return false }
    guard last > 0 else { return false }
    let word = tokens[last - 1]
    guard word.end == mark.start, word.kind == .word else { return false }
    let text = bytes[(Int(word.start) - base)..<(Int(word.end) - base)]
    if text.count == 1, WordHash.isUpper(text[text.startIndex]) { return true }
    // `H.M`, `a.n`, `S.Pd`: letters with stops between them
    if text.contains(0x2E), text.split(separator: 0x2E).allSatisfy({ $0.count <= 2 }) { return true }
    return language.abbreviations.contains(String(decoding: text, as: UTF8.self).lowercased())
  }
}
