internal import SuntingCore
internal import SuntingKit

/// Which column holds the text. By its name in the first line, or by its number from 1; then there is no header.
struct TSVColumns: Sendable {
  let field: Int
  let id: Int?
  let hasHeader: Bool

  /// - Parameter header: the first line of the file; nil when the field is a number.
  init(field: String, id: String, header: String?) throws(TSVError) {
    guard let header else {
      guard let number = Int(field), number > 0 else { throw TSVError(description: "“\(field)” is no column") }
      self.field = number - 1
      self.id = Int(id).map { $0 - 1 }
      hasHeader = false
      return
    }
    let names = header.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard let column = names.firstIndex(of: field) else {
      throw TSVError(description: "there is no column “\(field)”; the first line has: \(names.joined(separator: ", "))")
    }
    self.field = column
    self.id = names.firstIndex(of: id)
    hasHeader = true
  }
}

package struct TSVError: Error, CustomStringConvertible {
  package let description: String
}

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
      guard let field = Self.column(columns.field, of: line) else {
        throw RecordProblem(message: "the line has no column \(columns.field + 1)")
      }
      let text = UnsafeBufferPointer(rebasing: line[field])
      if let offset = Scalars.firstInvalidByte(text) { throw RecordProblem(message: "byte \(offset) of the text is not UTF-8") }
      var report = try linter.lint(text, path: place.path, line: place.line)
      report.document = columns.id.flatMap { Self.column($0, of: line) }.map { String(decoding: line[$0], as: UTF8.self) }
      try write(report, line, field, end, to: &result)
    } catch {
      write(error, line, end, to: &result)
    }
  }

  private func write(
    _ report: FileReport, _ line: UnsafeBufferPointer<UInt8>, _ field: Range<Int>, _ end: String, to result: inout ChunkResult
  ) throws(RecordProblem) {
    let measures = RecordMeasures(report)
    let mended = options.mode == .fix ? try linter.mended(report) : nil
    let reason = result.judge(report, measures, options)
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

  private func write(_ problem: RecordProblem, _ line: UnsafeBufferPointer<UInt8>, _ end: String, to result: inout ChunkResult) {
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

  private static func column(_ number: Int, of line: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var start = 0
    var left = number
    for index in 0...line.count where index == line.count || line[index] == 0x09 {
      if left == 0 { return start..<index }
      left -= 1
      start = index + 1
    }
    return nil
  }
}
