internal import SuntingCore
internal import SuntingKit

/// Tab-separated values: what an object would gain as a field, a line gains as a last column.
struct TSVWriter: RecordWriter {
  let linter: RecordLinter
  let columns: TSVColumns?
  private var options: CorpusOptions { linter.options }

  init(linter: RecordLinter, columns: TSVColumns?) {
    self.linter = linter
    self.columns = columns
  }

  mutating func write(_ whole: UnsafeBufferPointer<UInt8>, place: RecordPlace, to result: inout ChunkResult) {
    let end = whole.last == 0x0D ? "\r\n" : "\n"
    let line = whole.last == 0x0D ? UnsafeBufferPointer(rebasing: whole.dropLast()) : whole
    guard let columns else { return }
    if columns.hasHeader, place.line == 1 { return place.isFirstFile ? header(line, end, to: &result) : () }
    if line.isEmpty {
      if options.mode != .stats { result.output += end.utf8 }
      return
    }
    do throws(RecordProblem) {
      guard let field = columns.text(line) else {
        throw RecordProblem(message: "the line has no column \(columns.field + 1)")
      }
      let text = UnsafeBufferPointer(rebasing: line[field])
      if let offset = Scalars.firstInvalidByte(text) {
        throw RecordProblem(message: "byte \(offset) of the text is not UTF-8")
      }
      var report = try linter.lint(text, of: line, field, place)
      report.document = columns.name(line)
      try write(report, line, field, end, place, to: &result)
    } catch {
      write(error, line, end, to: &result)
    }
  }

  private func write(
    _ report: FileReport, _ line: UnsafeBufferPointer<UInt8>, _ field: Range<Int>, _ end: String, _ place: RecordPlace,
    to result: inout ChunkResult
  ) throws(RecordProblem) {
    let measures = RecordMeasures(report)
    let mended = options.mode == .fix ? try linter.mended(report) : nil
    let reason = result.judge(report, measures, options, place)
    switch options.mode {
    case .annotate:
      result.output.append(contentsOf: line)
      result.output.append(0x09)
      Annotation(options: options).append(report, measures, to: &result.output)
      result.output += end.utf8
    case .filter:
      guard let reason else {
        result.output.append(contentsOf: line)
        result.output += end.utf8
        return
      }
      guard options.keepsRejected else { return }
      result.rejected.append(contentsOf: line)
      result.rejected += "\t\(reason)\(end)".utf8
    case .fix:
      result.output.append(contentsOf: line[..<field.lowerBound])
      result.output.append(contentsOf: mended?.bytes ?? Array(line[field]))
      result.output.append(contentsOf: line[field.upperBound...])
      result.output += end.utf8
      if let mended {
        result.counts.changed += 1
        result.counts.fixed += mended.fixed
      }
    case .stats: break
    }
  }

  private func header(_ line: UnsafeBufferPointer<UInt8>, _ end: String, to result: inout ChunkResult) {
    guard options.mode != .stats else { return }
    result.output.append(contentsOf: line)
    result.output += (options.mode == .annotate ? "\tsunting" : "").utf8
    result.output += end.utf8
    guard options.keepsRejected else { return }
    result.rejected.append(contentsOf: line)
    result.rejected += "\tfilter_reason\(end)".utf8
  }

  private func write(
    _ problem: RecordProblem, _ line: UnsafeBufferPointer<UInt8>, _ end: String, to result: inout ChunkResult
  ) {
    result.countError()
    switch options.mode {
    case .stats: break
    case .annotate:
      result.output.append(contentsOf: line)
      result.output.append(0x09)
      Annotation.append(error: problem.message, to: &result.output)
      result.output += end.utf8
    case .fix:
      result.output.append(contentsOf: line)
      result.output += end.utf8
    case .filter:
      result.counts.rejected += 1
      guard options.keepsRejected else { return }
      result.rejected.append(contentsOf: line)
      result.rejected += "\terror: \(problem.message)\(end)".utf8
    }
  }
}
