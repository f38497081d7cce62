internal import Foundation

/// Paths as text that keeps every byte: a byte that is not UTF-8 becomes a code point of its own in a private plane and
/// goes back to that byte when the file is opened.
package enum PathText {
  private static let base: UInt32 = 0x10_FF00

  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var result = String.UnicodeScalarView()
    var index = 0
    while index < bytes.count {
      let length = validLength(bytes, index)
      if length == 0 {
        result.append(Unicode.Scalar(base + UInt32(bytes[index])) ?? "?")
        index += 1
      } else {
        result += String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars
        index += length
      }
    }
    return String(result)
  }

  package static func decode(_ pointer: UnsafePointer<CChar>) -> String {
    let count = strlen(pointer)
    return pointer.withMemoryRebound(to: UInt8.self, capacity: count) {
      decode(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// How many bytes the scalar at `index` takes, 0 when there is none.
  private static func validLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    return String(validating: bytes[index..<index + length], as: UTF8.self) == nil ? 0 : length
  }

  /// The bytes a path has in the file system.
  package static func encode(_ path: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in path.unicodeScalars {
      if scalar.value >= base + 0x80, scalar.value <= base + 0xFF {
        result.append(UInt8(scalar.value - base))
      } else {
        result += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    return result
  }

  /// The path for a system call.
  package static func c(_ path: String) -> [CChar] { encode(path).map(CChar.init(bitPattern:)) + [0] }

  /// A path as it is printed: bytes that are not UTF-8, and control characters, percent-escaped.
  package static func display(_ path: String) -> String {
    func isOdd(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
        || scalar.value >= base
    }
    guard path.unicodeScalars.contains(where: isOdd) else { return path }
    var result = ""
    for scalar in path.unicodeScalars {
      guard isOdd(scalar) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      let bytes = scalar.value >= base ? [UInt8(scalar.value & 0xFF)] : Array(UTF8.encode(scalar) ?? UTF8.encode("?")!)
      for byte in bytes { result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
    }
    return result
  }
}

/// Paths without `.` and `..`, from the root; symbolic links stay as they are written.
package enum AbsolutePath {
  package static func current() -> String {
    var buffer = [CChar](repeating: 0, count: 4097)
    guard getcwd(&buffer, buffer.count) != nil else { return "/" }
    return PathText.decode(buffer)
  }

  package static func of(_ path: String, in folder: String = current()) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") {
      if part == "." { continue }
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  package static func parent(_ absolute: String) -> String? {
    guard absolute != "/", let slash = absolute.lastIndex(of: "/") else { return nil }
    return slash == absolute.startIndex ? "/" : String(absolute[..<slash])
  }

  /// The part of `path` below `folder`, nil when it lies elsewhere.
  package static func relative(_ path: String, to folder: String) -> String? {
    if path == folder { return "" }
    let prefix = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }
}
