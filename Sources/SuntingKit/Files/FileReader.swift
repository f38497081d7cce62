internal import Foundation
internal import SuntingCore

/// Reads files whole, FIFOs and standard input to their end.
package enum FileReader {
  /// Text offsets are 32 bits, and ICU counts in signed ones.
  static let limit = 2_147_483_647

  package static func read(_ path: String) throws(FileError) -> SourceFile {
    let shown = display(path)
    let descriptor = open(PathText.c(path), O_RDONLY)
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
    var source = try SourceFile.decode(try drain(descriptor, expected: Int(status.st_size), shown), path: shown)
    source.origin = FileOrigin(path: path, status: status)
    return source
  }

  package static func readStandardInput(name: String?) throws(FileError) -> SourceFile {
    let shown = name.map(display) ?? "-"
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

  package static func display(_ path: String) -> String { PathText.display(path) }

  /// All bytes of a list of names.
  package static func contents(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(PathText.c(path), O_RDONLY)
    guard descriptor >= 0 else { throw FileError(path: display(path), reason: reason(errno)) }
    defer { close(descriptor) }
    return try drain(descriptor, expected: 0, display(path))
  }

  package static func standardInputBytes() throws(FileError) -> [UInt8] {
    try drain(STDIN_FILENO, expected: 0, "-")
  }

  /// A small file of settings; nil when there is none.
  static func bytes(_ path: String) -> [UInt8]? {
    let descriptor = open(PathText.c(path), O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return try? drain(descriptor, expected: 0, path)
  }
}
