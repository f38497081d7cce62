internal import SuntingCore

/// UTF-8 that was read as Windows-1252: `Ã©` for `é`, `â€™` for `’`.
enum Windows1252 {
  /// The characters of the bytes 0x80–0x9F; unassigned bytes stand for the control of that number.
  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  /// The byte that Windows-1252 shows as this character.
  static func byte(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x80 || (0xA0...0xFF).contains(scalar) { return UInt8(scalar) }
    return high.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
  }

  /// The character that the byte 0x80–0x9F stands for; empty for the five that stand for none.
  static func character(of byte: UInt8) -> String {
    let scalar = high[Int(byte) - 0x80]
    return scalar < 0xA0 ? "" : Unicode.Scalar(scalar).map { String(Character($0)) } ?? ""
  }

  /// The character that the garbled run at `offset` was, and where the run ends; nil for good text.
  static func decode(at offset: Int, until end: Int, _ utf8: [UInt8]) -> (text: String, end: Int)? {
    utf8.withUnsafeBufferPointer { buffer in
      let (lead, length) = Scalars.decode(buffer, at: offset)
      guard let first = byte(lead), let count = followers(first) else { return nil }
      var bytes = [first]
      var next = offset + length
      while bytes.count <= count, next < end {
        let (scalar, length) = Scalars.decode(buffer, at: next)
        guard let value = byte(scalar), value & 0xC0 == 0x80 else { break }
        bytes.append(value)
        next += length
      }
      // ” lost its last byte, which Windows-1252 does not have
      if bytes == [0xE2, 0x80] { return ("”", next) }
      guard bytes.count == count + 1, let text = String(validating: bytes, as: UTF8.self), isPlausible(bytes) else {
        return nil
      }
      return (text, next)
    }
  }

  /// How many bytes follow a first byte that garbled text of our kind has: Latin letters, marks, emoji.
  private static func followers(_ byte: UInt8) -> Int? {
    switch byte {
    case 0xC2, 0xC3, 0xC4, 0xC5: 1
    case 0xE2, 0xEF: 2
    case 0xF0: 3
    default: nil
    }
  }

  /// Capitals before closing guillemets are good text (`CAFÉ»` is none of these, `Ä»` hardly).
  private static func isPlausible(_ bytes: [UInt8]) -> Bool {
    bytes[0] < 0xC4 || bytes.count > 2 || ![0xAB, 0xBB, 0xB7, 0xB0].contains(bytes[1])
  }
}
