internal import SuntingCore
internal import SuntingKit

/// Turns a chunk of records into the bytes to write. The result depends on the chunk alone.
struct ChunkWorker: Sendable {
  let linter: RecordLinter
  /// The header of each file of tab-separated values; nil where columns go by number.
  let columns: TSVColumns?
  private var options: CorpusOptions { linter.options }

  init(linter: RecordLinter, columns: TSVColumns?) {
    self.linter = linter
    self.columns = columns
  }

  func work(_ chunk: Chunk) -> ChunkResult {
    var result = ChunkResult(
      next: InputPosition(file: chunk.file, offset: chunk.end, line: chunk.firstLine + chunk.lines), taken: chunk.taken,
      path: chunk.path)
    result.counts.bytes = chunk.count
    if options.mode != .stats { result.output.reserveCapacity(chunk.count + chunk.count / 4) }
    var writer: any RecordWriter =
      options.format == .tsv ? TSVWriter(linter: linter, columns: columns) : JSONWriter(linter: linter)
    chunk.forEachLine { line, number in
      writer.write(line, place: RecordPlace(path: chunk.path, line: number, isFirstFile: chunk.file == 0), to: &result)
    }
    compress(&result)
    return result
  }

  private func compress(_ result: inout ChunkResult) {
    guard let output = options.compression.compressed(result.output),
      let rejected = options.rejectedCompression.compressed(result.rejected)
    else {
      result.hasFailed = true
      return
    }
    (result.output, result.rejected) = (output, rejected)
  }
}

/// Where a record stands.
struct RecordPlace {
  let path: String
  let line: Int
  let isFirstFile: Bool
}

/// Writes one record after another, as the mode says.
protocol RecordWriter {
  /// - Parameter line: without its line end, with room to read behind it.
  mutating func write(_ line: UnsafeBufferPointer<UInt8>, place: RecordPlace, to result: inout ChunkResult)
}

extension ChunkResult {
  /// Counts one linted record; returns why it does not pass.
  mutating func judge(
    _ report: FileReport, _ measures: RecordMeasures, _ options: CorpusOptions, _ place: RecordPlace
  ) -> String? {
    counts.records += 1
    counts.add(report, measures)
    if options.mode == .stats {
      var last = 0
      for diagnostic in report.diagnostics where diagnostic.family == "residue" {
        let line = FurnitureLine(report, diagnostic, place)
        // two findings in one line are one line
        if line.number != last { furniture.append(line) }
        last = line.number
      }
    }
    guard options.mode == .filter, let reason = options.filter.reason(against: measures) else { return nil }
    counts.rejected += 1
    return reason
  }

  mutating func countError() {
    counts.records += 1
    counts.errors += 1
  }
}
