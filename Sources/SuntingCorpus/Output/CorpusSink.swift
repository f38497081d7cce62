internal import Foundation
internal import SuntingKit

/// Takes the results of chunks in order: writes them, counts, and keeps the journal.
struct CorpusSink {
  private let output: OutputFile
  private let rejected: OutputFile?
  private let interval: Double
  private var written = Date.timeIntervalSinceReferenceDate
  private(set) var journal: Journal
  private(set) var furniture = FurnitureTable()
  private(set) var isCutShort = false

  /// - Parameter journal: of the run that is continued, or an empty one.
  init(journal: Journal, output: String?, rejected: String?, interval: Double) throws(FileError) {
    self.journal = journal
    self.interval = interval
    // an older journal must not outlive the output it speaks of
    if let output, journal.output == 0 { Journal.remove(for: output) }
    self.output = try OutputFile(path: output, length: journal.output)
    if let rejected {
      self.rejected = try OutputFile(path: rejected, length: journal.rejected ?? 0)
    } else {
      self.rejected = nil
    }
  }

  /// - Returns: false when nobody reads the output any more.
  mutating func take(_ result: ChunkResult) throws(FileError) -> Bool {
    guard !result.hasFailed else { throw FileError(path: result.path, reason: "memory is short") }
    if let rejected, try !rejected.writeWhole(result.rejected) { isCutShort = true }
    if try !output.writeWhole(result.output) { isCutShort = true }
    journal.counts.add(result.counts)
    for line in result.furniture { furniture.add(line) }
    journal.position = result.next
    journal.output = output.length
    journal.rejected = rejected?.length
    let now = Date.timeIntervalSinceReferenceDate
    if now - written >= interval, let path = output.path, output.isRegular {
      written = now
      try output.synchronize()
      try rejected?.synchronize()
      try journal.write(for: path)
    }
    return !isCutShort
  }

  /// All is written: the journal goes.
  func finish() throws(FileError) {
    try output.synchronize()
    try rejected?.synchronize()
    if let path = output.path, output.isRegular { Journal.remove(for: path) }
  }
}
