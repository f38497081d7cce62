/// Bytes as a string literal can hold them: seven bytes in eight characters below 0x80.
package enum SevenBit {
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 7 * 8 + 8)
    for start in stride(from: 0, to: bytes.count, by: 7) {
      var group: UInt64 = 0
      for offset in 0..<7 where start + offset < bytes.count { group |= UInt64(bytes[start + offset]) << (8 * offset) }
      for place in 0..<8 { result.append(UInt8(group >> (7 * place) & 0x7F)) }
    }
    return result
  }

  /// - Parameter count: how many bytes were encoded.
  package static func decode(_ characters: UnsafeRawBufferPointer, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      if count > 0 { decode(characters, from: 0, count: count, to: UnsafeMutableRawPointer(buffer.baseAddress!)) }
      initialized = count
    }
  }

  /// Writes so many of the encoded bytes, from `offset` on, to where they are wanted.
  static func decode(
    _ characters: UnsafeRawBufferPointer, from offset: Int, count: Int, to target: UnsafeMutableRawPointer
  ) {
    var done = 0
    while done < count {
      let (group, first) = ((offset + done) / 7, (offset + done) % 7)
      var bits = bytes(of: group, characters) >> UInt64(8 * first)
      if first == 0, count - done >= 8 {
        // the eighth byte is written over by the next group
        target.storeBytes(of: bits.littleEndian, toByteOffset: done, as: UInt64.self)
        done += 7
        continue
      }
      for _ in first..<min(7, first + count - done) {
        target.storeBytes(of: UInt8(truncatingIfNeeded: bits), toByteOffset: done, as: UInt8.self)
        bits >>= 8
        done += 1
      }
    }
  }

  /// The seven bytes that eight characters stand for.
  @inline(__always)
  private static func bytes(of group: Int, _ characters: UnsafeRawBufferPointer) -> UInt64 {
    var bits = UInt64(littleEndian: characters.loadUnaligned(fromByteOffset: group * 8, as: UInt64.self))
    bits = bits & 0x007F_007F_007F_007F | (bits & 0x7F00_7F00_7F00_7F00) >> 1
    bits = bits & 0x0000_3FFF_0000_3FFF | (bits & 0x3FFF_0000_3FFF_0000) >> 2
    return bits & 0x0000_0000_0FFF_FFFF | (bits & 0x0FFF_FFFF_0000_0000) >> 4
  }
}
