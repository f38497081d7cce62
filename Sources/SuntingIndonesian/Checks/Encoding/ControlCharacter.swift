package import SuntingCore

/// C0 and C1 controls other than tab and line ends. A C1 control is nearly always a mark of Windows-1252 that was not
/// converted: U+0093 was “.
package struct ControlCharacter: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let utf8 = context.document.utf8
    context.forEachByte(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) { offset, block in
      var end = offset
      var text = ""
      while end < block.range.bounds.upperBound, let length = Self.length(at: end, utf8) {
        if length == 2 { text += Windows1252.character(of: utf8[end + 1]) }
        end += length
        if utf8[end - 1] == 0x1B { end = Self.sequenceEnd(from: end, until: block.range.bounds.upperBound, utf8) }
      }
      if end > offset { report(Finding(range: TextRange(offset..<end), replacement: text)) }
      return end
    }
  }

  /// The end of a terminal's control sequence (`ESC [ 0 m`), or where it was.
  private static func sequenceEnd(from start: Int, until end: Int, _ utf8: [UInt8]) -> Int {
    guard start < end, utf8[start] == 0x5B else { return start }
    var index = start + 1
    while index < end, utf8[index].isDigitASCII || utf8[index] == 0x3B { index += 1 }
    return index < end && utf8[index].isLetterASCII ? index + 1 : start
  }

  /// How many bytes the control takes that begins here; nil when there is none. U+0085 is a line end.
  private static func length(at offset: Int, _ utf8: [UInt8]) -> Int? {
    let byte = utf8[offset]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C ? nil : 1 }
    if byte == 0x7F { return 1 }
    guard byte == 0xC2, offset + 1 < utf8.count, (0x80...0x9F).contains(utf8[offset + 1]), utf8[offset + 1] != 0x85
    else {
      return nil
    }
    return 2
  }
}
