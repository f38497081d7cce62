/// Flags that need the neighbours: sentence starts, quotations, parentheses, addresses, emphasis.
extension DocumentBuilder {
  /// The first word of a sentence, and of what its opening marks enclose.
  mutating func markStart(_ sentence: Range<Int>) {
    tokens[sentence.lowerBound].flags.add(.sentenceFirst)
    for index in sentence {
      tokens[index].flags.add(.sentenceStart)
      if tokens[index].kind == .word { break }
    }
  }

  mutating func markEnclosed(_ range: Range<Int>, _ utf8: UnsafeBufferPointer<UInt8>) {
    var quoted = false
    var depth = 0
    var openers = 0
    for index in range {
      let token = tokens[index]
      guard token.kind == .mark else {
        if quoted { tokens[index].flags.add(.quoted) }
        if depth > 0 { tokens[index].flags.add(.gloss) }
        continue
      }
      switch Scalars.decode(utf8, at: Int(token.start)).scalar {
      case 0x201C, 0x201E, 0xAB:
        quoted = true
        openers += 1
        if index + 1 < range.upperBound { tokens[index + 1].flags.add(.sentenceStart) }
      case 0x201D, 0xBB: quoted = false
      case 0x22:
        quoted.toggle()
        if quoted, index + 1 < range.upperBound { tokens[index + 1].flags.add(.sentenceStart) }
      case 0x28: depth += 1
      case 0x29: depth = max(0, depth - 1)
      case 0x3A:
        // a capital behind a colon opens a quotation or a heading's second half
        if index + 1 < range.upperBound { tokens[index + 1].flags.add(.sentenceStart) }
      default: break
      }
    }
  }

  /// Runs without white space that hold `://`, `@`, `#word`, `_`, a backslash, or a stop between lower-case letters.
  mutating func markAddresses(_ range: Range<Int>, _ utf8: UnsafeBufferPointer<UInt8>) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, !tokens[end].flags.contains(.spaceBefore) { end += 1 }
      if let run = addressRun(start..<end, utf8) {
        for index in run { tokens[index].flags.add(.address) }
      }
      start = end
    }
  }

  private func addressRun(_ run: Range<Int>, _ utf8: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    if run.count == 1 && tokens[run.lowerBound].kind != .word { return nil }
    let from = Int(tokens[run.lowerBound].start)
    let to = Int(tokens[run.upperBound - 1].end)
    var looksLikeAddress = false
    var index = from
    while index < to {
      switch utf8[index] {
      case 0x40:  // @
        looksLikeAddress = index + 1 < to
      case 0x23, 0x5C, 0x5F, 0x7E:  // # \ _ ~
        looksLikeAddress = looksLikeAddress || (index + 1 < to && utf8[index + 1] > 0x2F)
      case 0x3A:  // :
        looksLikeAddress = looksLikeAddress || (index + 2 < to && utf8[index + 1] == 0x2F && utf8[index + 2] == 0x2F)
      case 0x2E:  // .
        looksLikeAddress = looksLikeAddress || isInnerStop(index, from: from, to: to, utf8)
      default: break
      }
      if looksLikeAddress { break }
      index += 1
    }
    guard looksLikeAddress else { return nil }
    // quotation marks and brackets around it, and a stop or comma behind it, are not part of it
    var first = run.lowerBound
    var last = run.upperBound
    while first < last, tokens[first].kind == .mark, !Self.opensAddress(utf8[Int(tokens[first].start)]) {
      first += 1
    }
    while last > first, tokens[last - 1].kind == .mark, utf8[Int(tokens[last - 1].start)] != 0x2F { last -= 1 }
    return first..<last
  }

  private static func opensAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x40, 0x23, 0x2E, 0x2F, 0x5C, 0x7E, 0x5F: true
    default: false
    }
  }

  /// A stop inside an address or file name: lower case or digits on both sides (`detik.com`, `index.html`), and not
  /// two sentences run together (`selesai.Namun`) or initials (`a.n.`).
  private func isInnerStop(_ index: Int, from: Int, to: Int, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    guard index > from, index + 2 < to, isLower(utf8[index + 1]), isLower(utf8[index + 2]) else { return false }
    let before = utf8[index - 1]
    return (isLower(before) && index > from + 1) || (WordHash.isUpper(before) && index > from + 2)
      || (WordHash.isDigit(before) && index > from + 1 && !WordHash.isDigit(utf8[index + 1]))
  }

  mutating func markInline() {
    var index = 0
    for mark in prose.marks {
      while index > 0, tokens[index - 1].end > mark.range.start { index -= 1 }
      while index < tokens.count, tokens[index].end <= mark.range.start { index += 1 }
      var inside = index
      while inside < tokens.count, tokens[inside].start < mark.range.end {
        switch mark.kind {
        case .emphasis: tokens[inside].flags.add(.emphasis)
        case .code: tokens[inside].flags.add(.address)
        case .foreign: tokens[inside].flags.add([.emphasis, .address])
        case .link: break
        }
        inside += 1
      }
    }
  }
}
