import ArgumentParser
import Foundation
import SuntingLSP

struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Language server on standard input and output, for editors.",
    discussion: """
      EXAMPLES
        sunting lsp    started by the editor; see Integrations/ for its settings

      Reads .sunting.yml and .sunting-ignore.json beside the articles and notices
      when they change.
      """)

  @Flag(name: .long, help: "Accepted because editors pass it; nothing else is spoken.") var stdio = false

  func run() throws { Foundation.exit(StandardStreams.run()) }
}
