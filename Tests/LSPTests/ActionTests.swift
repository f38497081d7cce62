import Foundation
import SuntingKit
import Testing

@Suite struct ActionTests {
  private func actions(_ editor: TestEditor, _ name: String, _ range: JSONValue, only: JSONValue = .null) -> [JSONValue]
  {
    editor.request(
      "textDocument/codeAction",
      ["textDocument": editor.document(name), "range": range, "context": ["diagnostics": [], "only": only]]
    ).array ?? []
  }

  @Test func mendsOne() throws {
    let text = MarkedText("Itu 🙂 «kelirru» dan resikko.\n")
    let editor = try TestEditor()
    editor.open("a.txt", text.text)
    let offered = actions(editor, "a.txt", text.ranges[0], only: ["quickfix"])
    let first = try #require(offered.first)
    #expect(first["title"].string == "Ganti dengan “keliru”")
    #expect(first["isPreferred"].bool == true)
    let edits = first["edit"]["changes"][editor.uri("a.txt")].array ?? []
    #expect(MarkedText.applying(edits, to: text.text) == "Itu 🙂 keliru dan resikko.\n")
    #expect(offered.allSatisfy { $0["kind"].string == "quickfix" })
  }

  @Test func mendsAll() throws {
    let text = "Bagikan sisa ini\n\nItu kelirru dan resikko.\n\nBaris lain.\n\nKelirru lagi.\n"
    let editor = try TestEditor(capabilities: ["workspace": ["workspaceEdit": ["documentChanges": true]]])
    editor.open("a.txt", text, version: 7)
    let range: JSONValue = ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0]]
    let offered = actions(editor, "a.txt", range, only: ["source.fixAll"])
    #expect(offered.map { $0["kind"].string } == ["source.fixAll.sunting"])
    let change = offered.first?["edit"]["documentChanges"][0] ?? .null
    #expect(change["textDocument"]["version"].int == 7)
    #expect(
      MarkedText.applying(change["edits"].array ?? [], to: text)
        == "Itu keliru dan risiko.\n\nBaris lain.\n\nKeliru lagi.\n")
  }

  @Test func offersNothingWhereNothingIs() throws {
    let editor = try TestEditor()
    editor.open("a.txt", "Itu keliru.\n")
    #expect(actions(editor, "a.txt", MarkedText("«Itu»").ranges[0]).isEmpty)
  }

  @Test func ignoresInTheSidecarFile() throws {
    let text = MarkedText("Itu «kelirru».\n")
    let editor = try TestEditor()
    editor.open("a.txt", text.text)
    let action = try #require(
      actions(editor, "a.txt", text.ranges[0]).first { $0["command"]["command"] == "sunting.ignore" })
    editor.request("workspace/executeCommand", action["command"])
    #expect(editor.pushed().isEmpty)
    let written = try String(contentsOf: editor.folder.appending(path: ".sunting-ignore.json"), encoding: .utf8)
    #expect(written.contains("\"path\":\"a.txt\""))
  }

  @Test func allowsAWord() throws {
    let text = MarkedText("Itu «kelirru».\n")
    let editor = try TestEditor()
    editor.open("a.txt", text.text)
    let action = try #require(
      actions(editor, "a.txt", text.ranges[0]).first { $0["command"]["command"] == "sunting.allowWord" })
    editor.request("workspace/executeCommand", action["command"])
    #expect(editor.pushed().isEmpty)
    let written = try String(contentsOf: editor.folder.appending(path: ".sunting.yml"), encoding: .utf8)
    #expect(written.contains("words: [\"kelirru\"]"))
    #expect(written.contains("# Rules of their own"), "comments stay")
  }

  @Test func explainsOnHover() throws {
    let text = MarkedText("Itu «kelirru».\n")
    let editor = try TestEditor()
    editor.open("a.txt", text.text)
    let hover = editor.request(
      "textDocument/hover", ["textDocument": editor.document("a.txt"), "position": ["line": 0, "character": 6]])
    #expect(hover["range"] == text.ranges[0])
    let shown = hover["contents"]["value"].string ?? ""
    #expect(shown.contains("Tulis “keliru”"))
    #expect(shown.contains("Aturan untuk uji"))
    #expect(shown.contains("Sumber: uji"))
    let nothing = editor.request(
      "textDocument/hover", ["textDocument": editor.document("a.txt"), "position": ["line": 0, "character": 1]])
    #expect(nothing.isNull)
  }
}
