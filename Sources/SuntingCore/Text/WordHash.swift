internal import SuntingICU

/// The identity of a word as 64 bits: case folded, NFC, without soft hyphens and zero-width characters, with one
/// form for apostrophes and hyphens. Two words with one hash are taken to be the same (2⁻⁶⁴ per pair).
package enum WordHash {
  @inlinable
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state = seed
    var index = 0
    while index < bytes.count {
      let chunk = chunk(bytes, index)
      if chunk & 0x8080_8080_8080_8080 != 0 { return hashFolded(folded(bytes)) }
      state = step(state, lowercased(chunk))
      index += 8
    }
    return finish(state, bytes.count)
  }

  package static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash($0) }
  }

  /// The hash with each number (digits and their separators) written as one `#`: `17-tahun` becomes `#-tahun`.
  package static func hashWithoutDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var written: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isDigit(byte) {
        while index < bytes.count,
          isDigit(bytes[index])
            || ((bytes[index] == 0x2E || bytes[index] == 0x2C || bytes[index] == 0x3A) && index + 1 < bytes.count
              && isDigit(bytes[index + 1]))
        {
          index += 1
        }
        written.append(0x23)
      } else {
        written.append(byte)
        index += 1
      }
    }
    return written.withUnsafeBufferPointer { hash($0) }
  }

  /// The folded form that the hash stands for.
  package static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if WideScan.beyondASCII(bytes, from: 0) == bytes.count { return bytes.map { isUpper($0) ? $0 | 0x20 : $0 } }
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let (scalar, length) = Scalars.decode(bytes, at: index)
      index += length
      switch scalar {
      case 0x2010, 0x2011: scalars.append(0x2D)
      case 0x2018, 0x2019, 0x02BC: scalars.append(0x27)
      case _ where Scalars.isInvisible(scalar): break
      default: scalars.append(scalar)
      }
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for scalar in foldedNFC(scalars) {
      if let value = Unicode.Scalar(scalar) { result.append(contentsOf: UTF8.encode(value)!) }
    }
    return result
  }

  @usableFromInline
  static func hashFolded(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      var state = seed
      for index in stride(from: 0, to: bytes.count, by: 8) { state = step(state, chunk(bytes, index)) }
      return finish(state, bytes.count)
    }
  }

  // MARK: - Eight bytes at a time

  @usableFromInline static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }

  /// - Parameter chunk: eight folded bytes, the first in the lowest place; zeros behind the last.
  @inline(__always) @inlinable
  static func step(_ state: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (state ^ chunk).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return product.high ^ product.low
  }

  @inline(__always) @inlinable
  static func finish(_ state: UInt64, _ count: Int) -> UInt64 {
    let mixed = (state ^ UInt64(truncatingIfNeeded: count)) &* 0xd6e8_feb8_6659_fd93
    let result = mixed ^ mixed >> 32
    return result == 0 ? 1 : result
  }

  /// Eight bytes from `index` on, fewer at the end.
  @inline(__always) @inlinable
  static func chunk(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    if index + 8 <= bytes.count {
      return UInt64(
        littleEndian: UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + index).loadUnaligned(as: UInt64.self))
    }
    var chunk: UInt64 = 0
    for offset in index..<bytes.count { chunk |= UInt64(bytes[offset]) << UInt64(8 * (offset - index)) }
    return chunk
  }

  /// Capital letters made small, in eight bytes of ASCII.
  @inline(__always) @inlinable
  static func lowercased(_ chunk: UInt64) -> UInt64 {
    let fromA = chunk &+ 0x3F3F_3F3F_3F3F_3F3F
    let behindZ = chunk &+ 0x2525_2525_2525_2525
    return chunk | (fromA & ~behindZ & 0x8080_8080_8080_8080) >> 2
  }

  @inlinable static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  @inlinable static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
