import ArgumentParser
import SuntingCore
import SuntingKit
import SuntingRuleFormat

struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Remember today's findings, so that only new ones count.",
    discussion: """
      EXAMPLES
        sunting baseline write .sunting-baseline.json berita/
        sunting check --baseline .sunting-baseline.json berita/
        sunting baseline prune .sunting-baseline.json berita/

      A finding is known by its rule, its words and its occurrence in the article:
      moved lines, edited neighbours and renamed files change nothing. The same
      file format, as .sunting-ignore.json beside the articles, holds findings that
      are let stand for good.
      """, subcommands: [Write.self, Prune.self, Report.self])

  struct Write: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write all findings into FILE.")
    @OptionGroup var options: BaselineOptions
    @Option(name: .long, help: ArgumentHelp("Why the findings are let stand.", valueName: "text")) var reason: String?

    func run() async throws {
      let scan = try await BaselineScan(options)
      let findings = scan.findings(reason: reason)
      try scan.write(FindingList(findings))
      Terminal.note(
        scan.setup.language == .id
          ? "\(findings.count) temuan ditulis ke \(options.file)"
          : "\(findings.count) findings written to \(options.file)")
      try scan.finish()
    }
  }

  struct Prune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take out of FILE what is no longer found.")
    @OptionGroup var options: BaselineOptions

    func run() async throws {
      let scan = try await BaselineScan(options)
      let (baseline, _) = try scan.compared()
      let gone = baseline.unclaimed.count
      if gone > 0 { try scan.write(baseline.claimed) }
      Terminal.note(
        scan.setup.language == .id
          ? "\(gone) temuan dicoret dari \(options.file)" : "\(gone) findings taken out of \(options.file)")
      try scan.finish()
    }
  }

  struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Count what is known, new and gone.")
    @OptionGroup var options: BaselineOptions

    func run() async throws {
      let scan = try await BaselineScan(options)
      let (baseline, new) = try scan.compared()
      let gone = baseline.unclaimed
      let known = baseline.list.findings.count - gone.count
      let isIndonesian = scan.setup.language == .id
      Terminal.write(
        isIndonesian
          ? "dikenal \(known)\nbaru    \(new.count)\nhilang  \(gone.count)\n"
          : "known \(known)\nnew   \(new.count)\ngone  \(gone.count)\n")
      for finding in new { Terminal.write("+ \(finding.path): \(finding.rule): \(finding.text)\n") }
      for finding in gone { Terminal.write("- \(finding.path): \(finding.rule): \(finding.text)\n") }
      try scan.finish()
    }
  }
}

/// Which baseline, and what to compare it with.
struct BaselineOptions: ParsableArguments {
  @Argument(help: "The baseline.", completion: .file(extensions: ["json"])) var file: String
  @OptionGroup(title: "Files") var files: FileOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions
}

/// All findings below some paths, to be compared with a baseline.
struct BaselineScan {
  let setup: RunSetup
  private let path: String
  private let folder: String
  private var reports: [(absolute: String, diagnostics: [Diagnostic])] = []
  private var hasErrors: Bool

  init(_ options: BaselineOptions) async throws {
    setup = try RunSetup(files: options.files, rules: options.rules, verdict: nil, fallback: ["."])
    path = AbsolutePath.of(options.file, in: setup.resolver.finder.workingFolder)
    folder = AbsolutePath.parent(path) ?? "/"
    hasErrors = setup.reportProblems()
    var reports: [(absolute: String, diagnostics: [Diagnostic])] = []
    var failures: [FileError] = []
    var run = setup.run()
    run.usesBaselines = false
    await run.run(setup.choice.files) { outcome in
      switch outcome {
      case .success(let linted): reports.append((linted.file.absolute, linted.report.diagnostics))
      case .failure(let failure): failures += failure.errors
      }
    }
    for failure in failures { Terminal.note("\(failure)") }
    self.reports = reports
    hasErrors = hasErrors || !failures.isEmpty
  }

  func findings(reason: String? = nil) -> [ListedFinding] {
    reports.flatMap { report in report.diagnostics.map { listed($0, report.absolute, reason) } }
  }

  private func listed(_ diagnostic: Diagnostic, _ absolute: String, _ reason: String?) -> ListedFinding {
    ListedFinding(
      fingerprint: diagnostic.fingerprint, rule: diagnostic.rule, path: Baseline.path(absolute, in: folder),
      text: String(diagnostic.text.flattened().prefix(80)), reason: reason)
  }

  /// The baseline after all findings claimed theirs, and the findings that it does not know.
  func compared() throws -> (Baseline, [ListedFinding]) {
    do {
      var baseline = try Baseline.read(path, workingFolder: setup.resolver.finder.workingFolder)
      let known = baseline.known(in: reports)
      let new = zip(reports, known).flatMap { report, known in
        report.diagnostics.filter { !known.contains($0.fingerprint) }.map { listed($0, report.absolute, nil) }
      }
      return (baseline, new)
    } catch { throw Failure(message: "\(error)") }
  }

  func write(_ list: FindingList) throws {
    do { try AtomicFile.write(path, Array(list.json().utf8)) } catch { throw Failure(message: "\(error)") }
  }

  func finish() throws { if hasErrors { throw ExitCode(2) } }
}
