internal import SuntingCore
package import SuntingKit

/// What is known of one linted record: what filters compare and annotations show.
package struct RecordMeasures: Sendable {
  package let words: Int
  package let findings: Int
  /// Penalty per 1,000 words, in hundredths: integers are the same everywhere.
  package let penalty: Int
  package let families: [(name: String, count: Int)]
  package let rules: [String: Int]
  package let isInLanguage: Bool

  package init(_ report: FileReport) {
    words = report.words
    findings = report.diagnostics.count
    isInLanguage = report.isInLanguage
    let divisor = max(1, report.words)
    penalty = (report.penalty * 100_000 + divisor / 2) / divisor
    var families: [String: Int] = [:]
    var rules: [String: Int] = [:]
    for diagnostic in report.diagnostics {
      families[diagnostic.family, default: 0] += 1
      rules[diagnostic.rule, default: 0] += 1
    }
    self.families = families.sorted { $0.key < $1.key }.map { (name: $0.key, count: $0.value) }
    self.rules = rules
  }

  /// The value a filter names, in hundredths.
  func value(_ name: String) -> Int {
    switch name {
    case "penalty": penalty
    case "words": words * 100
    case "findings": findings * 100
    case "foreign": isInLanguage ? 0 : 100
    default: (families.first { $0.name == name }?.count ?? rules[name] ?? 0) * 100
    }
  }
}
