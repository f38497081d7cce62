internal import SuntingCore

/// Prose in the YAML of a front matter. What is not understood for certain is left alone.
struct YAMLValues {
  let bytes: [UInt8]
  let lines: TextLines
  let isProse: (String) -> Bool

  func read(into builder: inout ProseBuilder) {
    var iterator = Array(lines)[...]
    while let line = iterator.popFirst() {
      guard let (key, indent, value) = entry(line.text) else { continue }
      let deeper = iterator.prefix { isBlank($0.text) || self.indent($0.text) > indent }
      let mark = value.isEmpty ? 0 : bytes[value.lowerBound]
      if mark == 0x7C || mark == 0x3E {
        iterator = iterator.dropFirst(deeper.count)
        if isProse(key) { block(Array(deeper), isFolded: mark == 0x3E, &builder) }
      } else if isProse(key), !value.isEmpty {
        let isQuoted = mark == 0x22 || mark == 0x27
        // a value that goes on in the next lines is left alone, unless it is plain
        if isQuoted {
          _ = FrontMatterValue.quoted(bytes, value, mark: mark, doublesQuote: mark == 0x27, to: &builder)
        } else if !Self.notPlain.contains(mark) {
          let rest = deeper.prefix { entry($0.text) == nil && !isBlank($0.text) }
          iterator = iterator.dropFirst(rest.count)
          plain(value, rest.map(\.text), &builder)
        }
      }
    }
  }

  /// Marks that begin a list, a map, an alias, a tag, a comment.
  private static let notPlain: Set<UInt8> = [0x5B, 0x7B, 0x26, 0x2A, 0x21, 0x23, 0x25, 0x40, 0x60]

  /// `key: value` or `- key: value`.
  private func entry(_ line: Range<Int>) -> (key: String, indent: Int, value: Range<Int>)? {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == 0x2D && isDash(start, line) { start += 1 }
    guard let colon = bytes[start..<line.upperBound].firstIndex(of: 0x3A), colon > start,
      colon + 1 == line.upperBound || bytes[colon + 1] == 0x20
    else { return nil }
    let key = bytes[start..<colon]
    guard
      key.allSatisfy({
        $0 == 0x5F || $0 == 0x2D || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39)
      })
    else { return nil }
    return (String(decoding: key, as: UTF8.self), start - line.lowerBound, trimmed(colon + 1..<line.upperBound))
  }

  private func isDash(_ index: Int, _ line: Range<Int>) -> Bool {
    index + 1 < line.upperBound && bytes[index + 1] == 0x20
  }

  private func plain(_ value: Range<Int>, _ rest: [Range<Int>], _ builder: inout ProseBuilder) {
    FrontMatterValue.add(.plain, to: &builder) { builder in
      var end = value.upperBound
      for (number, line) in ([value] + rest).enumerated() {
        var text = trimmed(line)
        // a comment begins behind white space
        if let comment = text.dropFirst().first(where: { bytes[$0] == 0x23 && bytes[$0 - 1] == 0x20 }) {
          text = trimmed(text.lowerBound..<comment)
        }
        if number > 0 { builder.appendSpace(end..<text.lowerBound, isLineBreak: true) }
        builder.append(text)
        end = text.upperBound
      }
    }
  }

  /// `|` keeps lines, `>` folds them.
  private func block(_ lines: [TextLines.Line], isFolded: Bool, _ builder: inout ProseBuilder) {
    var run: [Range<Int>] = []
    func flush(_ builder: inout ProseBuilder) {
      guard let first = run.first else { return }
      FrontMatterValue.add(.none, to: &builder) { builder in
        var end = first.lowerBound
        for text in run {
          if text != first { builder.appendSpace(end..<text.lowerBound, isLineBreak: true) }
          builder.append(text)
          end = text.upperBound
        }
      }
      run = []
    }
    for line in lines {
      let text = trimmed(line.text)
      if text.isEmpty || !isFolded { flush(&builder) }
      if !text.isEmpty { run.append(text) }
    }
    flush(&builder)
  }

  private func indent(_ line: Range<Int>) -> Int { line.prefix { bytes[$0] == 0x20 }.count }
  private func isBlank(_ line: Range<Int>) -> Bool { trimmed(line).isEmpty }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, ProseBuilder.isWhite(bytes[start]) { start += 1 }
    while end > start, ProseBuilder.isWhite(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
