import Foundation
import SuntingKit
import SuntingLSP
import Synchronization

/// An editor that talks to the server in this process.
final class TestEditor: Sendable {
  private let inbox = Inbox()
  let server: LanguageServer
  let folder: URL
  private let number = Mutex(0)

  /// - Parameter capabilities: of the client; none means UTF-16 and pushed diagnostics.
  init(capabilities: JSONValue = .object([]), isInitialized: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sunting-lsp-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.project, to: folder)
    server = LanguageServer { [inbox] message in inbox.messages.withLock { $0.append(message) } }
    if isInitialized {
      request("initialize", ["capabilities": capabilities, "initializationOptions": ["language": "id"]])
      notify("initialized", .object([]))
      _ = take()
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let project = tests.appending(path: "Project")

  func uri(_ name: String) -> String { folder.appending(path: name).absoluteString }

  /// All that came since the last call, after the server finished its work.
  func take() -> [JSONValue] {
    server.drain()
    return inbox.messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }

  func notify(_ method: String, _ parameters: JSONValue) {
    _ = server.receive(["jsonrpc": "2.0", "method": .string(method), "params": parameters])
  }

  /// Sends a request and returns the answer: its result, or its error.
  @discardableResult
  func request(_ method: String, _ parameters: JSONValue) -> JSONValue {
    let id = number.withLock { number in
      number += 1
      return JSONValue.int(number)
    }
    _ = server.receive(["jsonrpc": "2.0", "id": id, "method": .string(method), "params": parameters])
    server.drain()
    return inbox.messages.withLock { messages in
      guard let index = messages.firstIndex(where: { $0["id"] == id && $0["method"].isNull }) else { return .null }
      let message = messages.remove(at: index)
      return message["error"].isNull ? message["result"] : message["error"]
    }
  }

  func open(_ name: String, _ text: String, language: String = "plaintext", version: Int = 1) {
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri(name)), "languageId": .string(language), "version": .int(version), "text": .string(text),
        ]
      ])
  }

  func change(_ name: String, version: Int, _ changes: JSONValue...) {
    notify(
      "textDocument/didChange",
      ["textDocument": ["uri": .string(uri(name)), "version": .int(version)], "contentChanges": .array(changes)])
  }

  func document(_ name: String) -> JSONValue { ["uri": .string(uri(name))] }

  /// The diagnostics that were pushed last.
  func pushed() -> [JSONValue] {
    take().last { $0["method"].string == "textDocument/publishDiagnostics" }?["params"]["diagnostics"].array ?? []
  }
}

private final class Inbox: Sendable {
  let messages = Mutex<[JSONValue]>([])
}
