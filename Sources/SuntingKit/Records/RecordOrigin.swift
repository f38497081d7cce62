package import SuntingCore

/// Where the text of a record stands in its container.
package struct RecordOrigin: Sendable {
  package let field: String
  /// The record's line in the container.
  package let line: Int
  /// The line of the container up to the end of the field.
  private let written: [UInt8]
  /// Where the text begins in it.
  private let start: Int
  /// In JSON some characters are written as escapes.
  private let hasEscapes: Bool

  /// - Parameter range: the text as written; with its quotation marks for JSON.
  package init(field: String, line: Int, in bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, isJSON: Bool) {
    self.field = field
    self.line = line
    written = Array(bytes[..<range.upperBound])
    start = range.lowerBound + (isJSON ? 1 : 0)
    hasEscapes = isJSON && written[start...].contains(0x5C)
  }

  /// The 1-based column in the container's line.
  ///
  /// - Parameter offset: in the decoded text.
  package func column(of offset: UInt32, unit: LineIndex.ColumnUnit) -> Int {
    LineIndex.length(written[..<position(of: Int(offset))], unit) + 1
  }

  /// The byte of the container's line that stands for a byte of the text.
  private func position(of offset: Int) -> Int {
    guard hasEscapes else { return min(written.count, start + offset) }
    var decoded = 0
    var index = start
    while decoded < offset, index < written.count {
      guard written[index] == 0x5C, index + 1 < written.count else {
        decoded += 1
        index += 1
        continue
      }
      let (length, bytes) = escape(at: index)
      decoded += bytes
      index += length
    }
    return min(index, written.count)
  }

  /// How long an escape is as written, and in UTF-8 what it stands for.
  private func escape(at index: Int) -> (length: Int, bytes: Int) {
    guard written[index + 1] == 0x75, let unit = unit(at: index + 2) else { return (2, 1) }
    // two halves of a surrogate pair are one character
    if 0xD800...0xDBFF ~= unit { return (12, 4) }
    return (6, unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3)
  }

  private func unit(at index: Int) -> UInt16? {
    guard index + 4 <= written.count else { return nil }
    return UInt16(String(decoding: written[index..<index + 4], as: UTF8.self), radix: 16)
  }
}
