package import SuntingCore

/// Mends an article until nothing is left to mend. A round applies fixes in one pass; another is needed only where two
/// overlapped or one brought a further one to light, so that fixing twice is fixing once.
package struct FixRounds {
  package struct Outcome: Sendable {
    package let report: FileReport
    /// How many findings were mended.
    package let fixed: Int
    package var isChanged: Bool { fixed > 0 }
  }

  private static let limit = 16

  package let linter: FileLinter
  package let least: FixSafety
  package var exempt: Set<String> = []

  package init(linter: FileLinter, least: FixSafety, exempt: Set<String> = []) {
    self.linter = linter
    self.least = least
    self.exempt = exempt
  }

  /// - Parameters:
  ///   - report: of the article as it is.
  ///   - changed: where given, only findings there are mended.
  package func run(_ report: FileReport, changed: [TextRange]? = nil) throws -> Outcome {
    var current = report
    var changed = changed
    var fixed = 0
    var seen = [report.source.bytes]
    while true {
      let result = FixApplier.apply(current.diagnostics, to: current.source.bytes, least: least)
      guard !result.applied.isEmpty, result.bytes != current.source.bytes else { break }
      let shift = EditShift(result.edits)
      changed = changed?.map(shift.moved)
      current = try linter.lint(current.source.with(result.bytes), changed: changed, exempt: exempt)
      if let first = seen.firstIndex(of: result.bytes) {
        // rules that disagree go in a circle: all of its texts lead to the same one
        let circle = seen[first...]
        let chosen = circle.min { $0.lexicographicallyPrecedes($1) } ?? result.bytes
        current = try linter.lint(current.source.with(chosen), changed: nil, exempt: exempt)
        break
      }
      fixed += result.applied.count
      seen.append(result.bytes)
      if seen.count > Self.limit { break }
    }
    current.suppressed = max(current.suppressed, 0)
    return Outcome(report: current, fixed: fixed)
  }
}
