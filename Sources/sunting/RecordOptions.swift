import ArgumentParser
import SuntingCorpus

/// Which records, and where their text is.
struct RecordOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, .gz and .zst too; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []
  @Option(name: .long, help: "jsonl, tsv, or dolma: attribute lines for JSON lines (default: by the file name).")
  var format: RecordFormat?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The field, or column by name or number, that holds the text (default: text).", valueName: "name"))
  var field: String?
  @Option(
    name: .long, help: ArgumentHelp("The field or column that names the record (default: id).", valueName: "name"))
  var idField: String?
  @OptionGroup var configuration: ConfigurationOptions
}

/// Where results go, and how the run is carried out.
struct RecordOutputOptions: ParsableArguments {
  @Option(
    name: [.long, .short],
    help: ArgumentHelp("Write here (.gz and .zst compress); default: standard output.", valueName: "file"),
    completion: .file())
  var output: String?
  @Flag(name: .long, help: "Continue a run that was interrupted.") var resume = false
  @Flag(name: .long, help: "Exit with 2 when a record could not be read.") var strict = false
  @Option(name: .long, help: ArgumentHelp("Pass on longer texts unread.", valueName: "bytes")) var longest = 64 << 20
  @Option(name: .long, help: ArgumentHelp("Threads (default: all cores).", valueName: "n")) var threads: Int?
  @Flag(name: [.long, .short], help: "No progress and no closing summary.") var quiet = false

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more") }
    if longest < 1 { throw ValidationError("--longest must be 1 or more") }
    if resume, output == nil { throw ValidationError("--resume needs --output FILE") }
  }
}

extension RecordFormat: ExpressibleByArgument {}
extension DiagnosticDetail: ExpressibleByArgument {}
