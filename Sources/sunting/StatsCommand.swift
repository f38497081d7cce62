import ArgumentParser
import SuntingCore
import SuntingKit

struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count findings and penalty per rule, family and file.",
    discussion: """
      EXAMPLES
        sunting stats berita/
        sunting stats --format json berita/ > angka.json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(name: .long, help: "text or json.") var format: Format = .text
  @Option(name: .long, help: ArgumentHelp("Threads (default: all cores).", valueName: "n")) var threads: Int?
  @OptionGroup(title: "Files") var files: FileOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions

  func run() async throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more") }
    let setup = try RunSetup(files: files, rules: rules, verdict: nil, fallback: ["."])
    var statistics = Statistics()
    var hasErrors = setup.reportProblems()
    await setup.run(threads: threads).run(setup.choice.files) { outcome in
      switch outcome {
      case .success(let linted): statistics.add(linted.report)
      case .failure(let failure):
        hasErrors = true
        for error in failure.errors { Terminal.note("\(error)") }
      }
    }
    Terminal.write(format == .json ? statistics.json() : statistics.text(setup.language))
    if hasErrors { throw ExitCode(2) }
  }
}

extension RunSetup {
  /// Prints what is wrong with paths and configurations; true when anything is.
  func reportProblems() -> Bool {
    for error in choice.configurationErrors.map(\.asFileError) + choice.errors { Terminal.note("\(error)") }
    return !choice.configurationErrors.isEmpty || !choice.errors.isEmpty
  }
}
