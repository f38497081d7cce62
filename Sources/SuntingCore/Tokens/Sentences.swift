internal import SuntingICU

extension DocumentBuilder {
  /// Sentence boundaries as ICU places them, minus those behind an abbreviation or initial.
  ///
  /// - Parameter known: the boundaries of common text; nil asks ICU.
  mutating func splitSentences(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, base: Int, _ known: [Int]?,
    _ breaks: borrowing BreakIterator
  ) throws(ICUError) {
    var ends: [Int] = known ?? []
    if known == nil { try breaks.forEachSegment(in: bytes) { end, _ in ends.append(end) } }
    var start = range.lowerBound
    var index = range.lowerBound
    for end in ends where base + end < Int(tokens[range.upperBound - 1].end) {
      // the first token at or behind the boundary
      index = firstToken(from: index, to: range.upperBound, at: UInt32(base + end))
      guard index > start, index < range.upperBound else { continue }
      if !isInsideSentence(at: index, from: range.lowerBound, bytes, base: base) {
        sentences.append(start..<index)
        start = index
      }
    }
    sentences.append(start..<range.upperBound)
  }

  private func firstToken(from low: Int, to high: Int, at offset: UInt32) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the boundary before the token is none: a line end inside a wrapped paragraph, or a stop that belongs to
  /// an abbreviation (`dr.`, `Jl.`, `a.n.`) or initial (`H.M. Soeharto`).
  private func isInsideSentence(
    at index: Int, from first: Int, _ bytes: UnsafeBufferPointer<UInt8>, base: Int
  ) -> Bool {
    var last = index - 1
    // closing quotation marks and brackets do not hide the stop
    while last > first, tokens[last].kind == .mark, tokens[last].end - tokens[last].start > 1 { last -= 1 }
    let mark = tokens[last]
    guard mark.kind == .mark, mark.end - mark.start == 1 else { return tokens[index].flags.contains(.lineStart) }
    guard bytes[Int(mark.start) - base] == 0x2E else { return false }
    guard last > first else { return false }
    let word = tokens[last - 1]
    guard word.end == mark.start, word.kind == .word else { return false }
    if word.end - word.start == 1, WordHash.isUpper(bytes[Int(word.start) - base]) { return true }
    let traits = memory.traits[Int(tokens.form(of: last - 1))]
    if traits.contains(.abbreviation) { return true }
    guard traits.contains(.stop) else { return false }
    // `H.M`, `a.n`, `S.Pd`: letters with stops between them
    let text = bytes[(Int(word.start) - base)..<(Int(word.end) - base)]
    return text.split(separator: 0x2E).allSatisfy { $0.count <= 2 }
  }
}
