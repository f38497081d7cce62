package import SuntingCore

/// Plain text: a line is a block, unless the text is hard-wrapped; then a run of lines is.
package enum PlainText {
  package static func prose(_ bytes: [UInt8]) -> Prose {
    var lines: [Line] = []
    bytes.withUnsafeBufferPointer { buffer in
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var index = start
      while index <= buffer.count {
        if index == buffer.count || buffer[index] == 0x0A || buffer[index] == 0x0D {
          var next = index + 1
          if index + 1 < buffer.count, buffer[index] == 0x0D, buffer[index + 1] == 0x0A { next += 1 }
          lines.append(Line(start: start, end: index, next: min(next, buffer.count), in: buffer))
          start = next
          index = next
        } else {
          index = WideScan.lineEnd(buffer, from: index + 1)
        }
      }
    }
    let blocks = isHardWrapped(lines, bytes) ? paragraphs(lines, bytes) : singleLines(lines, bytes)
    return Prose(utf8: bytes, blocks: blocks)
  }

  private struct Line {
    /// The whole line without its end, and where the next one begins.
    let start: Int
    let end: Int
    let next: Int
    /// The text without white space around it.
    let text: Range<Int>
    var isBlank: Bool { text.isEmpty }

    init(start: Int, end: Int, next: Int, in bytes: UnsafeBufferPointer<UInt8>) {
      self.start = start
      self.end = end
      self.next = next
      var from = start
      var to = max(start, end)
      while from < to, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }
      while to > from, bytes[to - 1] == 0x20 || bytes[to - 1] == 0x09 { to -= 1 }
      text = from..<to
    }
  }

  private static func singleLines(_ lines: [Line], _ bytes: [UInt8]) -> [ProseBlock] {
    var blocks: [ProseBlock] = []
    for (number, line) in lines.enumerated() where !line.isBlank {
      blocks.append(
        ProseBlock(
          range: TextRange(line.text), kind: kind(bytes[line.text], number: blocks.count),
          shell: shell(from: number, through: number, lines)))
    }
    return blocks
  }

  private static func paragraphs(_ lines: [Line], _ bytes: [UInt8]) -> [ProseBlock] {
    var blocks: [ProseBlock] = []
    var first = 0
    while first < lines.count {
      if lines[first].isBlank {
        first += 1
        continue
      }
      var last = first
      while last + 1 < lines.count, !lines[last + 1].isBlank { last += 1 }
      let range = lines[first].text.lowerBound..<lines[last].text.upperBound
      blocks.append(
        ProseBlock(
          range: TextRange(range), kind: kind(bytes[range], number: blocks.count),
          shell: shell(from: first, through: last, lines)))
      first = last + 1
    }
    return blocks
  }

  /// Deleting a block takes its lines and the larger of the gaps above and below it, so that the smaller one stays; a
  /// gap on one side only stays; at the edges of the file it goes whole.
  private static func shell(from first: Int, through last: Int, _ lines: [Line]) -> TextRange {
    var top = first
    while top > 0, lines[top - 1].isBlank { top -= 1 }
    var bottom = last
    while bottom + 1 < lines.count, lines[bottom + 1].isBlank { bottom += 1 }
    if top == 0 { return TextRange(lines[first].start..<lines[bottom].next) }
    if bottom + 1 == lines.count { return TextRange(lines[top].start..<lines[bottom].next) }
    let (above, below) = (first - top, bottom - last)
    if above == 0 || below == 0 { return TextRange(lines[first].start..<lines[last].next) }
    return above <= below
      ? TextRange(lines[first].start..<lines[bottom].next) : TextRange(lines[top].start..<lines[last].next)
  }

  /// Most lines end near one width, and without a mark that ends a sentence.
  private static func isHardWrapped(_ lines: [Line], _ bytes: [UInt8]) -> Bool {
    let full = lines.filter { !$0.isBlank }
    guard full.count >= 6, let widest = full.map(\.text.count).max(), (45...120).contains(widest) else { return false }
    // the last line of a paragraph may be short, the others not
    let inner = zip(lines, lines.dropFirst()).filter { !$0.isBlank && !$1.isBlank }.map(\.0)
    guard inner.count * 2 >= full.count else { return false }
    let wrapped = inner.filter { line in
      line.text.count * 4 >= widest * 3 && ![0x2E, 0x3F, 0x21, 0x3A].contains(bytes[line.text.upperBound - 1])
    }
    return wrapped.count * 10 >= inner.count * 7
  }

  /// A short line without a final mark reads like a heading; one behind a bullet or number is a list item.
  package static func kind(_ text: ArraySlice<UInt8>, number: Int) -> BlockKind {
    if isListItem(text) { return .listItem }
    let most = number == 0 ? 30 : 16
    // a word has two letters or more, so a long line need not be counted
    guard let last = text.last, text.count <= most * 24, spaces(in: text) < most else { return .prose }
    return [0x2E, 0x21, 0x3B, 0x2C].contains(last) || text.suffix(3).elementsEqual([0xE2, 0x80, 0x9D])
      || last == 0x22 ? .prose : .heading
  }

  private static func spaces(in text: ArraySlice<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) }
  }

  private static func isListItem(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.startIndex
    guard text.count > 2 else { return false }
    if text[start + 1] == 0x20, [0x2D, 0x2A, 0x2B].contains(text[start]) { return true }
    if text.starts(with: [0xE2, 0x80, 0xA2]) { return true }
    var index = start
    while index < text.endIndex, text[index] >= 0x30, text[index] <= 0x39 { index += 1 }
    return index > start && index - start <= 3 && index + 1 < text.endIndex
      && (text[index] == 0x2E || text[index] == 0x29) && text[index + 1] == 0x20
  }
}
