internal import Foundation
internal import SuntingKit

/// Where records go: a file that is written to as chunks are done, or standard output.
final class OutputFile {
  let path: String?
  private let descriptor: Int32
  private(set) var length: Int
  /// Only a regular file can be continued.
  let isRegular: Bool

  /// - Parameters:
  ///   - path: nil is standard output.
  ///   - length: what is kept of a file that is continued.
  init(path: String?, length: Int = 0) throws(FileError) {
    self.path = path
    self.length = length
    guard let path else {
      descriptor = STDOUT_FILENO
      isRegular = false
      return
    }
    descriptor = open(PathText.c(path), O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.error(path) }
    var status = stat()
    isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    guard isRegular else { return }
    guard Int(status.st_size) >= length else {
      throw FileError(
        path: PathText.display(path), reason: "is shorter than the interrupted run left it; begin anew without --resume"
      )
    }
    guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, off_t(length), SEEK_SET) >= 0 else {
      throw Self.error(path)
    }
  }

  deinit { if path != nil { close(descriptor) } }

  private static func error(_ path: String?) -> FileError {
    FileError(path: path.map(PathText.display) ?? "-", reason: "cannot be written: \(String(cString: strerror(errno)))")
  }

  /// Writes all of it; a signal that ends the run waits until a file holds whole records.
  ///
  /// - Returns: false when nobody reads any more.
  func writeWhole(_ bytes: [UInt8]) throws(FileError) -> Bool {
    guard isRegular else { return try write(bytes) }
    return try AtomicFile.writingWhole { () throws(FileError) in try write(bytes) }
  }

  private func write(_ bytes: [UInt8]) throws(FileError) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + offset, $0.count - offset) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { return false }
        throw Self.error(path)
      }
      offset += count
    }
    length += bytes.count
    return true
  }

  func synchronize() throws(FileError) {
    guard isRegular else { return }
    guard fdatasync(descriptor) == 0 else { throw Self.error(path) }
  }
}
