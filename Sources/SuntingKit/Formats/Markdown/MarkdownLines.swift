internal import SuntingCore

/// Lines of Markdown: what stands around the text of a block.
enum MarkdownLines {
  /// The lines of a block, with the line below a heading that underlines it.
  static func shell(_ span: TextRange, isHeading: Bool, in bytes: UnsafeBufferPointer<UInt8>) -> TextRange {
    var start = Int(span.start)
    while start > 0, !isLineEnd(bytes[start - 1]) { start -= 1 }
    if start == 0, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
    var end = nextLine(after: Int(span.end), in: bytes)
    if isHeading, !bytes[start..<Int(span.start)].contains(0x23), isUnderline(end, in: bytes) {
      end = nextLine(after: end, in: bytes)
    }
    return TextRange(start..<end)
  }

  /// The line end in the bytes between two pieces of text, with the white space before it and what the next line begins
  /// with: indentation, marks of quotation.
  static func lineBreak(_ gap: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let lineEnd = gap.first(where: { isLineEnd(bytes[$0]) }) else { return nil }
    var start = lineEnd
    while start > gap.lowerBound, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = lineEnd + 1
    if bytes[lineEnd] == 0x0D, end < gap.upperBound, bytes[end] == 0x0A { end += 1 }
    while end < gap.upperBound, [0x20, 0x09, 0x3E].contains(bytes[end]) { end += 1 }
    return start..<end
  }

  private static func isUnderline(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = start
    var marks = 0
    while index < bytes.count, !isLineEnd(bytes[index]) {
      switch bytes[index] {
      case 0x3D, 0x2D: marks += 1
      case 0x20, 0x09, 0x3E: break
      default: return false
      }
      index += 1
    }
    return marks > 0
  }

  private static func nextLine(after offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = offset
    while end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
    guard end < bytes.count else { return end }
    return end + (bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
