import SuntingKit
import SuntingServer
import Testing

@Suite struct APITests {
  static let api = API()

  private func ask(
    _ path: String, method: String = "POST", query: String = "", type: String = "application/x-www-form-urlencoded",
    _ body: String = ""
  ) -> (status: Int, json: JSONValue) {
    let response = Self.api.respond(
      APIRequest(method: method, path: path, query: query, contentType: type, body: Array(body.utf8)))
    return (response.status, (try? JSONParser.parse(response.body)) ?? .null)
  }

  private func matches(_ form: String) -> [JSONValue] {
    ask("/v2/check", "language=id&" + form).json["matches"].array ?? []
  }

  @Test(arguments: [("", 4), ("🙂 ", 7), ("👩‍👩‍👧 ", 13)]) func countsInUTF16(_ prefix: String, _ offset: Int) {
    let found = matches("text=" + prefix + "Itu dari dari sana.&level=picky")
    #expect(found.map { $0["offset"].int } == [offset])
    #expect(found.first?["length"].int == 9)
    #expect(found.first?["replacements"][0]["value"].string == "dari")
    #expect(found.first?["rule"]["id"].string == "repetition/repeated-word")
    #expect(found.first?["rule"]["category"]["id"].string == "repetition")
    #expect(found.first?["rule"]["issueType"].string == "duplication")
    #expect(found.first?["sentence"].string?.hasSuffix("Itu dari dari sana.") == true)
    let context = found.first?["context"] ?? .null
    let units = Array((context["text"].string ?? "").utf16)
    let start = context["offset"].int ?? 0
    #expect(String(decoding: units[start..<(start + (context["length"].int ?? 0))], as: UTF16.self) == "dari dari")
  }

  @Test func leavesOutWhatIsNotWanted() {
    let text = "text=Itu dari dari sana."
    #expect(matches(text + "&disabledRules=repetition/repeated-word,WHITESPACE_RULE").isEmpty)
    #expect(matches(text + "&disabledCategories=REPETITION").isEmpty)
    #expect(matches(text + "&enabledOnly=true&enabledRules=calque/politics").isEmpty)
    #expect(matches(text + "&enabledOnly=true&enabledCategories=repetition").count == 1)
  }

  @Test func readsAnnotations() {
    let data =
      #"{"annotation":[{"markup":"<p>"},{"text":"Itu dari "},{"markup":"<b>"},{"text":"dari"},{"markup":"</b>"},{"text":" sana."},{"markup":"</p>","interpretAs":"\n\n"}]}"#
    let found = ask("/v2/check", "language=auto&data=" + data).json["matches"].array ?? []
    #expect(found.map { $0["offset"].int } == [7])
    #expect(found.map { $0["length"].int } == [12])
  }

  /// What markup is read as may have several things to mend, none of which can be written into a part of the markup.
  @Test func mendsMarkupAsAWholeOrNot() {
    let data =
      #"{"annotation":[{"text":"Sekitar "},{"markup":"<x>","interpretAs":"10,000 ,orang"},{"text":" hadir."}]}"#
    for match in ask("/v2/check", "language=id&level=picky&data=" + data).json["matches"].array ?? [] {
      let (start, end) = (match["offset"].int ?? 0, (match["offset"].int ?? 0) + (match["length"].int ?? 0))
      let isWhole = start <= 8 && end >= 11
      #expect(isWhole || end <= 8 || start >= 11 || match["replacements"].array?.isEmpty == true, "\(match.text)")
    }
  }

  @Test func writesNothingOverMarkupThatIsEmpty() {
    let data = #"{"annotation":[{"markup":"","interpretAs":"Itu dari dari sana."}]}"#
    let found = ask("/v2/check", "language=id&level=picky&data=" + data).json["matches"].array ?? []
    #expect(found.count == 1 && found[0]["replacements"].array?.isEmpty == true)
  }

  @Test(arguments: [
    ("POST", "/v2/check", "", 400), ("POST", "/v2/check", "language=id", 400), ("POST", "/v2/check", "text=a", 400),
    ("POST", "/v2/check", "text=a&language=xx", 400), ("POST", "/v2/check", "text=a&text=b&language=id", 400),
    ("POST", "/v2/check", "text=a&data={}&language=id", 400), ("POST", "/v2/check", "data={&language=id", 400),
    ("POST", "/v2/check", "data={\"annotation\":[{\"text\":1}]}&language=id", 400),
    ("POST", "/v2/check", "text=a&language=id&level=x", 400),
    ("POST", "/v2/check", "text=a&language=id&enabledOnly=true", 400),
    ("GET", "/v2/tidak-ada", "", 404), ("GET", "/../../etc/passwd", "", 404), ("DELETE", "/v2/check", "", 405),
  ])
  func refuses(_ method: String, _ path: String, _ body: String, _ status: Int) {
    let answer = ask(path, method: method, body)
    #expect(answer.status == status)
    #expect(answer.json["error"]["message"].string?.isEmpty == false)
  }

  @Test func hasItsOwnCheckAndFix() {
    let body = #"{"text":"Itu dari dari sana.","select":["repetition"],"language":"en"}"#
    let check = ask("/v1/check", type: "application/json", body)
    #expect(check.json["diagnostics"][0]["rule"].string == "repetition/repeated-word")
    #expect(check.json["diagnostics"][0]["start"].int == 4)
    #expect(ask("/v1/fix", type: "text/plain", "Bukan begitu.").json["text"].string == "Bukan begitu.")
    #expect(ask("/v1/check", type: "application/json", #"{"text":"a","select":["tidak/ada"]}"#).status == 400)
    #expect(ask("/v1/check", type: "application/json", #"{"txt":"a"}"#).status == 400)
    #expect(ask("/v1/check", type: "image/png", "a").status == 415)
  }

  @Test func hasAPageForEachRule() {
    func page(_ id: String, _ query: String = "") -> APIResponse {
      Self.api.respond(APIRequest(method: "GET", path: "/rules/" + id, query: query))
    }
    let rules = (ask("/v1/rules", method: "GET").json.array ?? []).filter { $0["sources"].array?.isEmpty == false }
    let some = stride(from: 0, to: rules.count, by: 60).compactMap { rules[$0]["id"].string }
    #expect(some.count > 3)
    for id in some {
      let english = String(decoding: page(id, "language=en").body, as: UTF8.self)
      #expect(english.contains("<html lang=\"en\">") && english.contains("<dt>Sources</dt>"), "\(id)")
    }
    #expect(page("tidak/ada").status == 404)
    #expect(page("<script>").contentType.hasPrefix("application/json"))
    #expect(page(some[0], "language=xx").status == 400)
  }

  @Test func describesItself() {
    #expect(ask("/v2/languages", method: "GET").json[0]["code"].string == "id")
    #expect(ask("/healthz", method: "GET").json["status"].string == "ok")
    let described = ask("/openapi.json", method: "GET").json["paths"]
    #expect(!described["/v2/check"]["post"].isNull)
    #expect((ask("/v1/rules", method: "GET", query: "language=en").json.array ?? []).count > 50)
    let metrics = Self.api.respond(APIRequest(method: "GET", path: "/metrics"))
    #expect(
      String(decoding: metrics.body, as: UTF8.self).contains("sunting_requests_total{path=\"/healthz\",status=\"200\"}")
    )
  }
}
