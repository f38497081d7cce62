import SuntingCore

/// The edits that make one text of another, by lines, so that cursors and folds elsewhere stay.
enum TextChange {
  static func between(_ old: [UInt8], _ new: [UInt8]) -> [Edit] {
    let before = lines(old)
    let after = lines(new)
    var edits: [Edit] = []
    for change in after.difference(from: before).grouped(before.count) {
      let start = change.old.lowerBound < before.count ? before[change.old.lowerBound].startIndex : old.count
      let end = change.old.isEmpty ? start : before[change.old.upperBound - 1].endIndex
      let text = after[change.new].flatMap { $0 }
      edits.append(Edit(range: TextRange(start..<end), text: String(decoding: text, as: UTF8.self)))
    }
    return edits
  }

  /// Each with its line end.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      result.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { result.append(bytes[start...]) }
    return result
  }
}

extension CollectionDifference {
  /// Runs of removed and inserted lines that stand at one place.
  fileprivate func grouped(_ count: Int) -> [(old: Range<Int>, new: Range<Int>)] {
    let removed = Set(removals.map(\.offset))
    let inserted = Set(insertions.map(\.offset))
    var result: [(old: Range<Int>, new: Range<Int>)] = []
    var (i, j) = (0, 0)
    while i < count || inserted.contains(j) {
      let (firstOld, firstNew) = (i, j)
      while removed.contains(i) { i += 1 }
      while inserted.contains(j) { j += 1 }
      if i > firstOld || j > firstNew {
        result.append((firstOld..<i, firstNew..<j))
        continue
      }
      i += 1
      j += 1
    }
    return result
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
