import ArgumentParser
import Foundation
import SuntingCore
import SuntingCorpus
import SuntingKit
import SuntingRuleFormat

/// One run of `sunting corpus`: from options to an exit status.
struct CorpusSession {
  var options: CorpusOptions
  private let settings: FileSettings
  private let inputs: [String?]
  private let output: RecordOutputOptions
  private var rejected: String?

  init(_ mode: CorpusMode, _ records: RecordOptions, _ output: RecordOutputOptions, _ rules: RuleOptions) throws {
    self.output = output
    inputs = records.files.isEmpty ? [nil] : records.files.map { $0 == "-" ? nil : $0 }
    if records.files.isEmpty, Terminal.isInputTerminal {
      throw Failure(message: "name a file of records, or - for standard input")
    }
    if output.resume, inputs.contains(nil) {
      throw Failure(message: "--resume needs files; standard input cannot be read again")
    }
    var flags = LintFlags()
    flags.selection = rules.layer
    flags.ruleFolders = rules.library.rulesDir
    flags.format = .text
    let finder = records.configuration.finder
    let input: Configuration.Input?
    do {
      input = try Self.input(records, finder)
      settings = try SettingsResolver(flags: flags, finder: finder).settings(for: finder.workingFolder + "/records")
    } catch {
      throw Failure(message: "\(error)")
    }
    options = CorpusOptions(
      mode: mode, format: records.format ?? .of(path: records.files.first ?? ""),
      rules: RuleDigest.text(settings.engine))
    options.field = records.field ?? input?.fields.first?.value ?? options.field
    options.idField = records.idField ?? input?.id?.value ?? options.idField
    options.language = rules.library.messageLanguage
    options.longestText = output.longest
    if mode != .stats { options.compression = Compression(path: output.output ?? "") }
    try checkOutput(output.output)
  }

  /// What the configuration says of the first file's fields holds for all.
  private static func input(
    _ records: RecordOptions, _ finder: ProjectFinder
  ) throws(RuleFileErrors) -> Configuration.Input? {
    guard let first = records.files.first, first != "-" else { return nil }
    let path = AbsolutePath.of(first, in: finder.workingFolder)
    let project = try finder.project(for: AbsolutePath.parent(path) ?? "/")
    guard let configuration = project.configuration, let input = project.input(for: path) else { return nil }
    if records.field == nil, input.fields.count > 1 {
      throw RuleFileErrors([
        configuration.error("`sunting corpus` reads one field; name it with --field", at: input.fields[1])
      ])
    }
    return input
  }

  mutating func setFilter(keep: [String], drop: [String], rejected: String?) throws {
    let rules = settings.engine.library.tables.rules
    let names = Set(rules.map(\.id) + rules.map(\.family))
    do {
      let clauses =
        try keep.map { try RecordFilter.Clause($0, keeps: true, names: names) }
        + drop.map { try RecordFilter.Clause($0, keeps: false, names: names) }
      options.filter = RecordFilter(clauses)
    } catch {
      throw Failure(message: "\(error)")
    }
    options.keepsRejected = rejected != nil
    if rejected == "-" {
      guard output.output == nil, options.format == .jsonl else {
        throw Failure(message: "--rejected - is for JSON lines on standard output")
      }
      options.mixesRejected = true
      return
    }
    try checkOutput(rejected)
    if let rejected, FileName(rejected) == output.output.map({ FileName($0) }) {
      throw Failure(message: "\(rejected) is --output and --rejected")
    }
    self.rejected = rejected
    options.rejectedCompression = Compression(path: rejected ?? "")
  }

  /// A file that is read must not be written over.
  private func checkOutput(_ path: String?) throws {
    guard let path, inputs.contains(where: { $0.map { FileName($0) } == FileName(path) }) else { return }
    throw Failure(message: "\(path) is both input and output")
  }

  func run(json: Bool = false, top: Int = 50) async throws {
    let isReport = options.mode == .stats
    var run = CorpusRun(
      options: options, linter: FileLinter(settings: settings), threads: output.threads ?? OutputOptions.cores,
      inputs: inputs)
    if !isReport { run.output = output.output }
    run.rejected = rejected
    run.resumes = output.resume
    var meter = CorpusProgress(isQuiet: output.quiet)
    if run.output != nil, !inputs.contains(nil) {
      Signals.sayWhenInterrupted(
        (Terminal.isErrorTerminal ? "\n" : "")
          + "sunting: interrupted; the same command with --resume goes on where it stopped")
    }
    defer { Signals.sayWhenInterrupted(nil) }
    let outcome: CorpusRun.Outcome
    do {
      outcome = try await run.run { meter.show($0) }
    } catch {
      meter.clear()
      throw Failure(message: "\(error)")
    }
    meter.clear()
    if isReport { try write(outcome, json: json, top: top) }
    for error in outcome.errors { Terminal.note("\(error)") }
    let missing = settings.engine.rulesNotRun
    if !output.quiet, !missing.isEmpty {
      Terminal.note("sunting: note: not run for want of a dictionary: \(missing.joined(separator: ", "))")
    }
    if !output.quiet, !outcome.isCutShort { Terminal.note(meter.summary(outcome.counts, options.mode)) }
    if !outcome.errors.isEmpty || (output.strict && outcome.counts.errors > 0) { throw ExitCode(2) }
  }

  private func write(_ outcome: CorpusRun.Outcome, json: Bool, top: Int) throws {
    var report = CorpusReport(counts: outcome.counts, furniture: outcome.furniture)
    report.shown = top
    let text = json ? report.json() : report.text()
    guard let path = output.output else { return Terminal.write(text) }
    try AtomicFile.write(path, Array(text.utf8))
  }
}

/// A file, whatever it is called: by its place on the disk, or by its path while it does not exist.
private struct FileName: Equatable {
  private let identity: [UInt64]
  private let path: String

  init(_ path: String) {
    var status = stat()
    let exists = stat(PathText.c(path), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    identity = exists ? [UInt64(status.st_dev), UInt64(status.st_ino)] : []
    self.path = exists ? "" : AbsolutePath.of(path)
  }
}
