import SuntingKit
import Testing

@Suite struct DiagnosticsTests {
  @Test(arguments: [
    "Itu «kelirru» sekali.\n", "Itu 🙂 «kelirru» sekali.\n", "Baris satu.\r\nAda «resikko», itu «kelirru».\r\n",
    "\n\n«Kelirru»",
    "Tidak ada apa-apa.\n", "",
  ])
  func findsWhatIsMarked(_ marked: String) throws {
    let text = MarkedText(marked)
    let editor = try TestEditor()
    editor.open("a.txt", text.text)
    #expect(editor.pushed().map { $0["range"] } == text.ranges)
  }

  @Test func saysWhatItIs() throws {
    let editor = try TestEditor(capabilities: [
      "textDocument": ["publishDiagnostics": ["codeDescriptionSupport": true, "tagSupport": ["valueSet": [1]]]]
    ])
    editor.open("a.txt", "Bagikan sisa ini\n\nItu kelirru sekali.\n")
    let found = editor.pushed()
    #expect(found.map { $0["code"].string } == ["residue/uji-baris", "spelling/uji-kata"])
    #expect(found.map { $0["severity"].int } == [1, 2])
    #expect(found.map { $0["source"].string } == ["sunting", "sunting"])
    #expect(found.last?["message"].string == "Tulis “keliru”, bukan “kelirru”.")
    #expect(found.first?["tags"] == [1])
  }

  @Test func countsAsAgreed() throws {
    let editor = try TestEditor(capabilities: ["general": ["positionEncodings": ["utf-32", "utf-8"]]])
    editor.open("a.txt", "Itu 🙂 kelirru.\n")
    #expect(editor.pushed().first?["range"]["start"] == ["line": 0, "character": 9])
  }

  @Test func followsEdits() throws {
    let editor = try TestEditor()
    editor.open("a.txt", "Itu keliru.\nAda 🙂 risiko.\n")
    #expect(editor.pushed().isEmpty)
    editor.change(
      "a.txt", version: 2,
      ["range": ["start": ["line": 1, "character": 7], "end": ["line": 1, "character": 13]], "text": "resikko"],
      ["range": ["start": ["line": 0, "character": 4], "end": ["line": 0, "character": 10]], "text": "kelirru"])
    #expect(editor.pushed().map { $0["range"] } == MarkedText("Itu «kelirru».\nAda 🙂 «resikko».\n").ranges)
    editor.change("a.txt", version: 3, ["text": "Selesai.\n"])
    #expect(editor.pushed().isEmpty)
  }

  @Test func keepsToTheTextWhenEditsDoNot() throws {
    let editor = try TestEditor()
    editor.open("a.txt", "Itu kelirru")
    editor.change(
      "a.txt", version: 2,
      [
        "range": ["start": ["line": 99, "character": 7], "end": ["line": 1234, "character": 1]], "text": ".\nkelirru",
      ],
      ["range": ["start": ["line": 0, "character": 500], "end": ["line": 0, "character": 900]], "text": "!"],
      ["range": ["start": ["line": 1, "character": 5], "end": ["line": 0, "character": -3]], "text": ""],
      ["range": ["start": ["line": -1, "character": 0], "end": ["line": -1, "character": 0]], "text": "Ya. "])
    #expect(editor.pushed().map { $0["range"] } == MarkedText("Ya. Itu «kelirru».!\n«kelirru»").ranges)
  }

  @Test func pushesOnlyTheNewest() throws {
    let editor = try TestEditor()
    editor.open("a.txt", "Itu kelirru.\n")
    for version in 2...200 { editor.change("a.txt", version: version, ["text": .string("Itu \(version) kelirru.\n")]) }
    let versions = editor.take().compactMap { $0["params"]["version"].int }
    #expect(versions == versions.sorted())
    #expect(versions.last == 200)
  }

  @Test func clearsOnClosing() throws {
    let editor = try TestEditor()
    editor.open("a.txt", "Itu kelirru.\n")
    #expect(editor.pushed().count == 1)
    editor.notify("textDocument/didClose", ["textDocument": editor.document("a.txt")])
    #expect(editor.pushed().isEmpty)
  }

  @Test func isPulled() throws {
    let editor = try TestEditor(capabilities: ["textDocument": ["diagnostic": .object([])]])
    editor.open("a.txt", "Itu kelirru.\n")
    #expect(editor.take().isEmpty, "who pulls is not pushed")
    let first = editor.request("textDocument/diagnostic", ["textDocument": editor.document("a.txt")])
    #expect(first["kind"].string == "full")
    #expect(first["items"].array?.count == 1)
    let second = editor.request(
      "textDocument/diagnostic", ["textDocument": editor.document("a.txt"), "previousResultId": first["resultId"]])
    #expect(second["kind"].string == "unchanged")
    editor.change("a.txt", version: 2, ["text": "Itu keliru.\n"])
    let third = editor.request(
      "textDocument/diagnostic", ["textDocument": editor.document("a.txt"), "previousResultId": first["resultId"]])
    #expect(third["kind"].string == "full")
    #expect(third["items"].array?.isEmpty == true)
  }
}
