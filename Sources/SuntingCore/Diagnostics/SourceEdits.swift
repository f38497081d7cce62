/// Turns an edit of the text into edits of the file that touch nothing but prose.
enum SourceEdits {
  /// nil when the edit would have to rewrite markup.
  static func edits(for edit: Edit, in document: Document) -> [Edit]? {
    if document.map.isIdentity { return [edit] }
    let runs = document.map.sources(of: edit.range)
    if runs.count == 1, document.map.isVerbatim(edit.range),
      document.map.written(edit.text, at: edit.range.start) == edit.text
    {
      return [Edit(range: runs[0], text: edit.text)]
    }
    guard let (changed, text) = difference(edit, document) else { return nil }
    let parts = document.map.sources(of: changed)
    if parts.count == 1 {
      // where the file holds nothing of the text there is nothing to write over
      guard !parts[0].isEmpty || changed.isEmpty, let written = document.map.written(text, at: edit.range.start) else {
        return nil
      }
      return [Edit(range: parts[0], text: written)]
    }
    return text.isEmpty ? parts.map { Edit(range: $0, text: "") } : nil
  }

  /// The part that the edit changes, whole characters and whole character references.
  private static func difference(_ edit: Edit, _ document: Document) -> (TextRange, String)? {
    let old = Array(document.utf8[edit.range.bounds])
    let new = Array(edit.text.utf8)
    var front = 0
    while front < min(old.count, new.count), old[front] == new[front] { front += 1 }
    while front > 0, isInside(old, front) || isInside(new, front) { front -= 1 }
    var back = 0
    while back < min(old.count, new.count) - front, old[old.count - 1 - back] == new[new.count - 1 - back] { back += 1 }
    while back > 0, isInside(old, old.count - back) || isInside(new, new.count - back) { back -= 1 }
    let changed = TextRange(edit.range.start + UInt32(front), edit.range.end - UInt32(back))
    let whole = document.map.wholePieces(around: changed)
    let before = document.utf8[Int(whole.start)..<Int(changed.start)]
    let behind = document.utf8[Int(changed.end)..<Int(whole.end)]
    let text = Array(before) + new[front..<(new.count - back)] + Array(behind)
    // a line break may stand for a line end and the markup in front of the next line
    if whole != changed || !document.map.isVerbatim(whole), text.contains(0x0A) { return nil }
    return (whole, String(decoding: text, as: UTF8.self))
  }

  /// Whether the offset lies inside a character.
  private static func isInside(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] & 0xC0 == 0x80
  }
}
