internal import Foundation
internal import SuntingCore

/// One article as it lies on disk or came in, as UTF-8.
package struct SourceFile: Sendable {
  package enum Encoding: String, Sendable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
  }

  /// The path as given; bytes that are not UTF-8 are percent-escaped.
  package let path: String
  package let bytes: [UInt8]
  package let encoding: Encoding
  /// Where it was read from, nil for standard input.
  package var origin: FileOrigin?

  package init(path: String, bytes: [UInt8], encoding: Encoding = .utf8, origin: FileOrigin? = nil) {
    self.origin = origin
    self.path = path
    self.bytes = bytes
    self.encoding = encoding
  }

  /// Decodes what was read.
  ///
  /// - Throws: for bytes that are neither UTF-8 nor UTF-16 with a byte order mark, naming the offset.
  package static func decode(_ raw: [UInt8], path: String) throws(FileError) -> SourceFile {
    if raw.starts(with: [0xFF, 0xFE]) { return try utf16(raw, path, .utf16LittleEndian) }
    if raw.starts(with: [0xFE, 0xFF]) { return try utf16(raw, path, .utf16BigEndian) }
    if let offset = raw.withUnsafeBufferPointer({ Scalars.firstInvalidByte($0) }) {
      throw FileError(
        path: path,
        reason: "byte \(offset) (0x\(String(raw[offset], radix: 16))) is not UTF-8; save the file as UTF-8, "
          + "for example with: iconv -f WINDOWS-1252 -t UTF-8")
    }
    return SourceFile(path: path, bytes: raw)
  }

  private static func utf16(_ raw: [UInt8], _ path: String, _ encoding: Encoding) throws(FileError) -> SourceFile {
    guard raw.count % 2 == 0 else {
      throw FileError(path: path, reason: "a UTF-16 file of an odd number of bytes is cut off")
    }
    var units: [UInt16] = []
    units.reserveCapacity(raw.count / 2)
    for index in stride(from: 2, to: raw.count, by: 2) {
      let (low, high) = encoding == .utf16LittleEndian ? (raw[index], raw[index + 1]) : (raw[index + 1], raw[index])
      units.append(UInt16(high) << 8 | UInt16(low))
    }
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    var decoder = UTF16()
    var iterator = units.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): bytes += UTF8.encode(scalar)!
      case .emptyInput: return SourceFile(path: path, bytes: bytes, encoding: encoding)
      case .error: throw FileError(path: path, reason: "a lone UTF-16 surrogate; save the file as UTF-8")
      }
    }
  }

  /// The bytes to write for a changed text: the encoding the file came in.
  package func encoded(_ utf8: [UInt8]) -> [UInt8] {
    guard encoding != .utf8 else { return utf8 }
    var result: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    let text = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? utf8[3...] : utf8[...]
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      result += encoding == .utf16LittleEndian ? [low, high] : [high, low]
    }
    return result
  }
}

extension SourceFile {
  /// The same file with other text.
  package func with(_ bytes: [UInt8]) -> SourceFile {
    SourceFile(path: path, bytes: bytes, encoding: encoding, origin: origin)
  }
}

/// A file that could not be read, linted or written, and why.
package struct FileError: Error, Sendable, CustomStringConvertible {
  package let path: String
  package let reason: String
  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
  package var description: String { "\(path): error: \(reason)" }
}
