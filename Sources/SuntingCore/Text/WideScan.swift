/// Looking through bytes eight at a time.
package enum WideScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first LF or CR at or behind `start`; the count where there is none.
  @inline(__always)
  package static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let chunk = WordHash.chunk(bytes, index)
      let found = zeros(chunk ^ ones &* 0x0A) | zeros(chunk ^ ones &* 0x0D)
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// The first byte of 0x80 or above at or behind `start`; the count where there is none.
  @inline(__always)
  package static func beyondASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let found = WordHash.chunk(bytes, index) & highs
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The highest bit of each byte that is zero; bytes above the first such one may be wrong.
  @inline(__always)
  private static func zeros(_ chunk: UInt64) -> UInt64 { (chunk &- ones) & ~chunk & highs }
}
