/// Deleting whole lines so that the blank lines around them come out right: where a run of lines goes, the smaller of the
/// gaps above and below it stays (the only one, where the other side has none), and none at the file's edges.
struct LineDeletions {
  private let bytes: [UInt8]
  private let lines: LineIndex

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  /// Whether the edit deletes lines from their first byte to their line end.
  func isLines(_ edit: Edit) -> Bool {
    guard edit.text.isEmpty, !edit.range.isEmpty, isLineStart(edit.range.start) else { return false }
    return Int(edit.range.end) == bytes.count || isLineStart(edit.range.end)
  }

  private func isLineStart(_ offset: UInt32) -> Bool { lines.starts[lines.line(of: offset) - 1] == offset }

  /// Ranges in order, not overlapping, that delete what the given ones delete, with as many blank lines as is right.
  func joined(_ ranges: [TextRange]) -> [TextRange] {
    guard !ranges.isEmpty else { return [] }
    var goes = Set<Int>()
    for range in ranges {
      for line in line(at: range.start)...line(at: range.end - 1) where !isBlank(line) { goes.insert(line) }
    }
    var result: [TextRange] = []
    var sorted = goes.sorted()[...]
    while let first = sorted.popFirst() {
      var last = first
      while let next = sorted.first, (last + 1..<next).allSatisfy(isBlank) {
        last = next
        sorted.removeFirst()
      }
      result.append(range(first, last))
    }
    return result
  }

  private func range(_ first: Int, _ last: Int) -> TextRange {
    var top = first
    while top > 0, isBlank(top - 1) { top -= 1 }
    var bottom = last
    while bottom + 1 < lines.starts.count, isBlank(bottom + 1) { bottom += 1 }
    let isAtEnd = bottom + 1 == lines.starts.count
    if top == 0 { return bytes(first, bottom) }
    if isAtEnd { return bytes(top, bottom) }
    let (above, below) = (first - top, bottom - last)
    if above == 0 || below == 0 { return bytes(first, last) }
    return above <= below ? bytes(first, bottom) : bytes(top, last)
  }

  private func bytes(_ first: Int, _ last: Int) -> TextRange {
    TextRange(lines.starts[first], last + 1 < lines.starts.count ? lines.starts[last + 1] : UInt32(bytes.count))
  }

  /// 0-based.
  private func line(at offset: UInt32) -> Int { lines.line(of: offset) - 1 }

  private func isBlank(_ line: Int) -> Bool {
    let end = lines.lineEnd(line + 1, in: bytes)
    return bytes[Int(lines.starts[line])..<Int(end)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
