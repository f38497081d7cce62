import ArgumentParser
import Foundation
import SuntingCore
import SuntingKit
import SuntingRuleFormat

/// Which rules.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Run only these rules, families or profiles (default, strict, koran, all).", valueName: "rule"))
  var select: [String] = []
  @Option(name: .long, help: ArgumentHelp("Run these rules too.", valueName: "rule"))
  var extendSelect: [String] = []
  @Option(name: .long, help: ArgumentHelp("Do not run these rules or families.", valueName: "rule"))
  var ignore: [String] = []
  @OptionGroup var library: LibraryOptions

  var layer: Selection.Layer {
    Selection.Layer(select: Self.split(select), extendSelect: Self.split(extendSelect), ignore: Self.split(ignore))
  }

  /// `a,b` and `a b` both name two rules.
  private static func split(_ names: [String]) -> [String] {
    names.flatMap { $0.split(separator: ",").map(String.init) }
  }
}

/// Which files.
struct FileOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "path"), completion: .file())
  var paths: [String] = []
  @Option(
    name: .long,
    help:
      "Read files as this format (default: by their ending)."
  )
  var input: InputFormat?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "For records: the field or column that holds a text; repeatable (default: text).", valueName: "name"))
  var field: [String] = []
  @Option(
    name: .long,
    help: ArgumentHelp("For records: the field or column that names the record (default: id).", valueName: "name"))
  var idField: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read names of files from a file, one per line or NUL-separated; - is standard input.", valueName: "file"),
    completion: .file())
  var filesFrom: String?
  @Option(
    name: .long,
    help: ArgumentHelp("Name that stands for standard input in reports and configuration.", valueName: "name"))
  var stdinFilename: String?
  @Option(name: .long, help: ArgumentHelp("Leave out files and folders that match; repeatable.", valueName: "glob"))
  var exclude: [String] = []
  @Flag(name: .long, help: "Leave out excluded files even where they are named.") var forceExclude = false
  @Option(
    name: .long, defaultAsFlag: "HEAD", parsing: .next,
    help: ArgumentHelp("Only files that git says changed since a revision.", valueName: "rev"))
  var changed: String?
  @Flag(name: .long, help: "With --changed: only lines that changed.") var changedLines = false
  @OptionGroup var configuration: ConfigurationOptions

  func validate() throws {
    if changedLines, changed == nil { throw ValidationError("--changed-lines needs --changed") }
    if filesFrom == "-", paths.contains("-") {
      throw ValidationError("standard input cannot be both a list and an article")
    }
  }
}

/// What fails a run.
struct VerdictOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Findings of this severity and above fail the run (default: warning).", valueName: "severity"))
  var failOn: FailureThreshold?
  @Option(name: .long, help: ArgumentHelp("Tolerate up to so many warnings.", valueName: "n")) var maxWarnings: Int?
  @Option(
    name: .long,
    help: ArgumentHelp("Do not count findings that stand in this file; see `sunting baseline`.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  func validate() throws {
    if let maxWarnings, maxWarnings < 0 { throw ValidationError("--max-warnings must be 0 or more") }
  }
}

/// What is mended.
struct FixOptions: ParsableArguments {
  @Flag(name: .long, help: "Apply the safe fixes.") var fix = false
  @Flag(name: .long, help: "With --fix, --diff or --interactive: apply the unsafe fixes too.") var unsafeFixes = false
  @Flag(name: .long, help: "Write nothing; print what would change as a unified diff. Exit status 1 if anything would.")
  var diff = false
  @Flag(name: .long, help: "Ask about every finding.") var interactive = false

  func validate() throws {
    if diff, interactive { throw ValidationError("--diff and --interactive contradict each other") }
  }

  /// The least trustworthy fix that is applied.
  var least: FixSafety { unsafeFixes ? .unsafe : .safe }
}

/// What is shown, where and how.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "How findings are written (default: full on a terminal, else concise); with =FILE into a file; repeatable.",
      valueName: "format[=file]"))
  var format: [FormatRequest] = []
  @Option(name: .long, help: ArgumentHelp("Colours; NO_COLOR is honoured.", valueName: "when")) var color: ColorChoice =
    .auto
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Show findings of this severity and above (default: suggestion); all count.", valueName: "severity"))
  var minSeverity: Severity?
  @Option(name: .long, help: ArgumentHelp("Show at most so many findings; all count.", valueName: "n"))
  var maxDiagnostics: Int?
  @Flag(name: .long, help: "Count findings per rule.") var statistics = false
  @Flag(name: [.long, .short], help: "No notes, no progress and no closing summary.") var quiet = false
  @Option(name: .long, help: ArgumentHelp("Threads (default: all cores).", valueName: "n")) var threads: Int?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more") }
    if let maxDiagnostics, maxDiagnostics < 0 { throw ValidationError("--max-diagnostics must be 0 or more") }
    if format.filter({ $0.file == nil }).count > 1 {
      throw ValidationError("only one --format can go to standard output; write the others as FORMAT=FILE")
    }
  }

  static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }
}

/// `FORMAT` or `FORMAT=FILE`.
struct FormatRequest: ExpressibleByArgument {
  let format: OutputFormat
  let file: String?

  init(format: OutputFormat, file: String?) {
    self.format = format
    self.file = file
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = OutputFormat(rawValue: String(parts[0])), parts.count == 1 || !parts[1].isEmpty else {
      return nil
    }
    self.init(format: format, file: parts.count > 1 ? String(parts[1]) : nil)
  }

  static var allValueStrings: [String] { OutputFormat.allCases.map(\.rawValue) }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  func isColored(_ isTerminal: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
  }
}

extension InputFormat: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension FailureThreshold: ExpressibleByArgument {}

extension MessageLanguage: ExpressibleByArgument {
  static var fromEnvironment: MessageLanguage {
    let environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      return value.hasPrefix("en") ? .en : .id
    }
    return .id
  }
}

extension Severity: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
  public static var allValueStrings: [String] { ["error", "warning", "suggestion"] }
}
