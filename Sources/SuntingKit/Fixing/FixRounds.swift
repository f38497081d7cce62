package import SuntingCore

/// Mends an article until nothing is left to mend. A round applies fixes in one pass; another is needed only where two
/// overlapped or one brought a further one to light, so that fixing twice is fixing once. A fix that would bring its own
/// finding back is left out: it mends nothing.
package struct FixRounds {
  package struct Outcome: Sendable {
    package let report: FileReport
    /// How many findings were mended.
    package let fixed: Int
    package var isChanged: Bool { fixed > 0 }
    /// Findings of `report` whose fix would bring them back.
    package let vain: [Diagnostic]
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
    while seen.count <= Self.limit {
      guard let round = try round(current, changed) else { break }
      current = round.report
      changed = round.changed
      if let first = seen.firstIndex(of: current.source.bytes) {
        // rules that disagree go in a circle: all of its texts lead to the same one
        let chosen = seen[first...].min { $0.lexicographicallyPrecedes($1) } ?? current.source.bytes
        current = try linter.lint(current.source.with(chosen), exempt: exempt)
        break
      }
      fixed += round.fixed
      seen.append(current.source.bytes)
    }
    return Outcome(
      report: current, fixed: fixed, vain: current.diagnostics.filter { $0.fixes.contains { $0.safety >= least } })
  }

  private struct Round {
    let report: FileReport
    let changed: [TextRange]?
    let fixed: Int
  }

  /// One pass; nil when there is nothing to apply.
  private func round(_ report: FileReport, _ changed: [TextRange]?) throws -> Round? {
    var candidates = report.diagnostics
    while true {
      let result = FixApplier.apply(candidates, to: report.source.bytes, least: least)
      guard !result.applied.isEmpty, result.bytes != report.source.bytes else { return nil }
      let shift = EditShift(result.edits)
      let lines = changed?.map(shift.moved)
      let next = try linter.lint(report.source.with(result.bytes), changed: lines, exempt: exempt)
      let vain = Set(result.applied.filter { comesBack(candidates[$0], in: next, shift) })
      if vain.isEmpty { return Round(report: next, changed: lines, fixed: result.applied.count) }
      candidates = candidates.enumerated().filter { !vain.contains($0.offset) }.map(\.element)
    }
  }

  /// Whether the rule finds what its own fix wrote.
  private func comesBack(_ diagnostic: Diagnostic, in report: FileReport, _ shift: EditShift) -> Bool {
    guard let fix = diagnostic.fixes.first(where: { $0.safety >= least }) else { return false }
    let written = fix.edits.filter { !$0.text.isEmpty }.map { shift.moved($0.range) }
    return report.diagnostics.contains { found in
      found.rule == diagnostic.rule && written.contains { $0.overlaps(found.range) }
    }
  }
}
