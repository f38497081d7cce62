internal import Foundation
internal import Synchronization

/// Replaces a file whole: the new text goes into a file beside it, reaches the disk, and takes its name in one step. At
/// any moment the old text or the new one is there.
package enum AtomicFile {
  /// Held while a file beside the target exists, so that an interrupted run leaves none behind.
  private static let writing = Mutex(())
  private static let counter = Atomic<Int>(0)

  /// Runs `body`, which ends the process, between two writes.
  package static func betweenWrites(_ body: () -> Never) -> Never {
    writing.withLock { _ in body() }
  }

  /// Runs `body`, which an interrupt must not cut short.
  package static func writingWhole<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try writing.withLock { _ throws(Failure) in try body() }
  }

  /// Writes over the file that was read, keeping its mode and owner; a symbolic link stays and its target is written.
  ///
  /// - Throws: when the file is read-only, was changed since, or cannot be written; then it is as it was.
  package static func replace(_ origin: FileOrigin, shown: String, with bytes: [UInt8]) throws(FileError) {
    do {
      try writing.withLock { _ in try write(origin, bytes) }
    } catch {
      throw FileError(path: shown, reason: "not fixed: \((error as? Problem)?.reason ?? "\(error)")")
    }
  }

  /// Writes a file of our own (a baseline, a report, a configuration).
  package static func write(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    do {
      try writing.withLock { _ in
        var status = stat()
        let exists = stat(PathText.c(path), &status) == 0
        if exists, status.st_mode & S_IFMT != S_IFREG { return try overwrite(path, bytes) }
        try put(bytes, at: exists ? try target(path) : path, like: exists ? status : nil)
      }
    } catch {
      throw FileError(
        path: PathText.display(path), reason: "cannot be written: \((error as? Problem)?.reason ?? "\(error)")")
    }
  }

  private struct Problem: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
    static var system: Problem { Problem(FileReader.reason(errno)) }
  }

  private static func write(_ origin: FileOrigin, _ bytes: [UInt8]) throws {
    let path = try target(origin.path)
    var status = stat()
    guard stat(PathText.c(path), &status) == 0 else { throw Problem.system }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Problem("it is not a regular file; use - to fix standard input")
    }
    guard status.st_mode & 0o222 != 0, access(PathText.c(path), W_OK) == 0 else {
      throw Problem("the file is read-only")
    }
    guard FileOrigin(path: origin.path, status: status) == origin else {
      throw Problem("the file was changed since it was read; run again")
    }
    try put(bytes, at: path, like: status)
  }

  private static func target(_ path: String) throws -> String {
    guard let resolved = realpath(PathText.c(path), nil) else { throw Problem.system }
    defer { free(resolved) }
    return PathText.decode(resolved)
  }

  private static func put(_ bytes: [UInt8], at path: String, like status: stat?) throws {
    let absolute = AbsolutePath.of(path)
    let folder = AbsolutePath.parent(absolute) ?? "/"
    let number = counter.add(1, ordering: .relaxed).newValue
    let temporary = PathText.c("\(folder)/.sunting-\(getpid())-\(number).tmp")
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Problem.system }
    do {
      defer { close(descriptor) }
      try drain(bytes, to: descriptor)
      if let status {
        try keepOwner(status, descriptor)
        guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw Problem.system }
      } else {
        let mask = umask(0)
        umask(mask)
        guard fchmod(descriptor, 0o666 & ~mask) == 0 else { throw Problem.system }
      }
      guard fsync(descriptor) == 0 else { throw Problem.system }
      guard rename(temporary, PathText.c(absolute)) == 0 else { throw Problem.system }
    } catch {
      unlink(temporary)
      throw error
    }
    let parent = open(PathText.c(folder), O_RDONLY)
    if parent >= 0 {
      fsync(parent)
      close(parent)
    }
  }

  /// A file of somebody else's must not become ours.
  private static func keepOwner(_ status: stat, _ descriptor: Int32) throws {
    var own = stat()
    guard fstat(descriptor, &own) == 0 else { throw Problem.system }
    if own.st_uid == status.st_uid, own.st_gid == status.st_gid { return }
    guard fchown(descriptor, status.st_uid, status.st_gid) == 0 else {
      throw Problem("its owner could not be kept")
    }
  }

  private static func overwrite(_ path: String, _ bytes: [UInt8]) throws {
    let descriptor = open(PathText.c(path), O_WRONLY | O_TRUNC)
    guard descriptor >= 0 else { throw Problem.system }
    defer { close(descriptor) }
    try drain(bytes, to: descriptor)
  }

  private static func drain(_ bytes: [UInt8], to descriptor: Int32) throws {
    try bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = Foundation.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
        if count < 0 {
          if errno == EINTR { continue }
          throw Problem.system
        }
        offset += count
      }
    }
  }
}
