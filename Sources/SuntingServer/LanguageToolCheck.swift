import SuntingCore
import SuntingKit

extension API {
  /// `/v2/check`
  func checkAsLanguageTool(_ request: APIRequest) throws -> APIResponse {
    let form = try form(request)
    let language = try Self.language(form["language"])
    let isPicky = try Self.isPicky(form["level"])
    let text = try annotated(form)
    guard String(decoding: text.bytes, as: UTF8.self).utf16.count <= limits.textLength else {
      throw APIError(413, "the text is longer than \(limits.textLength) characters; send it in parts")
    }
    let choice = try MatchFilter(form)
    let engine = try rules.linter().settings.engine
    let report = try engine.lint(SourceFile(path: "-", bytes: text.bytes), prose: text.prose)
    let found = report.diagnostics.filter(choice.keeps)
    let messages: MessageLanguage = form["motherTongue"]?.hasPrefix("en") == true ? .en : .id
    let matches = LanguageToolMatches(
      bytes: text.bytes, diagnostics: found, library: engine.library, language: messages, isPicky: isPicky)
    return APIResponse([
      "software": Self.software, "warnings": ["incompleteResults": false],
      "language": [
        "name": "Indonesian", "code": .string(language == "auto" ? "id" : language),
        "detectedLanguage": [
          "name": "Indonesian", "code": "id", "confidence": .double(report.isInLanguage ? 0.99 : 0.01),
        ],
      ],
      "matches": .array(matches.json()),
    ])
  }

  private func form(_ request: APIRequest) throws -> Form {
    guard request.method == "POST" else { return try Form([Array(request.query.utf8)[...]]) }
    let type = request.contentType.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } } ?? ""
    guard type.isEmpty || type == "application/x-www-form-urlencoded" else {
      throw APIError(415, "send the form as application/x-www-form-urlencoded, not \(type.prefix(60))")
    }
    return try Form([Array(request.query.utf8)[...], request.body[...]])
  }

  private func annotated(_ form: Form) throws -> AnnotatedText {
    switch (form["text"], form["data"]) {
    case (let text?, nil): AnnotatedText(plain: text)
    case (nil, let data?): try AnnotatedText(data: data)
    case (nil, nil): throw APIError(400, "the field “text” or “data” is missing")
    default: throw APIError(400, "send “text” or “data”, not both")
    }
  }

  private static func language(_ code: String?) throws -> String {
    guard let code else { throw APIError(400, "the field “language” is missing; it is id or auto") }
    guard ["id", "id-id", "auto"].contains(code.lowercased()) else {
      throw APIError(400, "the language “\(code.prefix(20))” is not known; it is id or auto")
    }
    return code
  }

  private static func isPicky(_ level: String?) throws -> Bool {
    switch level {
    case nil, "default": false
    case "picky": true
    default: throw APIError(400, "the level is default or picky")
    }
  }
}

/// Which rules a LanguageTool client wants. Names of rules that LanguageTool has and we do not are no error: clients
/// send their settings whatever the language.
struct MatchFilter {
  private let enabled: Set<String>
  private let disabled: Set<String>
  private let isOnly: Bool

  init(_ form: Form) throws(APIError) {
    enabled = Set(form.list("enabledRules") + form.list("enabledCategories").map { $0.lowercased() })
    disabled = Set(form.list("disabledRules") + form.list("disabledCategories").map { $0.lowercased() })
    isOnly = form.flag("enabledOnly")
    if isOnly, enabled.isEmpty {
      throw APIError(400, "enabledOnly needs enabledRules or enabledCategories")
    }
    if isOnly, !disabled.isEmpty {
      throw APIError(400, "enabledOnly and disabled rules or categories exclude each other")
    }
  }

  func keeps(_ diagnostic: Diagnostic) -> Bool {
    if isOnly { return enabled.contains(diagnostic.rule) || enabled.contains(diagnostic.family) }
    return !disabled.contains(diagnostic.rule)
      && (!disabled.contains(diagnostic.family) || enabled.contains(diagnostic.rule))
  }
}
