import SuntingCore

/// Fields of `application/x-www-form-urlencoded`, each at most once.
struct Form {
  private var fields: [String: String] = [:]

  init(_ texts: [ArraySlice<UInt8>]) throws(APIError) {
    for text in texts {
      for pair in text.split(separator: UInt8(ascii: "&")) {
        let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        let name = try Self.decoded(parts[0])
        let value = parts.count > 1 ? try Self.decoded(parts[1]) : ""
        guard fields.updateValue(value, forKey: name) == nil else {
          throw APIError(400, "the field “\(name.prefix(40))” is there twice; send it once")
        }
      }
    }
  }

  subscript(name: String) -> String? { fields[name] }

  /// A list between commas.
  func list(_ name: String) -> [String] {
    (fields[name] ?? "").split(separator: ",").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
  }

  func flag(_ name: String) -> Bool { ["true", "yes", "1"].contains(fields[name]?.lowercased() ?? "") }

  private static func decoded(_ bytes: ArraySlice<UInt8>) throws(APIError) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "+"): result.append(0x20)
      case UInt8(ascii: "%"):
        guard index + 1 < bytes.endIndex, let high = digit(bytes[index]), let low = digit(bytes[index + 1]) else {
          throw APIError(400, "“%” must be followed by two hexadecimal digits; encode the form as URLs are")
        }
        result.append(high << 4 | low)
        index += 2
      default: result.append(byte)
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw APIError(400, "the form is not UTF-8; send the text as UTF-8")
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
