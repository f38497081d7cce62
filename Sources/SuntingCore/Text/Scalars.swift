internal import SuntingICU

/// Reading Unicode scalar values out of valid UTF-8 without making a `String`.
package enum Scalars {
  /// The scalar that starts at `index`, and how many bytes it takes. The bytes must be valid UTF-8.
  @inlinable
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2) }
    if first < 0xF0 {
      return ((first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F), 3)
    }
    return (
      (first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
        | UInt32(bytes[index + 3] & 0x3F), 4
    )
  }

  /// The scalar that ends right before `index`, and how many bytes it takes.
  @inlinable
  package static func decodeBackwards(
    _ bytes: UnsafeBufferPointer<UInt8>, before index: Int
  ) -> (scalar: UInt32, length: Int) {
    var start = index - 1
    while start > 0 && bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (decode(bytes, at: start).scalar, index - start)
  }

  package static func all(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let (scalar, length) = decode(bytes, at: index)
      result.append(scalar)
      index += length
    }
    return result
  }

  package static func all(in bytes: [UInt8], _ range: Range<Int>) -> [UInt32] {
    bytes.withUnsafeBufferPointer { all(in: UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Columns the scalar takes in a terminal: 0, 1 or 2.
  package static func terminalWidth(_ scalar: UInt32) -> Int { Characters.terminalWidth(scalar) }

  /// The byte offset of the first byte that is not valid UTF-8, nil when all is well.
  package static func firstInvalidByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let count = bytes.count
    while index < count {
      let first = bytes[index]
      if first < 0x80 {
        index = WideScan.beyondASCII(bytes, from: index + 1)
        continue
      }
      let length: Int
      let smallest: UInt32
      switch first {
      case 0xC2...0xDF: (length, smallest) = (2, 0x80)
      case 0xE0...0xEF: (length, smallest) = (3, 0x800)
      case 0xF0...0xF4: (length, smallest) = (4, 0x10000)
      default: return index
      }
      guard index + length <= count else { return index }
      for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return index }
      let (scalar, _) = decode(bytes, at: index)
      guard scalar >= smallest, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else { return index }
      index += length
    }
    return nil
  }

  /// Invisible characters that may stand inside or between words and must never make a rule blind.
  @inlinable
  package static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
