/// Byte offset ↔ line and column of one file. Lines end at LF, CRLF or a lone CR; both numbers are 1-based.
package struct LineIndex: Sendable {
  package enum ColumnUnit: Sendable { case utf8, utf16, codePoints }

  /// The byte offset at which each line starts; the first is behind a byte order mark.
  package let starts: [UInt32]
  private let end: UInt32
  /// Code points before each stretch of bytes; empty where no line is long enough to need them.
  private let codePoints: [UInt32]
  private static let stretch = 8192

  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = WideScan.lineEnd(buffer, from: 0)
      while index < buffer.count {
        if buffer[index] == 0x0A || !(index + 1 < buffer.count && buffer[index + 1] == 0x0A) {
          starts.append(UInt32(index + 1))
        }
        index = WideScan.lineEnd(buffer, from: index + 1)
      }
    }
    self.starts = starts
    end = UInt32(bytes.count)
    let longest = zip(starts, starts.dropFirst() + [UInt32(bytes.count)]).reduce(0) { max($0, Int($1.1) - Int($1.0)) }
    codePoints = longest > 4 * Self.stretch ? Self.countCodePoints(bytes) : []
  }

  private static func countCodePoints(_ bytes: [UInt8]) -> [UInt32] {
    var counts: [UInt32] = [0]
    for start in stride(from: 0, to: bytes.count, by: stretch) {
      counts.append(counts.last! + UInt32(length(bytes[start..<min(start + stretch, bytes.count)], .codePoints)))
    }
    return counts
  }

  /// How many code points begin before the byte.
  private func codePoints(before offset: Int, _ bytes: [UInt8]) -> Int {
    let stretch = offset / Self.stretch
    return Int(codePoints[stretch]) + Self.length(bytes[(stretch * Self.stretch)..<offset], .codePoints)
  }

  /// The 1-based line that holds the byte at `offset`.
  package func line(of offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  package func position(
    of offset: UInt32, in bytes: [UInt8], unit: ColumnUnit = .codePoints
  ) -> (line: Int, column: Int) {
    let line = line(of: offset)
    let start = Int(starts[line - 1])
    guard Int(offset) > start else { return (line, 1) }
    let last = min(Int(offset), bytes.count)
    if unit == .codePoints, !codePoints.isEmpty {
      return (line, 1 + codePoints(before: last, bytes) - codePoints(before: start, bytes))
    }
    return (line, 1 + Self.length(bytes[start..<last], unit))
  }

  /// The byte offset of a line and column; beyond the end of a line it is the line's end, beyond the text its end.
  package func offset(line: Int, column: Int, in bytes: [UInt8], unit: ColumnUnit = .codePoints) -> UInt32 {
    guard line >= 1 else { return 0 }
    guard line <= starts.count else { return end }
    var index = Int(starts[line - 1])
    var left = column - 1
    let lineEnd = Int(self.lineEnd(line, in: bytes))
    while left > 0 && index < lineEnd {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      switch unit {
      case .utf8: left -= length
      case .utf16: left -= length == 4 ? 2 : 1
      case .codePoints: left -= 1
      }
      if left < 0 { break }
      index += length
    }
    return UInt32(min(index, lineEnd))
  }

  /// The byte offset behind the last byte of the line, without its line end.
  package func lineEnd(_ line: Int, in bytes: [UInt8]) -> UInt32 {
    var index = line < starts.count ? Int(starts[line]) : Int(end)
    while index > Int(starts[line - 1]), bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D { index -= 1 }
    return UInt32(index)
  }

  package static func length(_ bytes: ArraySlice<UInt8>, _ unit: ColumnUnit) -> Int {
    switch unit {
    case .utf8: bytes.count
    case .codePoints: bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    case .utf16: bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    }
  }
}
