/// The keyboard that Indonesia types on: QWERTY.
enum Keyboard {
  /// Whether two letters lie side by side, in a row or between two rows.
  static func areNeighbours(_ a: UInt8, _ b: UInt8) -> Bool {
    let (first, second) = (a &- UInt8(ascii: "a"), b &- UInt8(ascii: "a"))
    guard first < 26, second < 26 else { return false }
    return neighbours[Int(first)] & 1 << UInt32(second) != 0
  }

  /// For each letter the letters beside it, as bits.
  private static let neighbours: [UInt32] = {
    var position: [UInt8: (row: Int, place: Int)] = [:]
    for (row, keys) in ["qwertyuiop", "asdfghjkl", "zxcvbnm"].enumerated() {
      for (place, key) in keys.utf8.enumerated() { position[key] = (row, place) }
    }
    func touch(_ a: UInt8, _ b: UInt8) -> Bool {
      guard let (rowA, placeA) = position[a], let (rowB, placeB) = position[b] else { return false }
      let across = placeA - placeB
      return switch rowA - rowB {
      case 0: abs(across) == 1
      case -1: across == 0 || across == 1
      case 1: across == 0 || across == -1
      default: false
      }
    }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return letters.map { a in
      letters.reduce(0) { touch(a, $1) ? $0 | 1 << UInt32($1 - UInt8(ascii: "a")) : $0 }
    }
  }()
}
