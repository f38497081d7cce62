/// Some records of a container, to be linted by one thread.
struct RecordBatch: Sendable {
  let file: FileChoice.File
  let path: String
  let linter: FileLinter
  let chunk: Chunk
  let columns: TSVColumns?
  /// Where given, other lines are left out.
  let changed: ChangedFiles?

  /// A report for each text, an error for each record that cannot be read.
  func outcomes() -> [CheckRun.Outcome] {
    var outcomes: [CheckRun.Outcome] = []
    let reading = RecordReading(
      format: linter.settings.format, options: linter.settings.formatOptions, columns: columns)
    chunk.forEachLine { line, number in
      if let changed, !changed.contains(line: number, of: file.absolute) { return }
      do throws(RecordProblem) {
        try reading.read(line, number: number) { text throws(RecordProblem) in outcomes.append(.success(try lint(text)))
        }
      } catch {
        let problem = FileError(path: "\(path):\(number)", reason: error.message)
        outcomes.append(.failure(CheckRun.RunErrors(errors: [problem])))
      }
    }
    return outcomes
  }

  private func lint(_ text: RecordText) throws(RecordProblem) -> LintedFile {
    var report = try linter.lint(text.bytes, path: path)
    report.document = text.name
    report.record = text.origin
    return LintedFile(file: file, linter: linter, report: report, original: report.source.bytes, changed: nil)
  }
}
