/// Applies fixes in one pass: whole fixes only, and of two that overlap the one that comes first in a fixed order
/// (whole lines, then earlier start, then longer, then the rule's ID).
package enum FixApplier {
  package struct Result: Sendable {
    package let bytes: [UInt8]
    /// Which diagnostics were mended: places in the list that was given.
    package let applied: [Int]
    /// What was changed, in order; ranges of the old text.
    package let edits: [Edit]
  }

  /// - Parameters:
  ///   - diagnostics: in the order of `Diagnostic.inOrder`.
  ///   - least: `safe` applies safe fixes only, `unsafe` all.
  package static func apply(_ diagnostics: [Diagnostic], to bytes: [UInt8], least: FixSafety) -> Result {
    var choice = Choice(bytes: bytes)
    let candidates: [Candidate] = diagnostics.enumerated().compactMap { index, diagnostic in
      guard let fix = diagnostic.fixes.first(where: { $0.safety >= least }) else { return nil }
      return Candidate(number: index, diagnostic, edits: fix.edits)
    }
    for candidate in candidates { choice.takeLines(of: candidate) }
    choice.joinLines()
    for candidate in candidates.sorted() { choice.take(candidate) }
    // what is inserted at an edit's start comes before it
    let edits = choice.edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    return Result(bytes: applied(edits, to: bytes), applied: choice.applied.sorted(), edits: edits)
  }

  /// - Parameter edits: in order, not overlapping.
  package static func applied(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for edit in edits {
      result += bytes[position..<Int(edit.range.start)]
      result += edit.text.utf8
      position = Int(edit.range.end)
    }
    return result + bytes[position...]
  }
}

/// A fix that may be applied, and whose it is.
private struct Candidate: Comparable {
  let number: Int
  let rule: String
  let edits: [Edit]
  /// The finding and its edits: two findings about the same words are mended one after the other, even where their
  /// edits do not touch.
  let place: TextRange

  init(number: Int, _ diagnostic: Diagnostic, edits: [Edit]) {
    self.number = number
    rule = diagnostic.rule
    self.edits = edits
    let ranges = edits.map(\.range) + [diagnostic.range]
    place = TextRange(ranges.map(\.start).min() ?? 0, ranges.map(\.end).max() ?? 0)
  }

  static func < (a: Candidate, b: Candidate) -> Bool {
    if a.place != b.place { return a.place < b.place }
    return a.rule != b.rule ? a.rule < b.rule : a.number < b.number
  }
  static func == (a: Candidate, b: Candidate) -> Bool { a.number == b.number }
}

/// The edits taken so far.
private struct Choice {
  let bytes: [UInt8]
  private let deletions: LineDeletions
  private var lines: [TextRange] = []
  private var taken = TakenRanges()
  private(set) var edits: [Edit] = []
  private(set) var applied: [Int] = []
  private var isTaken: Set<Int> = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
    deletions = LineDeletions(bytes)
  }

  /// Deletions of whole lines may share the blank line between them; nothing inside them needs mending.
  mutating func takeLines(of candidate: Candidate) {
    guard candidate.edits.count == 1, let edit = candidate.edits.first, deletions.isLines(edit) else { return }
    lines.append(edit.range)
    applied.append(candidate.number)
    isTaken.insert(candidate.number)
  }

  mutating func joinLines() {
    for range in deletions.joined(lines) {
      taken.insert(range)
      edits.append(Edit(range: range, text: ""))
    }
  }

  mutating func take(_ candidate: Candidate) {
    guard !isTaken.contains(candidate.number), !taken.conflicts(with: candidate.place) else { return }
    taken.insert(candidate.place)
    edits += candidate.edits
    applied.append(candidate.number)
  }
}

/// Ranges that do not overlap, in order.
private struct TakenRanges {
  private var ranges: [TextRange] = []

  mutating func insert(_ range: TextRange) { ranges.insert(range, at: firstIndex(endingFrom: range.start, range)) }

  /// Ranges that touch do not conflict, unless both insert at one place.
  func conflicts(with range: TextRange) -> Bool {
    var index = firstIndex(endingFrom: range.start, nil)
    while index < ranges.count, ranges[index].start <= range.end {
      if Self.conflict(ranges[index], range) { return true }
      index += 1
    }
    return false
  }

  /// The first range that ends at the offset or behind it; with a range to insert, the place where it belongs.
  private func firstIndex(endingFrom offset: UInt32, _ inserted: TextRange?) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      let isBefore =
        inserted.map { (ranges[middle].start, ranges[middle].end) < ($0.start, $0.end) }
        ?? (ranges[middle].end < offset)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func conflict(_ a: TextRange, _ b: TextRange) -> Bool {
    if a.isEmpty && b.isEmpty { return a.start == b.start }
    if a.isEmpty { return b.start < a.start && a.start < b.end }
    if b.isEmpty { return a.start < b.start && b.start < a.end }
    return a.overlaps(b)
  }
}
