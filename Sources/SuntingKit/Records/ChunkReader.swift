internal import CRecords
internal import Foundation

/// Cuts files into chunks. Where a chunk ends depends on the text alone, so that a run that is continued makes the same
/// ones.
package final class ChunkReader {
  private let paths: [String?]
  private let size: Int
  private let streams: Bool
  private var file: RecordFile?
  private var index: Int
  private var rest: [UInt8] = []
  private var line: Int
  private var offset: Int
  private var takenBefore: UInt64 = 0
  private var isAtStart: Bool
  /// Files that could not be read to their end.
  package private(set) var errors: [FileError] = []

  /// - Parameter streams: whether lines are handed out as they come, before there are enough of them for a chunk.
  package init(
    paths: [String?], from position: InputPosition = InputPosition(), size: Int = 1 << 19, streams: Bool = false
  ) {
    self.paths = paths
    self.size = size
    self.streams = streams
    index = position.file
    offset = position.offset
    line = position.line
    isAtStart = position.offset == 0
    for path in paths.prefix(position.file) { takenBefore += Self.length(of: path) }
  }

  package static func length(of path: String?) -> UInt64 {
    var status = stat()
    guard let path, stat(PathText.c(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return UInt64(status.st_size)
  }

  /// Whether the next chunk, or the end, is there without waiting.
  package var isReady: Bool { !streams || file?.isReady ?? true }

  /// The next chunk; nil behind the last file.
  package func next() -> Chunk? {
    while index < paths.count {
      do {
        if file == nil { try openFile() }
        if let chunk = try cut() { return chunk }
      } catch {
        errors.append(error)
        // whole lines before the damage are read
        rest.removeSubrange((rest.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...)
        let chunk = rest.isEmpty ? nil : take(rest.count)
        finishFile()
        if let chunk { return chunk }
        continue
      }
      finishFile()
    }
    return nil
  }

  private func finishFile() {
    takenBefore += file?.taken ?? 0
    (file, rest, line, offset, isAtStart) = (nil, [], 1, 0, true)
    index += 1
  }

  private func openFile() throws(FileError) {
    let file = try RecordFile(path: paths[index])
    var left = offset
    while left > 0 {
      var skipped: [UInt8] = []
      guard try file.append(min(left, 1 << 20), to: &skipped) else { break }
      left -= skipped.count
    }
    self.file = file
  }

  /// The shortest run of whole lines that is long enough; what is left at the end of the file.
  private func cut() throws(FileError) -> Chunk? {
    guard let file else { return nil }
    var searched = size - 1
    while true {
      if rest.count > searched {
        if let end = newline(from: searched) { return take(end + 1) }
        searched = rest.count
      }
      // whoever waits for an answer gets it
      if streams, !file.isReady, let end = rest.lastIndex(of: 0x0A) { return take(end + 1) }
      // a very long line is read in ever larger pieces
      guard try file.append(max(1 << 18, rest.count / 2), to: &rest) else { break }
      skipMark()
    }
    return rest.isEmpty ? nil : take(rest.count)
  }

  private func newline(from start: Int) -> Int? {
    rest.withUnsafeBytes { bytes in
      memchr(bytes.baseAddress! + start, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - bytes.baseAddress! }
    }
  }

  /// A byte order mark is no part of the first record.
  private func skipMark() {
    guard isAtStart, rest.count >= 3 else { return }
    isAtStart = false
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) {
      rest.removeFirst(3)
      offset += 3
    }
  }

  private func take(_ count: Int) -> Chunk {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + sunting_records_padding())
    bytes.append(contentsOf: rest[..<count])
    rest.removeFirst(count)
    offset += count
    isAtStart = false
    var lines = bytes.withUnsafeBufferPointer { buffer in buffer.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } }
    if bytes.last != 0x0A { lines += 1 }
    defer { line += lines }
    bytes.append(contentsOf: repeatElement(0x20, count: sunting_records_padding()))
    return Chunk(
      bytes: bytes, count: count, file: index, path: paths[index].map(PathText.display) ?? "-", firstLine: line,
      lines: lines, end: offset, taken: takenBefore + (file?.taken ?? 0))
  }
}
