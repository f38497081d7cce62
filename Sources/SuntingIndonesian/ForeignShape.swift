/// Letters in an order that Indonesian words do not have.
enum ForeignShape {
  /// - Parameter word: in any letter case.
  static func fits(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 4, word.allSatisfy({ $0 == UInt8(ascii: ".") || $0 | 0x20 &- 0x61 < 26 }) else { return false }
    var previous: UInt8 = 0
    for byte in word {
      let letter = byte | 0x20
      if letter == UInt8(ascii: "q") || letter == UInt8(ascii: "x") { return true }
      if letter == previous && !"aiu".utf8.contains(letter) || pairs.contains(UInt16(previous) << 8 | UInt16(letter)) {
        return true
      }
      previous = letter
    }
    return "cyz".utf8.contains(previous)
  }

  private static let pairs: Set<UInt16> = Set(
    [
      "th", "ch", "ph", "ck", "ea", "ou", "tp", "gh", "wh", "ct", "tf", "tb", "tg", "bp", "dp", "kw", "cs", "sq", "yp",
      "oy", "ey", "ow", "aw", "ew", ".c", ".j",
    ].map { pair in pair.utf8.reduce(0) { $0 << 8 | UInt16($1) } })
}
