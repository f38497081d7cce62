import ArgumentParser
import SuntingCore
import SuntingKit

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a rule finds, why it is wrong and how sure its fix is.",
    discussion: """
      EXAMPLES
        sunting explain repetition/repeated-word
        sunting explain --all --language en
      """)

  @Argument(help: ArgumentHelp("IDs such as calque/politics.", valueName: "rule")) var names: [String] = []
  @Flag(name: .long, help: "Explain every rule.") var all = false
  @OptionGroup var rules: LibraryOptions
  @OptionGroup var configuration: ConfigurationOptions

  func validate() throws {
    if names.isEmpty, !all { throw ValidationError("name a rule, or --all") }
  }

  func run() throws {
    let shelf = try RuleShelf(rules, configuration)
    let library = shelf.library
    for name in all ? library.allIDs : names {
      guard let text = Explanation(library).text(name, language: shelf.language) else {
        throw Failure(message: "\(Selection.UnknownName.inLibrary(name, library))")
      }
      Terminal.write(text + "\n")
    }
  }
}

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List all rules, and which are on in this folder.",
    discussion: """
      EXAMPLES
        sunting rules
        sunting rules --select koran           what the profile turns on
        sunting rules --format markdown > aturan.md
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @Option(name: .long, help: "text, json or markdown.") var format: Format = .text
  @OptionGroup(title: "Which are on") var rules: RuleOptions
  @OptionGroup var configuration: ConfigurationOptions

  func run() throws {
    let shelf = try RuleShelf(rules.library, configuration, rules.layer)
    let list = RuleList(shelf.library, severities: try shelf.severities(), language: shelf.language)
    switch format {
    case .text: Terminal.write(list.text())
    case .json: Terminal.write(list.json())
    case .markdown: Terminal.write(list.markdown())
    }
  }
}

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples inside rule files.",
    discussion: """
      EXAMPLES
        sunting test
        sunting test calque --rules-dir aturan/
      """)

  @Argument(help: ArgumentHelp("Rules or families; all when none is named.", valueName: "rule")) var names: [String] =
    []
  @OptionGroup var rules: LibraryOptions
  @OptionGroup var configuration: ConfigurationOptions

  func run() throws {
    let library = try RuleShelf(rules, configuration).library
    for name in names where !library.tables.rules.contains(where: { $0.id == name || $0.family == name }) {
      throw Failure(message: "\(Selection.UnknownName.inLibrary(name, library))")
    }
    let ids = library.tables.rules.filter { rule in
      !rule.id.isEmpty && (names.isEmpty || names.contains(rule.id) || names.contains(rule.family))
    }.map(\.id)
    let tests: RuleTests
    do { tests = try RuleTests(library: library) } catch { throw Failure(message: "\(error)") }
    var examples = 0
    var failures = 0
    for id in ids {
      let result = try tests.run(id)
      examples += result.examples
      failures += result.failures.count
      for failure in result.failures { Terminal.write("\(failure)\n") }
    }
    for id in tests.rulesNotRun.sorted() where ids.contains(id) {
      Terminal.note("sunting: note: \(id) was not tested: no dictionary is installed")
    }
    Terminal.write("\(ids.count) rules, \(examples) examples, \(failures) failures\n")
    if failures > 0 { throw ExitCode(1) }
  }
}
