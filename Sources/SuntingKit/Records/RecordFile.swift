internal import CCompression
internal import Foundation

/// One open file of records, decompressed as it is read.
package final class RecordFile {
  private let path: String?
  private let descriptor: Int32
  private let stream: OpaquePointer

  /// - Parameter path: nil is standard input.
  package init(path: String?) throws(FileError) {
    let shown = path.map(PathText.display) ?? "-"
    self.path = path
    descriptor = path.map { open(PathText.c($0), O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
    guard descriptor >= 0 else { throw FileError(path: shown, reason: String(cString: strerror(errno))) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      if path != nil { close(descriptor) }
      throw FileError(path: shown, reason: "it is a folder")
    }
    guard let stream = sunting_input_new(descriptor, Compression(path: path ?? "").kind) else {
      if path != nil { close(descriptor) }
      throw FileError(path: shown, reason: "memory is short")
    }
    self.stream = stream
  }

  deinit {
    sunting_input_free(stream)
    if path != nil { close(descriptor) }
  }

  /// Compressed bytes taken so far.
  var taken: UInt64 { sunting_input_taken(stream) }

  /// Whether a read would not wait, because bytes or the end are there.
  var isReady: Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return Foundation.poll(&poll, 1, 0) != 0
  }

  /// Appends up to `count` bytes; false at the end.
  package func append(_ count: Int, to bytes: inout [UInt8]) throws(FileError) -> Bool {
    let filled = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    let got = bytes.withUnsafeMutableBytes { sunting_input_read(stream, $0.baseAddress! + filled, count) }
    let code = errno
    bytes.removeLast(count - max(0, got))
    guard got >= 0 else {
      let reason = code == EBADMSG ? "the compressed data is damaged or cut off" : String(cString: strerror(code))
      throw FileError(path: path.map(PathText.display) ?? "-", reason: reason)
    }
    return got > 0
  }
}
