/// The keyboard that Indonesia types on: QWERTY.
enum Keyboard {
  /// Whether two letters lie side by side, in a row or between two rows.
  static func areNeighbours(_ a: UInt8, _ b: UInt8) -> Bool {
    guard let (rowA, placeA) = position[a], let (rowB, placeB) = position[b] else { return false }
    let across = placeA - placeB
    return switch rowA - rowB {
    case 0: abs(across) == 1
    case -1: across == 0 || across == 1
    case 1: across == 0 || across == -1
    default: false
    }
  }

  private static let position: [UInt8: (row: Int, place: Int)] = {
    var position: [UInt8: (row: Int, place: Int)] = [:]
    for (row, keys) in ["qwertyuiop", "asdfghjkl", "zxcvbnm"].enumerated() {
      for (place, key) in keys.utf8.enumerated() { position[key] = (row, place) }
    }
    return position
  }()
}
