import ArgumentParser
import Foundation
import SuntingKit

@main
struct Sunting: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sunting",
    abstract: "Finds, explains and repairs what machine translation leaves behind in Indonesian news.",
    discussion: """
      EXAMPLES
        sunting artikel.txt                    lint one article
        sunting check berita/                  lint all articles below a folder
        curl -s URL | sunting check -          lint standard input
        sunting explain repetition/repeated-word
      """,
    version: versionText(),
    subcommands: [
      CheckCommand.self, FixCommand.self, ExplainCommand.self, RulesCommand.self, TestCommand.self, StatsCommand.self,
      CorpusCommand.self, BaselineCommand.self, InitCommand.self, ConfigCommand.self, FilesCommand.self,
      LSPCommand.self,
      CompletionsCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: CheckCommand.self)

  /// Usage errors exit with 2, as everything that keeps the tool from doing its work.
  static func main() async {
    Signals.prepare()
    do {
      var command = try parseAsRoot(try Arguments.all())
      if var asyncCommand = command as? any AsyncParsableCommand {
        try await asyncCommand.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch let failure as Failure {
      Terminal.error(failure.message)
      Foundation.exit(2)
    } catch {
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code.isSuccess {
        Terminal.write(text.isEmpty ? "" : text + "\n")
      } else {
        Terminal.error(text)
      }
      Foundation.exit(code.isSuccess ? 0 : 2)
    }
  }
}

/// A failure of the whole run, told in one message.
struct Failure: Error {
  let message: String
}
