import SuntingCore

/// UTF-16 offsets of a text, asked for in rising or any order.
struct UTF16Offsets {
  private let bytes: [UInt8]
  /// The offset at every 256th byte.
  private let marks: [Int]
  private static let step = 256

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var marks: [Int] = []
    var units = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.step == 0 { marks.append(units) }
      units += Self.units(byte)
    }
    marks.append(units)
    self.marks = marks
  }

  private static func units(_ byte: UInt8) -> Int { byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1 }

  subscript(offset: Int) -> Int {
    let block = min(offset, bytes.count) / Self.step
    let start = block * Self.step
    guard start < bytes.count else { return marks[marks.count - 1] }
    return bytes[start..<min(offset, bytes.count)].reduce(marks[block]) { $0 + Self.units($1) }
  }
}
