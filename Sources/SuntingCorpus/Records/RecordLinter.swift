internal import SuntingCore
internal import SuntingKit

/// Lints the text of a record as a file is linted.
struct RecordLinter: Sendable {
  let linter: FileLinter
  let options: CorpusOptions

  /// - Parameter range: the text as written in `line`.
  func lint(
    _ text: UnsafeBufferPointer<UInt8>, of line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ place: RecordPlace
  ) throws(RecordProblem) -> FileReport {
    var report = try linter.lint(text, path: place.path, longest: options.longestText)
    // where in the line a finding stands is told in full findings only
    guard options.detail == .full, !report.diagnostics.isEmpty else { return report }
    report.record = RecordOrigin(
      field: options.field, line: place.line, in: line, range: range, isJSON: options.format != .tsv)
    return report
  }

  /// The mended text; nil when there is nothing to mend.
  func mended(_ report: FileReport) throws(RecordProblem) -> (bytes: [UInt8], fixed: Int)? {
    do {
      let outcome = try FixRounds(linter: linter, least: options.least).run(report)
      return outcome.isChanged ? (outcome.report.source.bytes, outcome.fixed) : nil
    } catch {
      throw RecordProblem(message: "internal error: \(error); please report it")
    }
  }
}
