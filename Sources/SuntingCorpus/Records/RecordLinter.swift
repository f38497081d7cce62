internal import SuntingCore
internal import SuntingKit

/// Lints the text of a record as a file is linted.
struct RecordLinter: Sendable {
  let linter: FileLinter
  let options: CorpusOptions

  func lint(_ text: UnsafeBufferPointer<UInt8>, path: String, line: Int) throws(RecordProblem) -> FileReport {
    guard text.count <= options.longestText else {
      throw RecordProblem(message: "the text is longer than \(options.longestText) bytes; not linted")
    }
    guard !text.contains(0) else { throw RecordProblem(message: "the text holds a NUL character") }
    do {
      var report = try linter.lint(SourceFile(path: path, bytes: Array(text)))
      report.recordLine = line
      report.field = options.field
      return report
    } catch {
      throw RecordProblem(message: "internal error: \(error); please report it")
    }
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
