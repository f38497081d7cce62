import ArgumentParser
import Foundation

/// The maintainers' tool.
@main
struct SuntingDev: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sunting-dev", abstract: "Tools for the maintainers of sunting.",
    subcommands: [NewRule.self, CorpusCommand.self, StageBench.self])
}
