/// Which lines of a text became which of another. Made for texts that differ in few lines: it looks for the nearest
/// place where both go on alike, and takes time in proportion to the texts.
enum LineChanges {
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// How far ahead the two texts are compared for a place to go on.
  private static let reach = 400

  static func between(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Change] {
    var changes: [Change] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        i += 1
        j += 1
        continue
      }
      let (nextOld, nextNew) = resume(old, i, new, j)
      changes.append(Change(old: i..<nextOld, new: j..<nextNew))
      (i, j) = (nextOld, nextNew)
    }
    return changes
  }

  private static func resume(_ old: [ArraySlice<UInt8>], _ i: Int, _ new: [ArraySlice<UInt8>], _ j: Int) -> (Int, Int) {
    for distance in 1...reach {
      for skipped in 0...distance {
        let (a, b) = (i + skipped, j + distance - skipped)
        if agree(old, a, new, b) { return (a, b) }
      }
    }
    return tail(old, i, new, j)
  }

  /// Two lines in a row, or the end: one blank line alone says nothing.
  private static func agree(_ old: [ArraySlice<UInt8>], _ a: Int, _ new: [ArraySlice<UInt8>], _ b: Int) -> Bool {
    if a > old.count || b > new.count { return false }
    if a == old.count || b == new.count { return a == old.count && b == new.count }
    guard old[a] == new[b] else { return false }
    if a + 1 == old.count || b + 1 == new.count { return a + 1 == old.count && b + 1 == new.count }
    return old[a + 1] == new[b + 1]
  }

  /// Nothing alike within reach: everything up to the common end.
  private static func tail(_ old: [ArraySlice<UInt8>], _ i: Int, _ new: [ArraySlice<UInt8>], _ j: Int) -> (Int, Int) {
    var (a, b) = (old.count, new.count)
    while a > i, b > j, old[a - 1] == new[b - 1] {
      a -= 1
      b -= 1
    }
    return (a, b)
  }
}
