/// Where ranges of a text lie after it was edited.
package struct EditShift: Sendable {
  private let edits: [Edit]

  /// - Parameter edits: in order, not overlapping.
  package init(_ edits: [Edit]) { self.edits = edits }

  /// The range with what was written into it; what was deleted shrinks to the place where it stood.
  package func moved(_ range: TextRange) -> TextRange {
    let start = moved(range.start, isEnd: false)
    return TextRange(start, max(start, moved(range.end, isEnd: true)))
  }

  private func moved(_ offset: UInt32, isEnd: Bool) -> UInt32 {
    var delta = 0
    for edit in edits {
      if edit.range.start > offset || (edit.range.start == offset && !(isEnd && edit.range.isEmpty)) { break }
      let growth = edit.text.utf8.count - edit.range.length
      if edit.range.end <= offset {
        delta += growth
        continue
      }
      // inside the edit: its start, or the end of what was written
      return UInt32(Int(edit.range.start) + delta + (isEnd ? edit.text.utf8.count : 0))
    }
    return UInt32(Int(offset) + delta)
  }
}
