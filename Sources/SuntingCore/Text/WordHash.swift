internal import SuntingICU

/// The identity of a word as 64 bits: case folded, NFC, without soft hyphens and zero-width characters, with one
/// form for apostrophes and hyphens. Two words with one hash are taken to be the same (2⁻⁶⁴ per pair).
package enum WordHash {
  @inlinable
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state = seed
    for byte in bytes {
      if byte >= 0x80 { return hashFolded(folded(bytes)) }
      state = step(state, isUpper(byte) ? byte | 0x20 : byte)
    }
    return finish(state)
  }

  package static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash($0) }
  }

  /// The hash with each number (digits and their separators) written as one `#`: `17-tahun` becomes `#-tahun`.
  package static func hashWithoutDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state = seed
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 { return hash(bytes) }
      if isDigit(byte) {
        while index < bytes.count,
          isDigit(bytes[index])
            || ((bytes[index] == 0x2E || bytes[index] == 0x2C || bytes[index] == 0x3A) && index + 1 < bytes.count
              && isDigit(bytes[index + 1]))
        {
          index += 1
        }
        state = step(state, 0x23)
      } else {
        state = step(state, isUpper(byte) ? byte | 0x20 : byte)
        index += 1
      }
    }
    return finish(state)
  }

  /// The folded form that the hash stands for.
  package static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
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
    var state = seed
    for byte in bytes { state = step(state, byte) }
    return finish(state)
  }

  @usableFromInline static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }
  @inlinable static func step(_ state: UInt64, _ byte: UInt8) -> UInt64 { (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
  /// FNV leaves the low bits weak; one round of mixing makes them fit for a table index.
  @inlinable static func finish(_ state: UInt64) -> UInt64 {
    let mixed = (state ^ state >> 32) &* 0x9e37_79b9_7f4a_7c15
    let result = mixed ^ mixed >> 29
    return result == 0 ? 1 : result
  }
  @inlinable static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  @inlinable static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
