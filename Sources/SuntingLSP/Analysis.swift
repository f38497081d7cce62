import SuntingCore
import SuntingKit

/// What linting one state of a document gave.
struct Analysis: Sendable {
  let document: OpenDocument
  let linter: FileLinter
  let language: MessageLanguage
  let exempt: Set<String>
  let diagnostics: [Diagnostic]
  let report: FileReport

  init(_ document: OpenDocument, in workspace: Workspace, language: MessageLanguage?) throws {
    let path = document.path
    let (linter, configured) = try workspace.linter(for: path)
    let report = try linter.lint(SourceFile(path: PathText.display(path), bytes: document.text.bytes))
    exempt = try workspace.known(report, linter, path: path)
    self.document = document
    self.linter = linter
    self.language = language ?? configured ?? .id
    self.report = report
    diagnostics =
      exempt.isEmpty ? report.diagnostics : report.diagnostics.filter { [exempt] in !exempt.contains($0.fingerprint) }
  }

  /// Findings that touch the bytes.
  func diagnostics(touching range: Range<Int>) -> [Diagnostic] {
    diagnostics.filter {
      $0.range.bounds.lowerBound <= range.upperBound && range.lowerBound <= $0.range.bounds.upperBound
    }
  }

  /// The text after all safe fixes, nil when there is nothing to mend.
  func fixed() throws -> [UInt8]? {
    var report = report
    report.diagnostics = diagnostics
    let outcome = try FixRounds(linter: linter, least: .safe, exempt: exempt).run(report)
    return outcome.report.source.bytes == document.text.bytes ? nil : outcome.report.source.bytes
  }

  /// Names the result: two texts with the same findings under the same rules have one.
  var resultID: String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ text: String) { for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    for diagnostic in diagnostics {
      add("\(diagnostic.fingerprint) \(diagnostic.range.start) \(diagnostic.range.end) \(diagnostic.severity.name)")
      add(diagnostic.message[language])
    }
    add("\(document.text.bytes.count)")
    return String(state, radix: 16)
  }
}
