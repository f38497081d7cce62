package import SuntingCore

/// Lints one article as its settings say: rules, allowed words, suppressions.
package struct FileLinter: Sendable {
  package let settings: FileSettings
  /// What `.sunting-ignore.json` remembers of this file.
  package let ignored: IgnoredFindings

  package init(settings: FileSettings, ignored: IgnoredFindings = IgnoredFindings()) {
    self.settings = settings
    self.ignored = ignored
  }

  /// - Parameters:
  ///   - changed: where given, findings elsewhere are left out.
  ///   - exempt: fingerprints of findings that the baseline knows.
  package func lint(_ source: SourceFile, changed: [TextRange]? = nil, exempt: Set<String> = []) throws -> FileReport {
    let prose = settings.format.prose(source.bytes, options: settings.formatOptions)
    var report = try settings.engine.lint(source, prose: prose)
    guard report.isInLanguage else { return report }
    var suppressions = CommentSuppressions(prose.comments, engine: settings.engine, bytes: source.bytes)
    let allowed = report.diagnostics.filter { !settings.allowance.allows($0, in: source.bytes) }
    let (kept, suppressed) = suppressions.apply(to: allowed)
    report.diagnostics = kept.filter { !ignored.contains($0) }
    report.suppressed = suppressed + kept.count - report.diagnostics.count
    if !exempt.isEmpty {
      let count = report.diagnostics.count
      report.diagnostics.removeAll { exempt.contains($0.fingerprint) }
      report.baselined = count - report.diagnostics.count
    }
    if let changed { report.diagnostics.removeAll { finding in !changed.contains { Self.touches($0, finding.range) } } }
    return report
  }

  private static func touches(_ lines: TextRange, _ finding: TextRange) -> Bool {
    lines.overlaps(finding) || (finding.isEmpty && lines.start <= finding.start && finding.start <= lines.end)
  }
}
