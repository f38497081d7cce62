internal import Foundation
internal import SuntingCore
package import SuntingKit

/// Records in, records out: reads chunks, has them worked on by all cores, and writes the results in order.
package struct CorpusRun {
  /// What a run came to.
  package struct Outcome {
    package let counts: CorpusCounts
    package let furniture: FurnitureTable
    package let errors: [FileError]
    /// The reader of standard output went away.
    package let isCutShort: Bool
  }

  /// How far it is, for a terminal.
  package struct Progress {
    package let taken: UInt64
    package let total: UInt64
    package let counts: CorpusCounts
  }

  package let options: CorpusOptions
  package let linter: FileLinter
  package let threads: Int
  /// nil is standard input.
  package let inputs: [String?]
  /// nil is standard output.
  package var output: String?
  package var rejected: String?
  package var resumes = false
  /// The time between two entries of the journal.
  package var journalInterval = 1.0
  /// Bytes that are worked on at once.
  package var chunkSize = 1 << 19

  package init(options: CorpusOptions, linter: FileLinter, threads: Int, inputs: [String?]) {
    self.options = options
    self.linter = linter
    self.threads = max(1, threads)
    self.inputs = inputs
  }

  /// What must be the same for a run to be continued.
  private var identity: String {
    let names = inputs.map { "\($0.map(PathText.display) ?? "-") \(ChunkReader.length(of: $0))" }
    let clauses = options.filter.clauses.map { "\($0.keeps) \($0.text)" }
    return "\(suntingVersion) \(options.rules) \(options.mode) \(options.format) \(options.field) \(options.idField) "
      + "\(options.detail) \(options.language) \(options.least) \(clauses) \(names) \(options.longestText)"
  }

  package func run(progress: (Progress) -> Void) async throws -> Outcome {
    let columns = try tsvColumns()
    var journal = Journal(run: identity)
    if resumes, let output, let earlier = try Journal.read(for: output) {
      guard earlier.run == journal.run else {
        throw FileError(
          path: PathText.display(Journal.path(for: output)),
          reason:
            "the interrupted run had other options, rules or inputs; repeat it with the same, or remove this file to begin anew"
        )
      }
      journal = earlier
    }
    // from pipe to pipe every record is answered at once; a file's chunks must not depend on when its bytes came
    let streams = output == nil && inputs.contains(nil)
    let reader = ChunkReader(paths: inputs, from: journal.position, size: chunkSize, streams: streams)
    var sink = try CorpusSink(journal: journal, output: output, rejected: rejected, interval: journalInterval)
    let worker = ChunkWorker(linter: RecordLinter(linter: linter, options: options), columns: columns)
    let total = inputs.reduce(0) { $0 + ChunkReader.length(of: $1) }
    try await inOrder(reader, worker) { result throws(FileError) in
      let goesOn = try sink.take(result)
      progress(Progress(taken: result.taken, total: total, counts: sink.journal.counts))
      return goesOn
    }
    if !sink.isCutShort { try sink.finish() }
    return Outcome(
      counts: sink.journal.counts, furniture: sink.furniture, errors: reader.errors, isCutShort: sink.isCutShort)
  }

  /// Reads ahead by a few chunks, so that memory stays bounded and no core waits.
  private func inOrder(
    _ reader: ChunkReader, _ worker: ChunkWorker, _ take: (ChunkResult) throws(FileError) -> Bool
  ) async throws {
    let window = threads == 1 ? 1 : threads * 2 + 1
    try await withThrowingTaskGroup(of: (Int, ChunkResult).self) { group in
      var waiting: [Int: ChunkResult] = [:]
      var started = 0
      var emitted = 0
      // nothing that is done waits for records that have not come yet
      func start() {
        while started - emitted < window, started == emitted || reader.isReady, let chunk = reader.next() {
          let number = started
          started += 1
          group.addTask { (number, worker.work(chunk)) }
        }
      }
      start()
      while let (number, result) = try await group.next() {
        waiting[number] = result
        while let ready = waiting.removeValue(forKey: emitted) {
          emitted += 1
          guard try take(ready) else { return group.cancelAll() }
        }
        start()
      }
    }
  }

  private func tsvColumns() throws -> TSVColumns? {
    guard options.format == .tsv else { return nil }
    return try TSVColumns(field: options.field, id: options.idField, path: inputs.first ?? nil)
  }
}
