internal import SuntingCore

/// Reads JSON that comes from outside: any bytes give a value or an error, never more depth than the stack bears.
package struct JSONParser {
  package struct Problem: Error, Sendable, CustomStringConvertible {
    package let offset: Int
    package let reason: String
    package var description: String { "\(reason) at byte \(offset)" }
  }

  static let deepest = 128

  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  package static func parse(_ text: String) throws(Problem) -> JSONValue { try parse(Array(text.utf8)) }

  package static func parse(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
    if let offset = bytes.withUnsafeBufferPointer({ Scalars.firstInvalidByte($0) }) {
      throw Problem(offset: offset, reason: "the text is not UTF-8")
    }
    var parser = JSONParser(bytes)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.index == bytes.count else { throw parser.problem("there is more behind the value") }
    return value
  }

  private func problem(_ reason: String) -> Problem { Problem(offset: index, reason: reason) }
  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(Problem) -> JSONValue {
    guard depth < Self.deepest else { throw problem("nested too deep") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(let byte) where byte == 0x2D || (0x30...0x39).contains(byte): return try number()
    case nil: throw problem("the text ends where a value is expected")
    default: throw problem("a value is expected")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Problem) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw problem("a value is expected") }
    index += word.utf8.count
    return value
  }

  private mutating func object(_ depth: Int) throws(Problem) -> JSONValue {
    index += 1
    var entries: [(key: String, value: JSONValue)] = []
    if take(UInt8(ascii: "}")) { return .object(entries) }
    repeat {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw problem("a key in quotation marks is expected") }
      let key = try string()
      guard take(UInt8(ascii: ":")) else { throw problem("“:” is expected") }
      entries.append((key, try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw problem("“,” or “}” is expected") }
    return .object(entries)
  }

  private mutating func array(_ depth: Int) throws(Problem) -> JSONValue {
    index += 1
    var items: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(items) }
    repeat { items.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw problem("“,” or “]” is expected") }
    return .array(items)
  }

  private mutating func number() throws(Problem) -> JSONValue {
    let start = index
    while let byte = current, "+-.eE0123456789".utf8.contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if let value = Int(text) { return .int(value) }
    guard let value = Double(text), value.isFinite else { throw Problem(offset: start, reason: "this is no number") }
    return .double(value)
  }

  private mutating func string() throws(Problem) -> String {
    index += 1
    var result: [UInt8] = []
    while let byte = current {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"): result += UTF8.encode(try escape()).map(Array.init) ?? []
      case 0..<0x20: throw problem("a control character in a string must be escaped")
      default: result.append(byte)
      }
    }
    throw problem("the text ends inside a string")
  }

  private mutating func escape() throws(Problem) -> Unicode.Scalar {
    guard let byte = current else { throw problem("the text ends inside a string") }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw problem("an unknown escape")
    }
  }

  /// A surrogate without its partner becomes U+FFFD.
  private mutating func unicodeEscape() throws(Problem) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, bytes[index...].starts(with: [0x5C, 0x75]) else { return "\u{FFFD}" }
    let back = index
    index += 2
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second) else {
      index = back
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Problem) -> UInt32 {
    guard index + 4 <= bytes.count else { throw problem("\\u needs four digits") }
    var value: UInt32 = 0
    for byte in bytes[index..<(index + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw problem("\\u needs four digits") }
      value = value << 4 | UInt32(digit)
    }
    index += 4
    return value
  }
}
