import Testing

@testable import SuntingServer

@Suite struct FormTests {
  private func form(_ text: String) throws -> Form { try Form([Array(text.utf8)[...]]) }

  @Test func decodes() throws {
    let form = try form("text=Itu+%22kelirru%22%20%F0%9F%99%82&language=id&disabledRules=a%2Cb,+c&kosong")
    #expect(form["text"] == "Itu \"kelirru\" 🙂")
    #expect(form.list("disabledRules") == ["a", "b", "c"])
    #expect(form["kosong"] == "")
    #expect(form["tidak-ada"] == nil)
  }

  @Test(arguments: ["text=a&text=b", "text=%", "text=%4", "text=%zz", "text=%FF%FE"])
  func refuses(_ text: String) {
    #expect(throws: APIError.self) { try form(text) }
  }
}
