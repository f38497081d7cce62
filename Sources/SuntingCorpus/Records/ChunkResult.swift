internal import SuntingCore
internal import SuntingKit

/// What one chunk gave, to be written in its turn.
struct ChunkResult: Sendable {
  var output: [UInt8] = []
  var rejected: [UInt8] = []
  var counts = CorpusCounts()
  /// Lines that rules on furniture matched, for the table of repeated lines.
  var furniture: [FurnitureLine] = []
  let next: InputPosition
  let taken: UInt64
  let path: String
  /// Compressing failed: memory.
  var hasFailed = false
}

/// Counts of a whole run.
package struct CorpusCounts: Sendable, Codable, Equatable {
  package var records = 0
  package var errors = 0
  package var words = 0
  package var findings = 0
  package var penalty = 0
  package var rejected = 0
  package var changed = 0
  package var fixed = 0
  package var foreign = 0
  package var bytes = 0
  package var rules: [String: Int] = [:]
  package var families: [String: Int] = [:]

  package init() {}

  mutating func add(_ report: FileReport, _ measures: RecordMeasures) {
    words += report.words
    findings += measures.findings
    penalty += report.penalty
    if !report.isInLanguage { foreign += 1 }
    for (rule, count) in measures.rules { rules[rule, default: 0] += count }
    for family in measures.families { families[family.name, default: 0] += family.count }
  }

  mutating func add(_ other: CorpusCounts) {
    records += other.records
    errors += other.errors
    words += other.words
    findings += other.findings
    penalty += other.penalty
    rejected += other.rejected
    changed += other.changed
    fixed += other.fixed
    foreign += other.foreign
    bytes += other.bytes
    rules.merge(other.rules) { $0 + $1 }
    families.merge(other.families) { $0 + $1 }
  }
}
