import Foundation
import SuntingKit
import SuntingLSP
import Testing

@Suite struct ProtocolTests {
  @Test func wantsToBeInitializedFirst() throws {
    let editor = try TestEditor(isInitialized: false)
    #expect(editor.request("textDocument/hover", .object([]))["code"].int == -32002)
    editor.open("a.txt", "Itu kelirru.\n")
    #expect(editor.take().isEmpty)
    let capabilities = editor.request("initialize", ["capabilities": .object([])])["capabilities"]
    #expect(capabilities["positionEncoding"].string == "utf-16")
    #expect(capabilities["textDocumentSync"]["change"].int == 2)
    #expect(editor.request("initialize", .object([]))["code"].int == -32600)
  }

  @Test func knowsWhatItDoesNotKnow() throws {
    let editor = try TestEditor()
    #expect(editor.request("textDocument/definition", .object([]))["code"].int == -32601)
    #expect(
      editor.request("textDocument/hover", ["textDocument": ["uri": "file:///tidak/ada.txt"]])["code"].int == -32602)
    #expect(editor.request("workspace/executeCommand", ["command": "rm"])["code"].int == -32602)
    editor.notify("$/setTrace", .object([]))
    editor.change("belum-dibuka.txt", version: 1, ["text": "x"])
    _ = editor.server.receive(["jsonrpc": "2.0", "id": "sunting-1", "result": .null])
    #expect(editor.take().isEmpty)
  }

  @Test(arguments: ["{", "[1,2]", "\u{FF}", "{\"jsonrpc\":\"2.0\"}", String(repeating: "[", count: 100_000), "3"])
  func survives(_ text: String) throws {
    let editor = try TestEditor()
    #expect(editor.server.receive(Array(text.utf8)) == nil)
    #expect(editor.take().count == 1)
    #expect(editor.request("textDocument/definition", .null)["code"].int == -32601)
  }

  @Test func endsAsAgreed() throws {
    let editor = try TestEditor()
    #expect(editor.server.receive(["jsonrpc": "2.0", "method": "exit"]) == 1)
    #expect(editor.request("shutdown", .null).isNull)
    #expect(editor.request("textDocument/hover", .object([]))["code"].int == -32600)
    #expect(editor.server.receive(["jsonrpc": "2.0", "method": "exit"]) == 0)
  }

  @Test func cancels() throws {
    let editor = try TestEditor()
    editor.open("a.txt", String(repeating: "Itu kelirru dan resikko sekali.\n", count: 2000))
    for id in 100..<400 {
      _ = editor.server.receive([
        "jsonrpc": "2.0", "id": .int(id), "method": "textDocument/codeAction",
        "params": [
          "textDocument": editor.document("a.txt"), "context": ["only": ["quickfix"]],
          "range": ["start": ["line": 0, "character": 0], "end": ["line": 1, "character": 0]],
        ],
      ])
    }
    for id in 100..<400 { editor.notify("$/cancelRequest", ["id": .int(id)]) }
    let answers = editor.take().filter { !$0["id"].isNull }
    #expect(answers.count == 300)
    #expect(answers.contains { $0["error"]["code"].int == -32800 })
  }

  @Test func readsConfigurationAnew() throws {
    let editor = try TestEditor()
    editor.open("a.txt", "Itu kelirru.\n")
    #expect(editor.pushed().count == 1)
    let file = editor.folder.appending(path: ".sunting.yml")
    try "version: 1\nselect: [residue/uji-baris]\nrules: [aturan]\n".write(to: file, atomically: true, encoding: .utf8)
    editor.notify("workspace/didChangeWatchedFiles", ["changes": []])
    #expect(editor.pushed().isEmpty)
    try "version: 1\nselekt: [residue]\n".write(to: file, atomically: true, encoding: .utf8)
    editor.change("a.txt", version: 2, ["text": "Itu kelirru!\n"])
    let messages = editor.take()
    #expect(
      messages.first { $0["method"].string == "window/showMessage" }?["params"]["message"].string?.contains("selekt")
        == true)
  }

  @Test func servesSeveralFolders() throws {
    let editor = try TestEditor()
    let other = editor.folder.appending(path: "lain")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    try "version: 1\nselect: [residue/uji-baris]\nrules: [../aturan]\n"
      .write(to: other.appending(path: ".sunting.yml"), atomically: true, encoding: .utf8)
    editor.open("lain/b.txt", "Itu kelirru.\n")
    #expect(editor.pushed().isEmpty)
    editor.open("a.txt", "Itu kelirru.\n")
    #expect(editor.pushed().count == 1)
  }
}
