internal import SuntingCore

/// The settings in front of an article: YAML between `---`, TOML between `+++`. Values of some keys are prose.
enum FrontMatter {
  /// Reads the values of the keys, at whatever depth they stand.
  ///
  /// - Returns: where the article begins; `start` where no front matter stands, or where it does not end.
  static func read(_ bytes: [UInt8], from start: Int, keys: Set<String>, into builder: inout ProseBuilder) -> Int {
    guard let (content, body, isTOML) = limits(bytes, start) else { return start }
    let lines = TextLines(bytes, content)
    let isProse = { (key: String) in keys.contains(key.lowercased()) }
    if isTOML {
      TOMLValues(bytes: bytes, lines: lines, isProse: isProse).read(into: &builder)
    } else {
      YAMLValues(bytes: bytes, lines: lines, isProse: isProse).read(into: &builder)
    }
    return body
  }

  private static func limits(_ bytes: [UInt8], _ start: Int) -> (content: Range<Int>, body: Int, isTOML: Bool)? {
    guard start + 3 < bytes.count else { return nil }
    let isTOML = bytes[start] == 0x2B
    guard isTOML || bytes[start] == 0x2D else { return nil }
    let lines = TextLines(bytes, start..<bytes.count).makeIterator()
    guard let first = lines.next(), isFence(bytes[first.text], isTOML ? 0x2B : 0x2D) else { return nil }
    while let line = lines.next() {
      let text = bytes[line.text]
      if isFence(text, isTOML ? 0x2B : 0x2D) || (!isTOML && isFence(text, 0x2E)) {
        return (first.next..<line.text.lowerBound, line.next, isTOML)
      }
    }
    return nil
  }

  private static func isFence(_ line: ArraySlice<UInt8>, _ mark: UInt8) -> Bool {
    line.prefix(3).elementsEqual([mark, mark, mark]) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

/// The lines of a part of a file.
struct TextLines: Sequence {
  struct Line {
    /// Without its line end.
    let text: Range<Int>
    let next: Int
  }

  private let bytes: [UInt8]
  private let range: Range<Int>

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  func makeIterator() -> AnyIterator<Line> {
    var position = range.lowerBound
    return AnyIterator {
      guard position < range.upperBound else { return nil }
      let start = position
      while position < range.upperBound, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      let end = position
      if position < range.upperBound { position += 1 }
      if bytes[Swift.min(end, bytes.count - 1)] == 0x0D, position < range.upperBound, bytes[position] == 0x0A {
        position += 1
      }
      return Line(text: start..<end, next: position)
    }
  }
}

/// A value between quotation marks, or none.
enum FrontMatterValue {
  /// Adds the value as a block of its own; it is never deleted whole.
  static func add(_ quoting: SourceMap.Quoting, to builder: inout ProseBuilder, _ body: (inout ProseBuilder) -> Void) {
    builder.begin()
    body(&builder)
    builder.end(quoting: quoting, kind: { _ in .heading }, shell: { span, _ in TextRange(span.start, span.start) })
  }

  /// A string with its escapes, up to its closing mark on the same line.
  ///
  /// - Parameter doublesQuote: `''` stands for one mark; else a backslash escapes.
  static func quoted(
    _ bytes: [UInt8], _ range: Range<Int>, mark: UInt8, doublesQuote: Bool, to builder: inout ProseBuilder
  ) -> Bool {
    var pieces: [(Range<Int>, [UInt8]?)] = []
    var start = range.lowerBound + 1
    var index = start
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == mark {
        if doublesQuote, index + 1 < range.upperBound, bytes[index + 1] == mark {
          pieces += [(start..<index, nil), (index..<index + 2, [mark])]
          index += 2
          start = index
          continue
        }
        pieces.append((start..<index, nil))
        add(doublesQuote ? .singleQuoted : mark == 0x27 ? .plain : .doubleQuoted, to: &builder) { builder in
          for (range, characters) in pieces where !range.isEmpty {
            if let characters { builder.append(characters, for: range) } else { builder.append(range) }
          }
        }
        return true
      }
      if byte == 0x5C, mark == 0x22, index + 1 < range.upperBound {
        let (characters, length) = escape(bytes, index, range.upperBound)
        pieces += [(start..<index, nil), (index..<index + length, characters)]
        index += length
        start = index
        continue
      }
      index += 1
    }
    return false
  }

  private static func escape(_ bytes: [UInt8], _ index: Int, _ end: Int) -> ([UInt8], Int) {
    let digits: Int
    switch bytes[index + 1] {
    case 0x6E, 0x74, 0x72: return ([0x20], 2)
    case 0x78: digits = 2
    case 0x75: digits = 4
    case 0x55: digits = 8
    default: return ([bytes[index + 1]], bytes[index + 1] < 0x80 ? 2 : 1)
    }
    guard index + 2 + digits <= end,
      let value = UInt32(String(decoding: bytes[index + 2..<index + 2 + digits], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return ([0x3F], 2) }
    return (Array(String(scalar).utf8), 2 + digits)
  }
}
