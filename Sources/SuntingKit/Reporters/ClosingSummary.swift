package import SuntingCore

/// The last lines of a run on standard error.
package enum ClosingSummary {
  /// - Parameters:
  ///   - fixCanHelp: whether to point at `--fix`.
  ///   - isComparison: nothing was written.
  package static func line(
    _ summary: RunSummary, _ language: MessageLanguage, fixCanHelp: Bool = true, isComparison: Bool = false
  ) -> String {
    let counts = [Severity.error, .warning, .suggestion].map { summary.countBySeverity[$0, default: 0] }
    let penalty = penaltyPerThousand(summary, language)
    var lines: [String]
    switch language {
    case .id:
      lines = [
        "\(summary.files) artikel, \(summary.words) kata: \(counts[0]) kesalahan, \(counts[1]) peringatan, "
          + "\(counts[2]) saran; penalti artefak \(penalty) per 1.000 kata"
      ]
      if summary.fixed > 0 { lines.append("\(summary.fixed) \(isComparison ? "akan " : "")diperbaiki") }
      if summary.suppressed > 0 { lines.append("\(summary.suppressed) dikecualikan") }
      if summary.baselined > 0 { lines.append("\(summary.baselined) sudah ada dalam baseline") }
      if fixCanHelp, summary.fixable > 0 { lines.append("\(summary.fixable) dapat diperbaiki dengan --fix") }
      if summary.unsafelyFixable > 0 {
        lines.append("\(summary.unsafelyFixable) dapat diperbaiki dengan --fix --unsafe-fixes")
      }
    case .en:
      lines = [
        "\(summary.files) articles, \(summary.words) words: \(counts[0]) errors, \(counts[1]) warnings, "
          + "\(counts[2]) suggestions; artifact penalty \(penalty) per 1,000 words"
      ]
      if summary.fixed > 0 { lines.append("\(summary.fixed) \(isComparison ? "would be " : "")fixed") }
      if summary.suppressed > 0 { lines.append("\(summary.suppressed) suppressed") }
      if summary.baselined > 0 { lines.append("\(summary.baselined) already in the baseline") }
      if fixCanHelp, summary.fixable > 0 { lines.append("\(summary.fixable) can be fixed with --fix") }
      if summary.unsafelyFixable > 0 {
        lines.append("\(summary.unsafelyFixable) can be fixed with --fix --unsafe-fixes")
      }
    }
    return lines[0] + (lines.count > 1 ? "\n" + lines.dropFirst().joined(separator: "; ") : "")
  }

  /// One decimal, as the language writes it.
  package static func penaltyPerThousand(_ summary: RunSummary, _ language: MessageLanguage) -> String {
    let tenths = summary.words == 0 ? 0 : (summary.penalty * 20_000 / summary.words + 1) / 2
    return "\(tenths / 10)\(language == .id ? "," : ".")\(tenths % 10)"
  }

  package static func hidden(_ count: Int, _ language: MessageLanguage) -> String {
    language == .id ? "\(count) temuan lagi tidak ditampilkan" : "\(count) more findings are not shown"
  }

  /// Findings per rule, the most frequent first.
  package static func statistics(_ summary: RunSummary) -> String {
    summary.countByRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { entry in
        let count = String(entry.value)
        return String(repeating: " ", count: max(0, 7 - count.count)) + count + "  " + entry.key
      }.joined(separator: "\n")
  }
}
