internal import SuntingCore

/// What several checks ask of a document's tokens.
extension Document {
  /// The scalar value a token begins with.
  func scalar(of token: Int) -> UInt32 {
    let start = Int(tokens[token].start)
    let first = utf8[start]
    if first < 0x80 { return UInt32(first) }
    return utf8.withUnsafeBufferPointer { Scalars.decode($0, at: start).scalar }
  }

  func isMark(_ token: Int, _ scalar: UInt32) -> Bool {
    tokens[token].kind == .mark && self.scalar(of: token) == scalar
  }

  /// Case folded, without invisible characters.
  func folded(_ token: Int) -> [UInt8] { bytes(of: tokens[token].range) { WordHash.folded($0) } }
  func foldedText(_ token: Int) -> String { String(decoding: folded(token), as: UTF8.self) }

  /// What stands between a token and the next one.
  func gap(after token: Int) -> TextRange { TextRange(tokens[token].end, tokens[token + 1].start) }

  func isGlued(_ token: Int) -> Bool { tokens[token].start == tokens[token - 1].end }

  /// A capital that neither the place nor the letter case of the block explains: a name.
  func isName(_ token: Int, in block: Block) -> Bool {
    let flags = tokens[token].flags
    return flags.contains(.capital) && !flags.contains(.sentenceStart) && block.letterCase == .sentence
  }

  /// The token that holds the byte, or the first one behind it.
  func token(at offset: UInt32) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Token {
  /// Not quoted as code or address, not set apart: what most checks look at.
  var isPlain: Bool { flags.rawValue & Token.notPlain == 0 }
  private static var notPlain: UInt16 { Flags.address.rawValue | Flags.emphasis.rawValue }

  /// In the way that costs least; literals of option sets are built anew at each use.
  func lacks(_ other: Flags) -> Bool { flags.rawValue & other.rawValue == 0 }
}

/// Words of an option, to be asked only for the rare candidate.
struct WordList: Sendable {
  private let words: Set<String>
  init(_ lines: [String]?) { words = Set((lines ?? []).map { $0.lowercased() }) }
  func contains(_ word: String) -> Bool { words.contains(word) }
  var isEmpty: Bool { words.isEmpty }
}

/// Words of grammar that are never doubled to make a plural; between them a hyphen or dash is a dash.
enum Particles {
  static let all: Set<String> = [
    "yang", "dan", "atau", "serta", "maupun", "di", "ke", "dari", "pada", "untuk", "dengan", "oleh", "bagi", "dalam",
    "adalah", "ialah", "ini", "itu", "ia", "dia", "kami", "kita", "mereka", "saya", "akan", "telah", "sudah", "tidak",
    "bukan", "belum", "juga", "pun", "para", "bahwa", "karena", "sebagai", "agar", "tetapi", "tapi", "namun", "jika",
    "ketika", "saat", "setelah", "sebelum", "sejak", "hingga", "seorang", "sebuah", "suatu", "terhadap", "tentang",
    "hanya", "masih", "sedang", "secara", "seperti", "antara", "termasuk", "yakni", "yaitu", "khususnya",
  ]
}

extension UInt8 {
  var isUpperASCII: Bool { self >= 0x41 && self <= 0x5A }
  var isLowerASCII: Bool { self >= 0x61 && self <= 0x7A }
  var isLetterASCII: Bool { isUpperASCII || isLowerASCII }
  var isDigitASCII: Bool { self >= 0x30 && self <= 0x39 }
}
