import ArgumentParser
import SuntingCore
import SuntingKit

/// One run of `check` or `fix`: from files to reports and an exit status.
struct LintSession {
  private let setup: RunSetup
  private let fixes: FixOptions
  private let output: OutputOptions
  private let writesFixes: Bool
  private var verdict: Verdict
  private var summary = RunSummary()
  private var reports: Reports
  private var progress: Progress
  /// Errors that were printed.
  private var told: Set<String> = []

  init(setup: RunSetup, verdict: VerdictOptions, fixes: FixOptions, output: OutputOptions, writesFixes: Bool) throws {
    self.setup = setup
    self.fixes = fixes
    self.output = output
    self.writesFixes = writesFixes
    self.verdict = Verdict(maxWarnings: verdict.maxWarnings)
    let fixesStandardInput = writesFixes && !fixes.diff && setup.choice.files.contains { $0.path == nil }
    reports = Reports(
      output, language: setup.language, isSilent: fixes.diff || fixes.interactive,
      descriptor: fixesStandardInput ? Terminal.errorDescriptor : Terminal.outputDescriptor)
    progress = Progress(total: setup.choice.files.count, isQuiet: output.quiet || fixes.interactive)
    if fixes.interactive, !Terminal.isInputTerminal || !Terminal.isErrorTerminal {
      throw Failure(message: "--interactive needs a terminal")
    }
  }

  consuming func run() async throws {
    var session = self
    session.reportChoice()
    await session.setup.run(threads: session.output.threads, fixMode: session.fixMode).run(
      session.setup.choice.files, fileDone: { session.progress.advance() }
    ) { session.take($0) }
    session.progress.clear()
    session.reports.finish(session.summary)
    session.close()
    if let code = session.verdict.exitCode(hasErrors: !session.summary.errors.isEmpty || session.reports.hasFailed) {
      throw ExitCode(code)
    }
  }

  private var fixMode: FixMode {
    if fixes.diff { return .compare(fixes.least) }
    return writesFixes && !fixes.interactive ? .write(fixes.least) : .none
  }

  private mutating func reportChoice() {
    let choice = setup.choice
    for error in choice.configurationErrors.map(\.asFileError) + choice.errors { fail(error) }
    if choice.files.isEmpty, choice.errors.isEmpty, choice.configurationErrors.isEmpty, setup.changed == nil {
      Terminal.note("sunting: warning: no article found below the given paths")
    }
    // what is excluded comes out as it went in
    if writesFixes, choice.skipped.contains(where: { $0.path == "-" }), let bytes = try? FileReader.standardInputBytes()
    {
      Terminal.write(bytes)
    }
  }

  private mutating func fail(_ error: FileError) {
    guard told.insert("\(error)").inserted else { return }
    summary.errors.append(error)
    progress.clear()
    Terminal.note("\(error)")
  }

  private mutating func take(_ outcome: CheckRun.Outcome) {
    switch outcome {
    case .failure(let failure): for error in failure.errors { fail(error) }
    case .success(var linted):
      if fixes.interactive, linted.report.record == nil { ask(&linted) }
      if let problem = linted.problem { fail(problem) }
      report(linted)
    }
  }

  private mutating func ask(_ linted: inout LintedFile) {
    var interview = Interview(
      linted, language: setup.language, isColored: output.color.isColored(Terminal.isErrorTerminal))
    guard verdict.asks else { return }
    verdict.asks = interview.run(&linted)
  }

  private mutating func report(_ linted: LintedFile) {
    var report = linted.report
    if !report.isInLanguage, !output.quiet {
      progress.clear()
      Terminal.note("\(report.location): note: mostly not Indonesian; left alone")
    }
    if fixes.diff {
      if linted.isChanged { progress.clear() }
      verdict.addDiff(linted)
    } else {
      verdict.add(report, failOn: linted.failOn)
      writeStandardInput(linted)
    }
    summary.fixed += linted.fixed
    report.diagnostics.removeAll { $0.severity < output.minSeverity ?? .suggestion }
    summary.add(report)
    if !report.diagnostics.isEmpty { progress.clear() }
    reports.add(report)
  }

  private func writeStandardInput(_ linted: LintedFile) {
    guard writesFixes, linted.file.path == nil else { return }
    Terminal.write(linted.report.source.encoded(linted.report.source.bytes))
  }

  private func close() {
    guard !output.quiet else {
      if output.statistics { Terminal.note(ClosingSummary.statistics(summary)) }
      return
    }
    let missing = Set(setup.resolver.engines.flatMap(\.rulesNotRun)).sorted()
    if !missing.isEmpty {
      Terminal.note(
        "sunting: note: not run for want of a dictionary: \(missing.joined(separator: ", ")); "
          + "install it with: apt-get install hunspell-id hunspell-en-us")
    }
    if output.statistics { Terminal.note(ClosingSummary.statistics(summary)) }
    if reports.hidden > 0 { Terminal.note(ClosingSummary.hidden(reports.hidden, setup.language)) }
    Terminal.note(
      ClosingSummary.line(summary, setup.language, fixCanHelp: !writesFixes && !fixes.diff, isComparison: fixes.diff))
  }
}
