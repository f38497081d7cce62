internal import SuntingCore
internal import SuntingRuleFormat

/// Reports what a `.sunting-ignore.json` holds in vain. Its entries are taken out all at once.
struct SidecarReport {
  private let sidecar: Sidecar
  private let unused: [ListedFinding]
  private let linter: FileLinter

  /// nil when every entry is of use, or the rule that says so is off.
  init?(_ sidecar: Sidecar, linted: Set<String>, linter: FileLinter) {
    let engine = linter.settings.engine
    guard engine.isEnabled(ToolRules.unusedSuppression) else { return nil }
    unused = sidecar.unused(linted: linted, isEnabled: engine.isEnabled)
    guard !unused.isEmpty else { return nil }
    self.sidecar = sidecar
    self.linter = linter
  }

  func outcome(_ mode: FixMode) -> CheckRun.Outcome {
    let source: SourceFile
    do { source = try FileReader.read(sidecar.file) } catch { return .failure(CheckRun.RunErrors(errors: [error])) }
    let shown = SourceFile(path: sidecar.shown, bytes: source.bytes, encoding: source.encoding, origin: source.origin)
    let file = FileChoice.File(path: sidecar.shown, absolute: sidecar.file)
    var report = FileReport(source: shown, diagnostics: diagnostics(shown), words: 0, isInLanguage: true)
    var fixed = 0
    var problem: FileError?
    if case .none = mode {
    } else {
      let mended = shown.with(Array(sidecar.json(without: unused).utf8))
      do {
        if case .write = mode, let origin = shown.origin {
          try AtomicFile.replace(origin, shown: shown.path, with: mended.bytes)
        }
        report = FileReport(source: mended, diagnostics: [], words: 0, isInLanguage: true)
        fixed = unused.count
      } catch { problem = error }
    }
    report.isArticle = false
    return .success(
      LintedFile(
        file: file, linter: linter, report: report, original: shown.bytes, changed: nil, fixed: fixed, problem: problem)
    )
  }

  private func diagnostics(_ source: SourceFile) -> [Diagnostic] {
    let engine = linter.settings.engine
    guard let number = engine.library.tables.rule(ToolRules.unusedSuppression) else { return [] }
    let rule = engine.library.tables.rules[number]
    let whole = TextRange(0..<source.bytes.count)
    let edit = Edit(range: whole, text: sidecar.json(without: unused))
    let lines = LineIndex(source.bytes)
    return unused.map { finding in
      let start = lines.offset(line: finding.line, column: 1, in: source.bytes)
      let text = "\(finding.path): \(finding.rule): \(finding.text)"
      func filled(_ message: String) -> String {
        message.split(separator: "{text}", omittingEmptySubsequences: false).joined(separator: text)
      }
      return Diagnostic(
        rule: rule.id, severity: engine.severities[rule.id] ?? rule.severity, mqm: rule.mqm,
        range: TextRange(start, max(start, lines.lineEnd(max(1, finding.line), in: source.bytes))),
        message: Bilingual(id: filled(rule.message.id), en: filled(rule.message.en)), text: text,
        fixes: [Fix(safety: .safe, edits: [edit])], alternatives: [], related: [], penalty: 0,
        fingerprint: Fingerprint.of(rule: rule.id, words: text, occurrence: 0))
    }
  }
}
