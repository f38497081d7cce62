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
    case 0xE2: index + 2 < bytes.count && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99) ? 3 : 0
    default: 0
    }
  }
}

/// The words and marks of one block of common text, found without ICU but exactly as ICU and the joins at hyphens
/// find them; a differential test holds both to the same tokens.
struct CommonScanner {
  /// One word, number or mark, with what a token needs.
  struct Item {
    var end: Int
    var hash: UInt64
    var kind: Token.Kind
    var flags: Token.Flags
    var hasDigit: Bool
    var hasCurlyApostrophe: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The word or number at `start`; nil where only ICU can tell.
  @inline(__always)
  func word(at start: Int) -> Item? {
    var index = start
    var hash = WordHash.seed
    var letters = 0
    var capitals = 0
    var firstIsCapital = false
    var hasDigit = false
    var hasLetter = false
    var hasCurly = false
    var flags: Token.Flags = []
    let count = bytes.count
    while true {
      // a run of letters and digits
      while index < count {
        let byte = bytes[index]
        if CommonText.isLetter(byte) {
          let isCapital = byte & 0x20 == 0
          if isCapital {
            capitals += 1
            if letters == 0 { firstIsCapital = true }
          }
          letters += 1
          hasLetter = true
          hash = WordHash.step(hash, byte | 0x20)
        } else if CommonText.isDigit(byte) {
          hasDigit = true
          hash = WordHash.step(hash, byte)
        } else {
          break
        }
        index += 1
      }
      guard index < count else { break }
      let byte = bytes[index]
      if byte == 0x5F || byte == 0x40 { return nil }
      let isAfterLetter = CommonText.isLetter(bytes[index - 1])
      let middle = CommonText.middleLength(bytes, index)
      if middle > 0, index + middle < count {
        let next = bytes[index + middle]
        if isAfterLetter ? CommonText.isLetter(next) : CommonText.isDigit(next) {
          if middle == 3 {
            hash = WordHash.step(hash, 0x27)
            hasCurly = true
          } else {
            hash = WordHash.step(hash, byte)
          }
          index += middle
          continue
        }
        // an accent behind an apostrophe may still join
        if next >= 0x80 && next != 0xE2 && next != 0xC2 { return nil }
      }
      if byte == 0x2C || byte == 0x3B, !isAfterLetter, index + 1 < count, CommonText.isDigit(bytes[index + 1]) {
        hash = WordHash.step(hash, byte)
        index += 1
        continue
      }
      // ICU versions differ on a colon between letters
      if byte == 0x3A, isAfterLetter, index + 1 < count, CommonText.isLetter(bytes[index + 1]) { return nil }
      if byte == 0x2D, index + 1 < count, CommonText.isLetter(bytes[index + 1]) || CommonText.isDigit(bytes[index + 1]) {
        hash = WordHash.step(hash, byte)
        flags.insert(.hyphenated)
        index += 1
        continue
      }
      break
    }
    if firstIsCapital { flags.insert(.capital) }
    if capitals == letters && letters > 1 { flags.insert(.allCapitals) }
    let isNumber = !hasLetter || letters == 2 && CommonText.isAmount(bytes, start)
    return Item(
      end: index, hash: WordHash.finish(hash), kind: isNumber ? .number : .word, flags: flags, hasDigit: hasDigit,
      hasCurlyApostrophe: hasCurly)
  }
}

/// Ends of sentences in common text, exactly as ICU's rules (UAX #29) place them.
struct CommonSentences {
  private enum Class { case close, space, lineEnd, lower, upper, digit, stop, terminator, pause, other, uncommon }

  /// Byte offsets behind which a sentence begins; nil where only ICU can tell.
  static func ends(in bytes: UnsafeBufferPointer<UInt8>) -> [Int]? {
    var ends: [Int] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        index += byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
        ends.append(index)
        continue
      }
      guard byte == 0x2E || byte == 0x3F || byte == 0x21 else {
        index += 1
        continue
      }
      var next = index + 1
      while next < bytes.count, case let (kind, length) = classify(bytes, next), kind == .close { next += length }
      let isClosed = next > index + 1
      let spaces = next
      while next < bytes.count, case let (kind, length) = classify(bytes, next), kind == .space { next += length }
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
      index = max(index + 1, next == index + 1 ? next : index + 1)
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
