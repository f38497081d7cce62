/// A character reference (`&amp;`, `&#8211;`, `&nbsp`) in markup.
enum CharacterReference {
  /// What stands for the reference at `start`, and how many bytes it takes; nil when it is only an ampersand.
  ///
  /// - Parameter inAttribute: there a name without semicolon counts only where no letter, digit or `=` follows.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int, inAttribute: Bool = false)
    -> (utf8: [UInt8], length: Int)?
  {
    guard start + 2 < end else { return nil }
    return bytes[start + 1] == 0x23 ? numeric(bytes, start, end) : named(bytes, start, end, inAttribute)
  }

  private static func numeric(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (
    utf8: [UInt8], length: Int
  )? {
    var index = start + 2
    let isHex = index < end && bytes[index] | 0x20 == 0x78
    if isHex { index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < end, let digit = digit(bytes[index], isHex) {
      value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > first else { return nil }
    if index < end, bytes[index] == 0x3B { index += 1 }
    return (Array(String(scalar(value)).utf8), index - start)
  }

  private static func digit(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHex: UInt32(byte - 0x37)
    case 0x61...0x66 where isHex: UInt32(byte - 0x57)
    default: nil
    }
  }

  /// Numbers of the C1 range mean what Windows-1252 has there, as all browsers have it.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if value >= 0x80, value < 0xA0, let meant = windows1252[Int(value) - 0x80] { return meant }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let windows1252: [Unicode.Scalar?] = [
    "\u{20AC}", nil, "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{02C6}", "\u{2030}",
    "\u{0160}", "\u{2039}", "\u{0152}", nil, "\u{017D}", nil, nil, "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}",
    "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", nil, "\u{017E}",
    "\u{0178}",
  ]

  private static func named(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ inAttribute: Bool)
    -> (utf8: [UInt8], length: Int)?
  {
    var index = start + 1
    while index < end, index - start <= EntityNames.longest, isNameByte(bytes[index]) { index += 1 }
    guard index > start + 1 else { return nil }
    func name(_ stop: Int) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: bytes[start + 1..<stop]), as: UTF8.self)
    }
    if index < end, bytes[index] == 0x3B, let entry = EntityNames.all[name(index)] {
      return (entry.utf8, index + 1 - start)
    }
    if inAttribute, index < end, bytes[index] == 0x3D { return nil }
    // the longest old name that the letters begin with; in attributes it must be all of them
    var stop = min(index, start + 7)
    if inAttribute, stop < index { return nil }
    while stop > start + 2 {
      if let entry = EntityNames.all[name(stop)], entry.isLegacy { return (entry.utf8, stop - start) }
      if inAttribute { return nil }
      stop -= 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
