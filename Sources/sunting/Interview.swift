import Foundation
import SuntingCore
import SuntingKit

/// Asks about the findings of one article, one after another.
struct Interview {
  private enum Answer { case mend, leave, mendRule, stop, edit, help }

  private let diagnostics: [Diagnostic]
  private let language: MessageLanguage
  private let reporter: FullReporter
  private var rulesToMend: Set<String> = []

  init(_ linted: LintedFile, language: MessageLanguage, isColored: Bool) {
    diagnostics = linted.report.diagnostics
    self.language = language
    reporter = FullReporter(
      style: ReportStyle(language: language, isColored: isColored, width: Terminal.errorWidth))
  }

  /// Asks, mends what was agreed to, writes the file.
  ///
  /// - Returns: false when the user wants to stop.
  mutating func run(_ linted: inout LintedFile) -> Bool {
    var chosen: [Diagnostic] = []
    var goesOn = true
    for (number, diagnostic) in diagnostics.enumerated()
    where !diagnostic.fixes.isEmpty || !diagnostic.alternatives.isEmpty {
      if rulesToMend.contains(diagnostic.rule), let fix = diagnostic.fixes.first {
        chosen.append(Self.agreed(diagnostic, fix))
        continue
      }
      guard let fix = ask(diagnostic, number, linted.report, &goesOn) else {
        if goesOn { continue } else { break }
      }
      chosen.append(Self.agreed(diagnostic, fix))
    }
    linted.apply(chosen)
    return goesOn
  }

  /// The fix that was agreed to; nil for none.
  private mutating func ask(_ diagnostic: Diagnostic, _ number: Int, _ report: FileReport, _ goesOn: inout Bool) -> Fix?
  {
    show(diagnostic, report)
    while true {
      Terminal.write("(\(number + 1)/\(diagnostics.count)) \(question) [y,n,a,q,e,?] ", to: STDERR_FILENO)
      guard let line = readLine() else {
        goesOn = false
        return nil
      }
      switch Self.answer(line) {
      case .mend: if let fix = diagnostic.fixes.first { return fix } else { Terminal.note(noFix) }
      case .leave: return nil
      case .mendRule:
        guard let fix = diagnostic.fixes.first else {
          Terminal.note(noFix)
          continue
        }
        rulesToMend.insert(diagnostic.rule)
        return fix
      case .stop:
        goesOn = false
        return nil
      case .edit: if let fix = edit(diagnostic) { return fix }
      case .help, nil: Terminal.note(help)
      }
    }
  }

  private func show(_ diagnostic: Diagnostic, _ report: FileReport) {
    var single = report
    single.diagnostics = [diagnostic]
    var text = ""
    var reporter = reporter
    reporter.add(single, to: &text)
    Terminal.write("\n" + text, to: STDERR_FILENO)
  }

  /// The user's own wording.
  private func edit(_ diagnostic: Diagnostic) -> Fix? {
    Terminal.write(
      language == .id
        ? "Tulis pengganti “\(diagnostic.text.flattened())”: " : "Replace “\(diagnostic.text.flattened())” by: ",
      to: STDERR_FILENO)
    guard let text = readLine(), !text.isEmpty else { return nil }
    return Fix(safety: .safe, edits: [Edit(range: diagnostic.range, text: text)])
  }

  private static func answer(_ line: String) -> Answer? {
    switch line.lowercased() {
    case "y": .mend
    case "n", "": .leave
    case "a": .mendRule
    case "q": .stop
    case "e": .edit
    case "?": .help
    default: nil
    }
  }

  private static func agreed(_ diagnostic: Diagnostic, _ fix: Fix) -> Diagnostic {
    Diagnostic(
      rule: diagnostic.rule, severity: diagnostic.severity, mqm: diagnostic.mqm, range: diagnostic.range,
      message: diagnostic.message, text: diagnostic.text, fixes: [Fix(safety: .safe, edits: fix.edits)],
      alternatives: diagnostic.alternatives, related: diagnostic.related, penalty: diagnostic.penalty,
      fingerprint: diagnostic.fingerprint)
  }

  private var question: String { language == .id ? "Perbaiki?" : "Fix?" }
  private var noFix: String {
    language == .id
      ? "Tidak ada perbaikan otomatis; tulis sendiri dengan e." : "There is no automatic fix; write your own with e."
  }
  private var help: String {
    language == .id
      ? """
      y  perbaiki temuan ini
      n  biarkan (juga Enter)
      a  perbaiki ini dan semua temuan berikutnya dari aturan ini dalam berkas ini
      e  tulis pengganti sendiri
      q  berhenti; yang sudah disetujui tetap ditulis
      """
      : """
      y  fix this finding
      n  leave it (also Enter)
      a  fix this and all further findings of this rule in this file
      e  write your own wording
      q  stop; what was agreed to is still written
      """
  }
}
