import ArgumentParser
import SuntingKit

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Lint articles (the default command).",
    discussion: """
      EXAMPLES
        sunting check artikel.txt berita/     a file, and all articles in a folder
        sunting check --diff berita/          what the safe fixes would change
        sunting check --changed origin/main --format full --format sarif=cek.sarif
                                              in CI: what a branch changed, and a
                                              report for the code host

      Exit status: 0 nothing found at or above --fail-on, 1 findings,
      2 the tool could not do its work.
      """)

  @OptionGroup(title: "Files") var files: FileOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Verdict") var verdict: VerdictOptions
  @OptionGroup(title: "Fix") var fixes: FixOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if fixes.unsafeFixes, !fixes.fix, !fixes.diff, !fixes.interactive {
      throw ValidationError("--unsafe-fixes needs --fix, --diff or --interactive")
    }
  }

  func run() async throws {
    let setup = try RunSetup(files: files, rules: rules, verdict: verdict)
    try await LintSession(setup: setup, verdict: verdict, fixes: fixes, output: output, writesFixes: fixes.fix).run()
  }
}

struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Repair articles: the same as check --fix.",
    discussion: """
      EXAMPLES
        sunting fix berita/                         apply the safe fixes
        sunting fix --diff --unsafe-fixes berita/   see what all would change
        sunting fix - < artikel.txt > rapi.txt      from standard input

      Files are replaced whole or not at all. Exit status as for check, on what
      remains.
      """)

  @OptionGroup(title: "Files") var files: FileOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Verdict") var verdict: VerdictOptions
  @OptionGroup(title: "Fix") var fixes: FixOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() async throws {
    let setup = try RunSetup(files: files, rules: rules, verdict: verdict)
    try await LintSession(setup: setup, verdict: verdict, fixes: fixes, output: output, writesFixes: true).run()
  }
}
