package import SuntingCore

/// The last lines of a run on standard error.
package enum ClosingSummary {
  package static func line(_ summary: RunSummary, _ language: MessageLanguage) -> String {
    let counts = [Severity.error, .warning, .suggestion].map { summary.countBySeverity[$0, default: 0] }
    let penalty = summary.words == 0 ? 0 : Double(summary.penalty) * 1000 / Double(summary.words)
    let rounded = String(Int(penalty * 10 + 0.5) / 10) + (language == .id ? "," : ".") + String(Int(penalty * 10 + 0.5) % 10)
    var text: String
    switch language {
    case .id:
      text =
        "\(summary.files) artikel, \(summary.words) kata: \(counts[0]) kesalahan, \(counts[1]) peringatan, "
        + "\(counts[2]) saran; penalti artefak \(rounded) per 1.000 kata"
      if summary.fixable > 0 { text += "\n\(summary.fixable) dapat diperbaiki dengan --fix" }
    case .en:
      text =
        "\(summary.files) articles, \(summary.words) words: \(counts[0]) errors, \(counts[1]) warnings, "
        + "\(counts[2]) suggestions; artifact penalty \(rounded) per 1,000 words"
      if summary.fixable > 0 { text += "\n\(summary.fixable) can be fixed with --fix" }
    }
    return text
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
