package import SuntingCore

/// One file of a run: what was found, and what became of it.
package struct LintedFile: Sendable {
  package let file: FileChoice.File
  package let linter: FileLinter
  /// What stands in the file after fixing.
  package var report: FileReport
  /// The text as it was read.
  package let original: [UInt8]
  /// The stretches that git says changed; nil for all of it.
  package let changed: [TextRange]?
  /// Fingerprints that the baseline knows.
  package var exempt: Set<String> = []
  /// How many findings were mended.
  package var fixed = 0
  /// Why the mended text could not be written.
  package var problem: FileError?

  package var isChanged: Bool { report.source.bytes != original }
  package var failOn: FailureThreshold { linter.settings.failOn }

  /// Mends the text; nothing is written.
  package mutating func mend(_ least: FixSafety) throws {
    let outcome = try FixRounds(linter: linter, least: least, exempt: exempt).run(report, changed: changed)
    let counts = (report.suppressed, report.baselined)
    report = outcome.report
    if !outcome.isChanged { (report.suppressed, report.baselined) = counts }
    fixed += outcome.fixed
  }

  /// Puts the mended text into the file; when that fails the report is again that of the file as it is.
  package mutating func write() throws {
    guard isChanged, let origin = report.source.origin else { return }
    do {
      try AtomicFile.replace(origin, shown: report.path, with: report.source.encoded(report.source.bytes))
    } catch {
      problem = error
      fixed = 0
      report = try linter.lint(report.source.with(original), changed: changed, exempt: exempt)
    }
  }

  /// What `patch -p0` would change.
  package var diff: [UInt8] {
    guard let path = file.path else {
      return UnifiedDiff.text(path: report.path, old: original, new: report.source.bytes)
    }
    return UnifiedDiff.text(path: path, old: original, new: report.source.bytes)
  }
}

/// What is done about findings that can be mended.
package enum FixMode: Sendable {
  case none
  /// Mended texts go into the files.
  case write(FixSafety)
  /// Mended texts are only compared.
  case compare(FixSafety)
}

extension LintedFile {
  /// Applies just these fixes and writes the file.
  package mutating func apply(_ agreed: [Diagnostic]) {
    guard !agreed.isEmpty else { return }
    do {
      let result = FixApplier.apply(agreed, to: report.source.bytes, least: .safe)
      let lines = changed?.map(EditShift(result.edits).moved)
      report = try linter.lint(report.source.with(result.bytes), changed: lines, exempt: exempt)
      fixed += result.applied.count
      try write()
    } catch {
      problem = FileError(path: report.path, reason: "not fixed: \(error)")
    }
  }
}
