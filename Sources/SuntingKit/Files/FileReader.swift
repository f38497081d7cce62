internal import Foundation
internal import SuntingCore

/// Reads files whole, FIFOs and standard input to their end.
package enum FileReader {
  /// Text offsets are 32 bits, and ICU counts in signed ones.
  static let limit = 2_147_483_647

  package static func read(_ path: String) throws(FileError) -> SourceFile {
    let shown = display(path)
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw FileError(path: shown, reason: reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path: shown, reason: reason(errno)) }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path: shown, reason: "it is a folder") }
    guard status.st_size <= limit else {
      throw FileError(
        path: shown,
        reason: "\(status.st_size) bytes; articles of 2 GiB or more are not linted. "
          + "For a collection of articles in one file see `sunting corpus`")
    }
    return try SourceFile.decode(try drain(descriptor, expected: Int(status.st_size), shown), path: shown)
  }

  package static func readStandardInput(name: String?) throws(FileError) -> SourceFile {
    let shown = name ?? "-"
    return try SourceFile.decode(try drain(STDIN_FILENO, expected: 0, shown), path: shown)
  }

  private static func drain(_ descriptor: Int32, expected: Int, _ path: String) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: expected > 0 ? expected + 1 : 65536)
    var filled = 0
    while true {
      if filled == bytes.count {
        guard filled < limit else { throw FileError(path: path, reason: "more than 2 GiB; not linted") }
        bytes += [UInt8](repeating: 0, count: bytes.count)
      }
      let space = bytes.count - filled
      let count = bytes.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress! + filled, space) }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, reason: reason(errno))
      }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES: "permission denied"
    case ELOOP: "too many symbolic links, perhaps a loop"
    default: String(cString: strerror(code))
    }
  }

  /// A path as it is printed: bytes that are not UTF-8, and control characters, percent-escaped.
  package static func display(_ path: String) -> String {
    guard path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0xFFFD }) else {
      return path
    }
    return path.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "%" + ($0.value < 16 ? "0" : "")
      + String($0.value, radix: 16, uppercase: true) : String($0) }.joined()
  }
}
