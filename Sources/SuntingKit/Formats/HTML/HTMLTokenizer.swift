/// Cuts HTML into tags, comments and text as browsers do, with the place of each. Nothing is nested here, so that no
/// document is too deep.
struct HTMLTokenizer {
  struct Attribute {
    let name: String
    /// The value without its quotation marks; empty where there is none.
    let value: Range<Int>
    let isQuoted: Bool
  }

  enum Token {
    case text(Range<Int>)
    case start(name: String, attributes: [Attribute], range: Range<Int>)
    case end(name: String, range: Range<Int>)
    /// What stands inside, and the whole.
    case comment(Range<Int>, Range<Int>)
    /// A doctype, a processing instruction, a tag without a name.
    case other(Range<Int>)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private(set) var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Token? {
    guard position < end else { return nil }
    let start = position
    if bytes[start] == 0x3C, let token = markup(start) { return token }
    position = start + 1
    while position < end, !(bytes[position] == 0x3C && isMarkup(position)) { position += 1 }
    return .text(start..<position)
  }

  /// The content of an element that holds no markup, up to its end tag, which is not taken.
  mutating func rawText(of name: String) -> Range<Int> {
    let start = position
    let letters = Array(name.utf8)
    while position < end {
      if bytes[position] == 0x3C, position + 2 + letters.count <= end, bytes[position + 1] == 0x2F,
        letters.indices.allSatisfy({ bytes[position + 2 + $0] | 0x20 == letters[$0] }),
        position + 2 + letters.count == end || isNameEnd(bytes[position + 2 + letters.count])
      {
        break
      }
      position += 1
    }
    return start..<position
  }

  private func isMarkup(_ index: Int) -> Bool {
    guard index + 1 < end else { return false }
    let next = bytes[index + 1]
    return isLetter(next) || next == 0x21 || next == 0x3F || next == 0x2F
  }

  private mutating func markup(_ start: Int) -> Token? {
    guard isMarkup(start) else { return nil }
    switch bytes[start + 1] {
    case 0x21: return declaration(start)
    case 0x3F: return bogus(start)
    case 0x2F:
      guard start + 2 < end else { return nil }
      guard isLetter(bytes[start + 2]) else { return bogus(start) }
      position = start + 2
      let name = name()
      _ = attributes()
      return .end(name: name, range: start..<position)
    default:
      position = start + 1
      let name = name()
      let attributes = attributes()
      return .start(name: name, attributes: attributes, range: start..<position)
    }
  }

  private mutating func declaration(_ start: Int) -> Token {
    guard start + 3 < end, bytes[start + 2] == 0x2D, bytes[start + 3] == 0x2D else { return bogus(start) }
    let inner = start + 4
    var index = inner
    // <!--> and <!---> are empty comments
    if index < end, bytes[index] == 0x3E { return comment(start, inner..<inner, index + 1) }
    if index + 1 < end, bytes[index] == 0x2D, bytes[index + 1] == 0x3E {
      return comment(start, inner..<inner, index + 2)
    }
    while index < end {
      if bytes[index] == 0x2D, index + 2 < end, bytes[index + 1] == 0x2D {
        if bytes[index + 2] == 0x3E { return comment(start, inner..<index, index + 3) }
        if bytes[index + 2] == 0x21, index + 3 < end, bytes[index + 3] == 0x3E {
          return comment(start, inner..<index, index + 4)
        }
      }
      index += 1
    }
    return comment(start, min(inner, end)..<end, end)
  }

  private mutating func comment(_ start: Int, _ inner: Range<Int>, _ stop: Int) -> Token {
    position = stop
    return .comment(inner, start..<stop)
  }

  private mutating func bogus(_ start: Int) -> Token {
    position = start + 1
    while position < end, bytes[position] != 0x3E { position += 1 }
    position = min(end, position + 1)
    return .other(start..<position)
  }

  private mutating func name() -> String {
    let start = position
    while position < end, !isNameEnd(bytes[position]) { position += 1 }
    return lowercased(start..<position)
  }

  /// Reads up to the end of the tag.
  private mutating func attributes() -> [Attribute] {
    var result: [Attribute] = []
    while position < end {
      let byte = bytes[position]
      if byte == 0x3E {
        position += 1
        return result
      }
      if isWhite(byte) || byte == 0x2F {
        position += 1
        continue
      }
      let start = position
      position += 1
      while position < end, !isNameEnd(bytes[position]), bytes[position] != 0x3D { position += 1 }
      let name = lowercased(start..<position)
      skipWhite()
      guard position < end, bytes[position] == 0x3D else { continue }
      position += 1
      skipWhite()
      let (value, isQuoted) = value()
      result.append(Attribute(name: name, value: value, isQuoted: isQuoted))
    }
    return result
  }

  private mutating func value() -> (Range<Int>, isQuoted: Bool) {
    guard position < end else { return (end..<end, false) }
    let quote = bytes[position]
    if quote == 0x22 || quote == 0x27 {
      let start = position + 1
      position = start
      while position < end, bytes[position] != quote { position += 1 }
      let range = start..<position
      position = min(end, position + 1)
      return (range, true)
    }
    let start = position
    while position < end, !isWhite(bytes[position]), bytes[position] != 0x3E { position += 1 }
    return (start..<position, false)
  }

  private mutating func skipWhite() { while position < end, isWhite(bytes[position]) { position += 1 } }
  private func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B) }
  private func isNameEnd(_ byte: UInt8) -> Bool { isWhite(byte) || byte == 0x2F || byte == 0x3E }
  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private func lowercased(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { buffer in
      for (place, index) in range.enumerated() {
        let byte = bytes[index]
        buffer[place] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      }
      return range.count
    }
  }
}
