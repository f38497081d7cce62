import SuntingCore
import SuntingKit

/// Whether a run has failed.
struct Verdict {
  private let maxWarnings: Int?
  private var warnings = 0
  private var hasFailed = false
  /// Whether the user still wants to be asked.
  var asks = true

  init(maxWarnings: Int?) { self.maxWarnings = maxWarnings }

  /// Up to the tolerated number of warnings pass; one more fails, and errors and what else the threshold names always do.
  mutating func add(_ report: FileReport, failOn: FailureThreshold) {
    for diagnostic in report.diagnostics {
      if let maxWarnings, diagnostic.severity == .warning, failOn != .never {
        warnings += 1
        if warnings > maxWarnings { hasFailed = true }
      } else if failOn.isReached(by: diagnostic.severity) {
        hasFailed = true
      }
    }
  }

  /// A pending change fails; it is printed.
  mutating func addDiff(_ linted: LintedFile) {
    guard linted.isChanged else { return }
    hasFailed = true
    if linted.report.source.encoding == .utf8 {
      Terminal.write(linted.diff)
    } else {
      Terminal.note(
        "\(linted.report.path): note: would change; a diff of \(linted.report.source.encoding.rawValue) is not text")
    }
  }

  func exitCode(hasErrors: Bool) -> Int32? { hasErrors ? 2 : hasFailed ? 1 : nil }
}
