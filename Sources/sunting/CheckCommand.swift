import ArgumentParser
import Foundation
import SuntingCore
import SuntingKit

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Lint articles (the default command).",
    discussion: """
      EXAMPLES
        sunting check artikel.txt berita/
        sunting check --format jsonl --fail-on error berita/ > temuan.jsonl
        sunting check --select residue,hyphenation -

      Exit status: 0 nothing found at or above the threshold, 1 findings, 2 the tool could not do its work.
      """)

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String] = []
  @OptionGroup(title: "Rules") var rules: RuleOptions
  @Option(name: .long, help: "Show findings of this severity and above: error, warning or suggestion.")
  var minSeverity: Severity = .suggestion
  @Option(name: .long, help: "Findings of this severity and above fail the run: error, warning, suggestion or never.")
  var failOn: FailureThreshold = .warning
  @Option(name: .long, help: "full, concise, json or jsonl (default: full on a terminal, else concise).")
  var format: OutputFormat?
  @Option(name: .long, help: "auto, always or never; NO_COLOR is honoured.")
  var color: ColorChoice = .auto
  @Option(name: .long, help: "Name that stands for standard input in reports.")
  var stdinFilename: String?
  @Option(name: .long, help: "Threads (default: all cores).")
  var threads: Int?
  @Flag(name: .long, help: "Count findings per rule.") var statistics = false
  @Flag(name: [.long, .short], help: "No notes and no closing summary.") var quiet = false
  @Flag(name: .long, help: "Read no configuration file.") var noConfig = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("name a file or folder, or - for standard input") }
    if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more") }
  }

  func run() async throws {
    let engine = try makeEngine()
    let (inputs, errors) = FileWalk().inputs(paths)
    var summary = RunSummary()
    for error in errors {
      summary.errors.append(error)
      Terminal.note("\(error)")
    }
    if inputs.isEmpty, errors.isEmpty { Terminal.note("sunting: warning: no article found below the given paths") }
    var reporter = outputFormat.reporter(style)
    var hasFailed = false
    let run = CheckRun(
      engine: engine, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, standardInputName: stdinFilename)
    await run.run(inputs) { result in
      switch result {
      case .failure(let error):
        summary.errors.append(error)
        Terminal.note("\(error)")
      case .success(var report):
        if !report.isInLanguage, !quiet {
          Terminal.note("\(report.location): note: mostly not Indonesian; left alone")
        }
        if report.diagnostics.contains(where: { failOn.isReached(by: $0.severity) }) { hasFailed = true }
        report.diagnostics.removeAll { $0.severity < minSeverity }
        summary.add(report)
        var output = ""
        reporter.add(report, to: &output)
        Terminal.write(output)
      }
    }
    var output = ""
    reporter.finish(summary, to: &output)
    Terminal.write(output)
    close(summary, engine)
    if !summary.errors.isEmpty { throw ExitCode(2) }
    if hasFailed { throw ExitCode(1) }
  }

  private func makeEngine() throws -> Engine {
    do { return try Engine(library: try rules.library(), selection: rules.selection) } catch let error as Failure {
      throw error
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  private var outputFormat: OutputFormat { format ?? (Terminal.isOutputTerminal ? .full : .concise) }

  private var style: ReportStyle {
    ReportStyle(language: rules.messageLanguage, isColored: color.isColored, width: Terminal.width)
  }

  private func close(_ summary: RunSummary, _ engine: Engine) {
    if !quiet, !engine.rulesNotRun.isEmpty {
      Terminal.note(
        "sunting: note: not run for want of a dictionary: \(engine.rulesNotRun.joined(separator: ", ")); "
          + "install it with: apt-get install hunspell-id hunspell-en-us")
    }
    if statistics { Terminal.note(ClosingSummary.statistics(summary)) }
    if !quiet { Terminal.note(ClosingSummary.line(summary, rules.messageLanguage)) }
  }
}

enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, suggestion, never

  func isReached(by severity: Severity) -> Bool {
    guard let threshold = Severity(name: rawValue) else { return false }
    return severity >= threshold
  }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  var isColored: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: Terminal.isOutputTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
  }
}

extension OutputFormat: ExpressibleByArgument {}
