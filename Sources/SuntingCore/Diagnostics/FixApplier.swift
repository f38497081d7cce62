/// Applies fixes in one pass: whole fixes only, and of two that overlap the one that comes first in a fixed order
/// (earlier start, then longer, then the rule's ID).
package enum FixApplier {
  package struct Result: Sendable {
    package let bytes: [UInt8]
    /// Which diagnostics were mended: places in the list that was given.
    package let applied: [Int]
  }

  /// - Parameters:
  ///   - diagnostics: in the order of `Diagnostic.inOrder`.
  ///   - least: `safe` applies safe fixes only, `unsafe` all.
  package static func apply(_ diagnostics: [Diagnostic], to bytes: [UInt8], least: FixSafety) -> Result {
    var edits: [(edit: Edit, diagnostic: Int)] = []
    var taken: [TextRange] = []
    var applied: [Int] = []
    let order = diagnostics.indices.sorted { a, b in
      // whole blocks go first: nothing inside them needs mending
      let (first, second) = (diagnostics[a], diagnostics[b])
      let (left, right) = (span(first), span(second))
      if left != right { return left < right }
      return first.rule < second.rule
    }
    for index in order {
      guard let fix = diagnostics[index].fixes.first(where: { $0.safety >= least }) else { continue }
      let isFree = fix.edits.allSatisfy { edit in !taken.contains { conflicts(edit.range, $0) } }
      guard isFree else { continue }
      taken += fix.edits.map(\.range)
      edits += fix.edits.map { ($0, index) }
      applied.append(index)
    }
    edits.sort { $0.edit.range.start < $1.edit.range.start }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for (edit, _) in edits {
      result += bytes[position..<Int(edit.range.start)]
      result += edit.text.utf8
      position = Int(edit.range.end)
    }
    result += bytes[position...]
    return Result(bytes: result, applied: applied.sorted())
  }

  private static func span(_ diagnostic: Diagnostic) -> TextRange {
    guard let edits = diagnostic.fixes.first?.edits, let start = edits.map(\.range.start).min(),
      let end = edits.map(\.range.end).max()
    else { return diagnostic.range }
    return TextRange(start, end)
  }

  /// Ranges that touch do not conflict, unless both insert at one place.
  private static func conflicts(_ a: TextRange, _ b: TextRange) -> Bool {
    a.overlaps(b) || (a.isEmpty && b.isEmpty && a.start == b.start)
      || (a.isEmpty && b.start < a.start && a.start < b.end) || (b.isEmpty && a.start < b.start && b.start < a.end)
  }
}
