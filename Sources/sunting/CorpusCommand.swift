import ArgumentParser
import SuntingCore
import SuntingCorpus

struct CorpusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus", abstract: "Records in, records out: JSON lines or tab-separated values, any number of them.",
    discussion: """
      EXAMPLES
        sunting corpus annotate crawl.jsonl.zst --output annotated.jsonl.zst
        sunting corpus filter --keep 'penalty<20' crawl.jsonl --output good.jsonl
        sunting corpus stats --field body archive-*.jsonl
      """,
    subcommands: [CorpusAnnotate.self, CorpusFilter.self, CorpusFix.self, CorpusStats.self])
}

struct CorpusAnnotate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Add the field “sunting”: words, penalty, counts, findings.")
  @OptionGroup(title: "Records") var records: RecordOptions
  @OptionGroup(title: "Output") var output: RecordOutputOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions
  @Option(name: .long, help: "How much of each finding: none, compact or full.") var diagnostics: DiagnosticDetail =
    .compact

  func run() async throws {
    var session = try CorpusSession(.annotate, records, output, rules)
    session.options.detail = diagnostics
    try await session.run()
  }
}

struct CorpusFilter: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter", abstract: "Pass the records that are good enough.",
    discussion: """
      EXAMPLES
        sunting corpus filter --keep 'penalty<20' crawl.jsonl --output good.jsonl
        sunting corpus filter --drop 'residue>3 || words<50' --rejected out.jsonl -

      An expression compares penalty (per 1,000 words), words, findings, foreign
      (1: mostly not Indonesian), and numbers of findings by family or rule:
      'penalty<20', '!(calque>=5)'. A record passes when all --keep hold and no
      --drop does.
      """)
  @Option(name: .long, help: ArgumentHelp("Must hold; repeatable.", valueName: "expr")) var keep: [String] = []
  @Option(name: .long, help: ArgumentHelp("Must not hold; repeatable.", valueName: "expr")) var drop: [String] = []
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where the other records go, with filter_reason; - keeps them among the others.", valueName: "file"),
    completion: .file())
  var rejected: String?
  @OptionGroup(title: "Records") var records: RecordOptions
  @OptionGroup(title: "Output") var output: RecordOutputOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions

  func validate() throws {
    if keep.isEmpty, drop.isEmpty { throw ValidationError("name what passes: --keep EXPR, --drop EXPR") }
    if records.format == .dolma { throw ValidationError("--format dolma goes with annotate") }
  }

  func run() async throws {
    var session = try CorpusSession(.filter, records, output, rules)
    try session.setFilter(keep: keep, drop: drop, rejected: rejected)
    try await session.run()
  }
}

struct CorpusFix: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Apply the safe fixes inside the field.")
  @Flag(name: .long, help: "Apply the unsafe fixes too.") var unsafeFixes = false
  @OptionGroup(title: "Records") var records: RecordOptions
  @OptionGroup(title: "Output") var output: RecordOutputOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions

  func validate() throws {
    if records.format == .dolma { throw ValidationError("--format dolma goes with annotate") }
  }

  func run() async throws {
    var session = try CorpusSession(.fix, records, output, rules)
    session.options.least = unsafeFixes ? .unsafe : .safe
    try await session.run()
  }
}

struct CorpusStats: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count findings, and the lines of web furniture that come again and again.")
  @Flag(name: .long, help: "Print JSON.") var json = false
  @Option(name: .long, help: ArgumentHelp("How many repeated lines.", valueName: "n")) var top = 50
  @OptionGroup(title: "Records") var records: RecordOptions
  @OptionGroup(title: "Output") var output: RecordOutputOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions

  func validate() throws {
    if output.resume { throw ValidationError("stats writes no records; there is nothing to resume") }
  }

  func run() async throws {
    try await CorpusSession(.stats, records, output, rules).run(json: json, top: top)
  }
}
