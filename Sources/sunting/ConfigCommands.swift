import ArgumentParser
import Foundation
import SuntingCore
import SuntingKit
import SuntingRuleFormat

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented .sunting.yml into this folder.",
    discussion: """
      EXAMPLES
        sunting init
        sunting init --language en
      """)

  @Option(name: .long, help: "Language of the comments.") var language: MessageLanguage?

  func run() throws {
    let name = ProjectFinder.fileName
    if access(name, F_OK) == 0 { throw Failure(message: "\(name) is already there; it was left as it is") }
    let text = ConfigurationTemplate.text(language ?? .fromEnvironment)
    do { try AtomicFile.write(name, Array(text.utf8)) } catch { throw Failure(message: "\(error)") }
    Terminal.note((language ?? .fromEnvironment) == .id ? "\(name) ditulis" : "\(name) written")
  }
}

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show which settings hold.", subcommands: [Show.self])

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what holds for a file, and where each value comes from.",
      discussion: """
        EXAMPLES
          sunting config show
          sunting config show opini/artikel.md
        """)

    @Argument(help: "A file, which need not exist, or a folder.", completion: .file()) var path: String = "."
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions

    func run() throws {
      let finder = configuration.finder
      var absolute = AbsolutePath.of(path, in: finder.workingFolder)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: absolute, isDirectory: &isFolder), isFolder.boolValue {
        absolute += "/artikel.txt"
      }
      var flags = LintFlags()
      flags.selection = rules.layer
      flags.ruleFolders = rules.library.rulesDir
      let resolver = SettingsResolver(flags: flags, finder: finder)
      do {
        let report = try ConfigurationReport(resolver: resolver, path: absolute)
        Terminal.write(report.text(rules.library.messageLanguage))
      } catch { throw Failure(message: "\(error)") }
    }
  }
}

struct FilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files", abstract: "List what would be linted, and why the rest is not.",
    discussion: """
      EXAMPLES
        sunting files berita/
        sunting files --quiet berita/ | wc -l

      Files to lint go to standard output, the others with the reason to standard
      error.
      """)

  @OptionGroup(title: "Files") var files: FileOptions
  @Flag(name: [.long, .short], help: "Only the files to lint.") var quiet = false

  func run() throws {
    let setup = try RunSetup(files: files, rules: try RuleOptions.parse([]), verdict: nil, fallback: ["."])
    let hasProblems = setup.reportProblems()
    for file in setup.choice.files { Terminal.write(PathText.display(file.path ?? "-") + "\n") }
    if !quiet {
      for skipped in setup.choice.skipped { Terminal.note("\(skipped.path): \(skipped.reason)") }
    }
    if hasProblems { throw ExitCode(2) }
  }
}

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print completions for bash, zsh or fish.",
    discussion: """
      EXAMPLES
        sunting completions bash > /usr/share/bash-completion/completions/sunting
        sunting completions zsh > ~/.zfunc/_sunting
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

  @Argument(help: "bash, zsh or fish.") var shell: Shell

  func run() throws {
    let shells: [Shell: CompletionShell] = [.bash: .bash, .zsh: .zsh, .fish: .fish]
    Terminal.write(Sunting.completionScript(for: shells[shell] ?? .bash) + "\n")
  }
}
