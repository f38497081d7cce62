import Foundation
import SuntingKit
import SuntingLSP
import Synchronization
import Testing

/// Recorded exchanges of every kind of message: `>` the editor says, `<` the server answers, `!` a file is written,
/// `#` a remark. FOLDER stands for the project, LARGE for a text of 1 MB, VERSION for ours.
/// `SUNTING_RECORD=1 swift test --filter ExchangeTests` writes the answers anew; read the difference.
@Suite struct ExchangeTests {
  private static let folder = TestEditor.tests.appending(path: "Exchanges")
  private static let names = ["errors", "pulled", "pushed"]
  private static let large = String(repeating: "Itu keliru sekali, kata menteri.\\n", count: 32_000)

  @Test(arguments: names) func isAsRecorded(_ name: String) throws {
    let file = Self.folder.appending(path: name + ".txt")
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let editor = try TestEditor(isInitialized: false)
    let project = editor.uri("").hasSuffix("/") ? String(editor.uri("").dropLast()) : editor.uri("")
    func real(_ text: Substring) -> String {
      String(text).replacing("FOLDER", with: project).replacing("LARGE", with: Self.large)
    }
    func shown(_ message: JSONValue) -> String {
      message.text.replacing(project, with: "FOLDER").replacing("\"\(suntingVersion)\"", with: "\"VERSION\"")
        .replacing(editor.folder.path, with: "FOLDER")
    }
    var lines: [String] = []
    for line in recorded.split(separator: "\n") where !line.hasPrefix("< ") {
      lines.append(String(line))
      switch line.prefix(2) {
      case "> ":
        let status = editor.server.receive(Array(real(line.dropFirst(2)).utf8))
        // a command schedules lints of its own, which take() waits for
        editor.server.drain()
        lines += editor.take().map { "< " + shown($0) }
        if let status { lines.append("< exit \(status)") }
      case "! ":
        let parts = line.dropFirst(2).split(separator: " ", maxSplits: 1)
        try parts[1].replacing("\\n", with: "\n").write(
          to: editor.folder.appending(path: String(parts[0])), atomically: true, encoding: .utf8)
      default: break
      }
    }
    let exchange = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["SUNTING_RECORD"] != nil {
      try exchange.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(exchange == recorded)
  }
}
