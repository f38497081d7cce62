internal import SuntingCore

/// Text and values of HTML.
enum HTMLText {
  /// Text with its character references; white space with a line end in it counts as one character.
  static func append(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, to builder: inout ProseBuilder, inAttribute: Bool = false
  ) {
    var start = range.lowerBound
    var index = start
    func flush(_ builder: inout ProseBuilder) { if start < index { builder.append(start..<index) } }
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x26,
        let (characters, length) = CharacterReference.read(
          bytes, at: index, end: range.upperBound, inAttribute: inAttribute)
      {
        flush(&builder)
        builder.append(characters, for: index..<index + length)
        index += length
        start = index
      } else if ProseBuilder.isWhite(byte) {
        var end = index
        var hasLineEnd = false
        while end < range.upperBound, ProseBuilder.isWhite(bytes[end]) {
          if bytes[end] != 0x20 { hasLineEnd = true }
          end += 1
        }
        if hasLineEnd {
          flush(&builder)
          builder.appendSpace(index..<end, isLineBreak: true)
          start = end
        }
        index = end
      } else {
        index += 1
      }
    }
    flush(&builder)
  }

  /// A value as its characters.
  static func decoded(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x26,
        let (characters, length) = CharacterReference.read(bytes, at: index, end: range.upperBound, inAttribute: true)
      {
        result += characters
        index += length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Whether a `lang` value names another language than Indonesian.
  static func isForeign(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let language = String(decoding: bytes[range], as: UTF8.self).lowercased().prefix { $0 != "-" && $0 != "_" }
    return !["", "id", "in", "ind"].contains(String(language))
  }

  /// The element's bytes, with its lines where nothing else stands on them.
  static func shell(_ range: TextRange, in bytes: UnsafeBufferPointer<UInt8>) -> TextRange {
    var start = Int(range.start)
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D else { return range }
    var end = Int(range.end)
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if end == bytes.count { return TextRange(start..<end) }
    guard bytes[end] == 0x0A || bytes[end] == 0x0D else { return range }
    end += bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1
    return TextRange(start..<end)
  }
}
