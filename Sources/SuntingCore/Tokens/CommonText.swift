/// What a byte of common text is: ASCII and the punctuation that news uses. Everything else is left to ICU, block by
/// block, so that the tables here only have to be right for the commonest 60 characters.
enum CommonText {
  enum Class: UInt8 { case uncommon, space, lineEnd, letter, digit, mark, multibyte }

  static let classes: [Class] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x20, 0x09: .space
    case 0x0A, 0x0D: .lineEnd
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x30...0x39: .digit
    // an underscore joins letters and digits (UAX #29, ExtendNumLet), and ICU counts an at sign as a letter
    case 0x5F, 0x40: .uncommon
    case 0x21...0x7E: .mark
    case 0xC2, 0xE2: .multibyte
    default: .uncommon
    }
  }

  /// The length of the common non-ASCII character at `index`: – — ‘ ’ “ ” … and the non-breaking space. 0 for others.
  @inline(__always)
  static func multibyteLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    if bytes[index] == 0xC2 { return bytes[index + 1] == 0xA0 ? 2 : 0 }
    guard bytes[index + 1] == 0x80 else { return 0 }
    switch bytes[index + 2] {
    case 0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6: return 3
    default: return 0
    }
  }

  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// `Rp50.000`: rupiah are written without a space, and the whole is a number.
  static func isAmount(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    start + 2 < bytes.count && bytes[start] | 0x20 == 0x72 && bytes[start + 1] | 0x20 == 0x70
      && isDigit(bytes[start + 2])
  }

  /// The bytes of a character that may stand inside a word between two letters or two digits (MidNumLet, Single_Quote):
  /// a full stop or an apostrophe, straight or curly. 0 for none.
  @inline(__always)
  static func middleLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x2E, 0x27: 1
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99)
        ? 3 : 0
    default: 0
    }
  }
}

/// The words and marks of one block of common text, found without ICU but exactly as ICU and the joins at hyphens
/// find them; a differential test holds both to the same tokens.
struct CommonScanner {
  /// One word or number, with what a token needs.
  struct Item {
    var end: Int
    var hash: UInt64
    var kind: Token.Kind
    var flags: Token.Flags
    /// A full stop stands between two of its letters.
    var hasStop: Bool
  }

  /// Letters and digits from one place on, counted eight bytes at a time.
  private struct Run {
    var letters = 0
    var capitals = 0
    var firstIsCapital = false
    var hasDigit = false

    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// Takes the letters and digits that `chunk` begins with; how many they are.
    @inline(__always)
    mutating func take(_ chunk: UInt64) -> Int {
      let seven = chunk & ~Self.high
      let folded = seven | 0x2020_2020_2020_2020
      let letter = (folded &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(folded &+ 0x0505_0505_0505_0505) & ~chunk & Self.high
      let digit = (seven &+ 0x5050_5050_5050_5050) & ~(seven &+ 0x4646_4646_4646_4646) & ~chunk & Self.high
      let stop = ~(letter | digit) & Self.high
      let length = stop == 0 ? 8 : stop.trailingZeroBitCount >> 3
      let inside = length == 8 ? ~0 : 1 &<< UInt64(8 * length) &- 1
      let ownLetters = letter & inside
      let upper = ownLetters & (~chunk & 0x2020_2020_2020_2020) &<< 2
      if letters == 0 { firstIsCapital = upper & (ownLetters & (0 &- ownLetters)) != 0 }
      if upper != 0 { capitals += upper.nonzeroBitCount }
      if digit & inside != 0 {
        hasDigit = true
        letters += ownLetters.nonzeroBitCount
      } else {
        letters += length
      }
      return length
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The word or number at `start`; nil where only ICU can tell.
  @inline(__always)
  func word(at start: Int) -> Item? {
    var index = start
    var run = Run()
    var hasCurly = false
    var hasStop = false
    var flags: Token.Flags = []
    let count = bytes.count
    while true {
      while index < count {
        let length = run.take(WordHash.chunk(bytes, index))
        index += length
        if length < 8 { break }
      }
      guard index < count else { break }
      let byte = bytes[index]
      if byte == 0x20 { break }
      if byte == 0x5F || byte == 0x40 { return nil }
      let isAfterLetter = CommonText.isLetter(bytes[index - 1])
      let middle = CommonText.middleLength(bytes, index)
      if middle > 0, index + middle < count {
        let next = bytes[index + middle]
        if isAfterLetter ? CommonText.isLetter(next) : CommonText.isDigit(next) {
          if middle == 3 { hasCurly = true }
          if byte == 0x2E && isAfterLetter { hasStop = true }
          index += middle
          continue
        }
        // an accent behind an apostrophe may still join
        if next >= 0x80 && next != 0xE2 && next != 0xC2 { return nil }
      }
      if byte == 0x2C || byte == 0x3B, !isAfterLetter, index + 1 < count, CommonText.isDigit(bytes[index + 1]) {
        index += 1
        continue
      }
      // ICU versions differ on a colon between letters
      if byte == 0x3A, isAfterLetter, index + 1 < count, CommonText.isLetter(bytes[index + 1]) { return nil }
      if byte == 0x2D, index + 1 < count, CommonText.isLetter(bytes[index + 1]) || CommonText.isDigit(bytes[index + 1])
      {
        flags.add(.hyphenated)
        index += 1
        continue
      }
      break
    }
    if run.capitals > 0 { addCase(run, start, &flags) }
    let isNumber = run.letters == 0 || run.letters == 2 && CommonText.isAmount(bytes, start)
    return Item(
      end: index, hash: hash(start, index, hasCurly: hasCurly), kind: isNumber ? .number : .word, flags: flags,
      hasStop: hasStop)
  }

  private func addCase(_ run: Run, _ start: Int, _ flags: inout Token.Flags) {
    if run.firstIsCapital { flags.add(.capital) }
    if run.capitals == run.letters && run.letters > 1 {
      flags.add(.allCapitals)
    } else if run.capitals > (WordHash.isUpper(bytes[start]) ? 1 : 0) {
      flags.add(.innerCapital)
    }
  }

  /// As `WordHash.hash`, knowing that nothing but letters has a small form.
  @inline(__always)
  private func hash(_ start: Int, _ end: Int, hasCurly: Bool) -> UInt64 {
    let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard !hasCurly else { return WordHash.hash(word) }
    var state = WordHash.seed
    var index = start
    while index + 8 <= end {
      state = WordHash.step(state, WordHash.chunk(bytes, index) | 0x2020_2020_2020_2020)
      index += 8
    }
    if index < end {
      let inside = 1 &<< UInt64(8 * (end - index)) &- 1
      state = WordHash.step(state, (WordHash.chunk(bytes, index) | 0x2020_2020_2020_2020) & inside)
    }
    return WordHash.finish(state, end - start)
  }
}

/// Ends of sentences in common text, exactly as ICU's rules (UAX #29) place them.
struct CommonSentences {
  private enum Class { case close, space, lineEnd, lower, upper, digit, stop, terminator, pause, other, uncommon }

  /// Byte offsets behind which a sentence begins; nil where only ICU can tell.
  ///
  /// - Parameter places: where stops, question and exclamation marks and line ends stand that are no part of a word; a
  ///   stop inside a word or number never ends a sentence.
  static func ends(in bytes: UnsafeBufferPointer<UInt8>, at places: [Int]) -> [Int]? {
    var ends: [Int] = []
    for index in places {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A { continue }
        ends.append(index + 1)
        continue
      }
      var next = index + 1
      while next < bytes.count, case (let kind, let length) = classify(bytes, next), kind == .close { next += length }
      let isClosed = next > index + 1
      let spaces = next
      while next < bytes.count, case (let kind, let length) = classify(bytes, next), kind == .space { next += length }
      guard next < bytes.count else { break }
      let (kind, length) = classify(bytes, next)
      let isGlued = !isClosed && next == spaces
      let isStop = byte == 0x2E
      switch kind {
      case .uncommon: return nil
      case .lineEnd, .pause, .stop, .terminator: break
      case .digit where isGlued && isStop: break
      case .upper where isGlued && isStop && index > 0 && CommonText.isLetter(bytes[index - 1]): break
      default:
        if isStop {
          guard let continues = continues(bytes, from: next, length) else { return nil }
          if continues { break }
        }
        ends.append(next)
      }
    }
    return ends
  }

  /// Whether a lower-case letter comes before any other letter or end of sentence (SB8).
  private static func continues(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ length: Int) -> Bool? {
    var index = start
    while index < bytes.count {
      let (kind, length) = classify(bytes, index)
      switch kind {
      case .lower: return true
      case .upper, .lineEnd, .stop, .terminator: return false
      case .uncommon: return nil
      default: index += length
      }
    }
    return false
  }

  private static func classify(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Class, Int) {
    let byte = bytes[index]
    switch byte {
    case 0x61...0x7A: return (.lower, 1)
    case 0x41...0x5A: return (.upper, 1)
    case 0x30...0x39: return (.digit, 1)
    case 0x20, 0x09: return (.space, 1)
    case 0x0A, 0x0D: return (.lineEnd, 1)
    case 0x2E: return (.stop, 1)
    case 0x3F, 0x21: return (.terminator, 1)
    case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: return (.close, 1)
    case 0x2C, 0x2D, 0x3A: return (.pause, 1)
    // ICU versions differ on the semicolon
    case 0x3B: return (.uncommon, 1)
    case 0xC2: return bytes[index + 1] == 0xA0 ? (.space, 2) : (.uncommon, 2)
    case 0xE2:
      guard bytes[index + 1] == 0x80 else { return (.uncommon, 3) }
      switch bytes[index + 2] {
      case 0x93, 0x94: return (.pause, 3)
      case 0x98, 0x99, 0x9C, 0x9D: return (.close, 3)
      case 0xA6: return (.other, 3)
      default: return (.uncommon, 3)
      }
    default: return byte < 0x80 ? (.other, 1) : (.uncommon, 1)
    }
  }
}
