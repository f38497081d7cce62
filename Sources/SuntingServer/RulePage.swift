import SuntingCore
import SuntingKit
import SuntingRuleFormat

/// A rule's page, `/rules/FAMILY/NAME`: what it reports, why, with examples and sources. Needs no script.
struct RulePage {
  static let prefix = "/rules/"

  let id: String
  let library: RuleLibrary
  let language: MessageLanguage

  /// nil for an unknown rule.
  func html() -> String? {
    guard let number = library.tables.rule(id) else { return nil }
    let rule = library.tables.rules[number]
    let file = library.file(id)
    var entries = entry(word("Mengapa", "Why"), [rule.why[language]])
    entries += entry(
      word("Contoh", "Examples"),
      (file?.examples ?? []).map { example in
        Self.withoutMarks(example.bad)
          + (example.good.map { " → " + ($0.isEmpty ? word("(dihapus)", "(deleted)") : $0) } ?? "")
      })
    entries += entry(word("Bukan kesalahan", "Not reported"), (file?.silent ?? []).map(\.text))
    entries += entry(word("Yang tidak tertangkap", "Known misses"), file?.limits ?? [])
    entries += entry(word("Perbaikan", "Fix"), [safety(rule.fix), rule.fixReason[language]])
    entries += entry(word("Sumber", "Sources"), file?.sources ?? [])
    let other = language == .id ? "en" : "id"
    return """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(id)) · sunting</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/page.css">
      </head>
      <body>
      <header><p><a href="/">sunting</a></p><p><a href="?language=\(other)" lang="\(other)" hreflang="\(other)">\(language == .id ? "English" : "Bahasa Indonesia")</a></p></header>
      <main class="rule-page">
      <h1>\(escaped(id))</h1>
      <p>\(escaped(rule.message[language])) <small>\(escaped(rule.severity.name)), \(escaped(rule.mqm))</small></p>
      <dl>
      \(entries)</dl>
      </main>
      </body>
      </html>

      """
  }

  private func entry(_ name: String, _ texts: [String]) -> String {
    let texts = texts.filter { !$0.isEmpty }.map { escaped($0.flattened()) }
    guard texts.count != 1 else { return "<dt>\(name)</dt><dd>\(texts[0])</dd>\n" }
    guard !texts.isEmpty else { return "" }
    return "<dt>\(name)</dt><dd><ul>\(texts.map { "<li>\($0)</li>" }.joined())</ul></dd>\n"
  }

  private static func withoutMarks(_ text: String) -> String { text.filter { $0 != "⟦" && $0 != "⟧" } }

  private func safety(_ safety: FixSafety) -> String {
    switch safety {
    case .safe: word("aman", "safe")
    case .unsafe: word("perlu diperiksa penyunting", "needs an editor’s eye")
    case .none: word("tidak ada yang otomatis", "none that is automatic")
    }
  }

  private func word(_ indonesian: String, _ english: String) -> String { language == .id ? indonesian : english }
  private func escaped(_ text: String) -> String { XMLText.escaped(text) }
}

extension API {
  /// `GET /rules/FAMILY/NAME?language=en`
  func rulePage(_ request: APIRequest) throws -> APIResponse {
    let page = RulePage(
      id: String(request.path.dropFirst(RulePage.prefix.count)), library: try rules.linter().settings.engine.library,
      language: try messageLanguage(request))
    guard let html = page.html() else { throw APIError(404, "there is no rule of this name; see /v1/rules") }
    return APIResponse(contentType: "text/html; charset=utf-8", body: Array(html.utf8))
  }

  func messageLanguage(_ request: APIRequest) throws -> MessageLanguage {
    let name = try Form([Array(request.query.utf8)[...]])["language"] ?? "id"
    guard let language = MessageLanguage(rawValue: name) else { throw APIError(400, "“language” is id or en") }
    return language
  }
}
