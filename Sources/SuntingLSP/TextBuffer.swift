import SuntingCore
import SuntingKit

/// What `character` counts.
enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The first of ours that the client knows; UTF-8 spares both sides the counting.
  static func negotiated(_ offered: JSONValue) -> PositionEncoding {
    let names = offered.array?.compactMap(\.string) ?? []
    return [.utf8, .utf16, .utf32].first { names.contains($0.rawValue) } ?? .utf16
  }

  func width(_ lead: UInt8) -> Int {
    switch self {
    case .utf8: Self.length(lead)
    case .utf16: lead >= 0xF0 ? 2 : 1
    case .utf32: 1
    }
  }

  static func length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
}

/// The text of an open document with its lines. Lines end at LF, CRLF or a lone CR; a byte order mark is a character.
struct TextBuffer: Sendable {
  private(set) var bytes: [UInt8]
  private var starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = Self.lineStarts(bytes)
  }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices {
        let byte = buffer[index]
        if byte == 0x0A || (byte == 0x0D && !(index + 1 < buffer.count && buffer[index + 1] == 0x0A)) {
          starts.append(index + 1)
        }
      }
    }
    return starts
  }

  /// The byte offset of a position; what lies beyond a line is its end, beyond the text the text's end.
  func offset(_ position: JSONValue, _ encoding: PositionEncoding) -> Int {
    let line = position["line"].int ?? 0
    guard line >= 0 else { return 0 }
    guard line < starts.count else { return bytes.count }
    var index = starts[line]
    let end = lineEnd(line)
    var left = position["character"].int ?? 0
    while left > 0, index < end {
      left -= encoding.width(bytes[index])
      if left < 0 { break }
      index += PositionEncoding.length(bytes[index])
    }
    return min(index, end)
  }

  /// Never ends before it starts.
  func range(_ range: JSONValue, _ encoding: PositionEncoding) -> Range<Int> {
    let start = offset(range["start"], encoding)
    return start..<max(start, offset(range["end"], encoding))
  }

  func position(_ offset: Int, _ encoding: PositionEncoding) -> JSONValue {
    let line = self.line(of: offset)
    var character = 0
    var index = starts[line]
    while index < min(offset, bytes.count) {
      character += encoding.width(bytes[index])
      index += PositionEncoding.length(bytes[index])
    }
    return ["line": .int(line), "character": .int(character)]
  }

  func range(_ range: TextRange, _ encoding: PositionEncoding) -> JSONValue {
    ["start": position(Int(range.start), encoding), "end": position(Int(range.end), encoding)]
  }

  /// 0-based.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  func lineStart(_ line: Int) -> Int { starts[line] }

  private func lineEnd(_ line: Int) -> Int {
    guard line + 1 < starts.count else { return bytes.count }
    let next = starts[line + 1]
    return next >= 2 && bytes[next - 1] == 0x0A && bytes[next - 2] == 0x0D && next - 2 >= starts[line]
      ? next - 2 : next - 1
  }

  /// One item of `contentChanges`: a replaced range, or the whole text.
  mutating func apply(_ change: JSONValue, _ encoding: PositionEncoding) {
    guard let text = change["text"].string else { return }
    if change["range"].isNull {
      bytes = Array(text.utf8)
    } else {
      bytes.replaceSubrange(range(change["range"], encoding), with: text.utf8)
    }
    starts = Self.lineStarts(bytes)
  }
}
