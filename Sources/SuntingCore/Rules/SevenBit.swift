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
    let groups = characters.count / 8
    return [UInt8](unsafeUninitializedCapacity: groups * 7 + 1) { buffer, initialized in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      for group in 0..<groups {
        var bits = UInt64(littleEndian: characters.loadUnaligned(fromByteOffset: group * 8, as: UInt64.self))
        bits = bits & 0x007F_007F_007F_007F | (bits & 0x7F00_7F00_7F00_7F00) >> 1
        bits = bits & 0x0000_3FFF_0000_3FFF | (bits & 0x3FFF_0000_3FFF_0000) >> 2
        bits = bits & 0x0000_0000_0FFF_FFFF | (bits & 0x0FFF_FFFF_0000_0000) >> 4
        if group * 7 + 8 <= raw.count {
          raw.storeBytes(of: bits.littleEndian, toByteOffset: group * 7, as: UInt64.self)
        }
      }
      initialized = count
    }
  }
}
