/// “Did you mean …?”
package enum Suggestion {
  /// The candidate nearest to `word`, if any is near enough to have been meant.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let target = Array(word)
    var best: (text: String, distance: Int)?
    for candidate in candidates {
      let distance = Self.distance(target, Array(candidate))
      if best == nil || distance < best!.distance { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(2, target.count / 3) else { return nil }
    return best.text
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var previous = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let kept = row[j + 1]
        row[j + 1] = min(row[j] + 1, row[j + 1] + 1, previous + (left == right ? 0 : 1))
        previous = kept
      }
    }
    return row[b.count]
  }
}
