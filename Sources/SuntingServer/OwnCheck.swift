import SuntingCore
import SuntingKit
import Synchronization

/// What a client of our own API asks for: JSON, or the text alone.
private struct OwnRequest {
  var text = ""
  var format = InputFormat.text
  var layer = Selection.Layer()
  var language = MessageLanguage.id
  var least = FixSafety.safe

  private static let keys: Set<String> = ["text", "format", "select", "extend-select", "ignore", "language", "unsafe"]

  init(_ request: APIRequest, limit: Int) throws(APIError) {
    let type = request.contentType.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } } ?? ""
    switch type {
    case "text/plain":
      guard let text = String(validating: request.body, as: UTF8.self) else {
        throw APIError(400, "the body is not UTF-8")
      }
      self.text = text
    case "application/json", "": try read(request.body)
    default: throw APIError(415, "send application/json with “text”, or text/plain")
    }
    guard text.utf16.count <= limit else {
      throw APIError(413, "the text is longer than \(limit) characters; send it in parts")
    }
  }

  private mutating func read(_ body: [UInt8]) throws(APIError) {
    let json: JSONValue
    do { json = try JSONParser.parse(body) } catch { throw APIError(400, "the body is not JSON: \(error)") }
    guard case .object(let entries) = json else { throw APIError(400, "the body must be an object with “text”") }
    if let unknown = entries.first(where: { !Self.keys.contains($0.key) }) {
      throw APIError(
        400, "unknown key “\(unknown.key.prefix(40))”; keys are \(Self.keys.sorted().joined(separator: ", "))")
    }
    guard let text = json["text"].string else { throw APIError(400, "“text” is missing or no string") }
    self.text = text
    if !json["format"].isNull {
      guard let format = json["format"].string.flatMap(InputFormat.init(rawValue:)), !format.hasFields else {
        throw APIError(400, "“format” is one of \(InputFormat.articles.map(\.rawValue).joined(separator: ", "))")
      }
      self.format = format
    }
    layer.select = try list(json["select"], "select")
    layer.extendSelect = try list(json["extend-select"], "extend-select")
    layer.ignore = try list(json["ignore"], "ignore")
    if !json["language"].isNull {
      guard let language = json["language"].string.flatMap(MessageLanguage.init(rawValue:)) else {
        throw APIError(400, "“language” is id or en")
      }
      self.language = language
    }
    if json["unsafe"].bool == true { least = .unsafe }
  }

  private func list(_ value: JSONValue, _ key: String) throws(APIError) -> [String] {
    if value.isNull { return [] }
    let names = value.array?.compactMap(\.string)
    guard let names, names.count == value.array?.count else {
      throw APIError(400, "“\(key)” is a list of rules or families")
    }
    return names
  }
}

extension API {
  /// `POST /v1/check`: what `sunting check --format json` prints.
  func check(_ request: APIRequest) throws -> APIResponse {
    let wanted = try OwnRequest(request, limit: limits.textLength)
    let linter = try rules.linter(wanted.layer, format: wanted.format)
    let report = try linter.lint(SourceFile(path: "-", bytes: Array(wanted.text.utf8)))
    return APIResponse(json: Self.json(report, wanted.language))
  }

  /// `POST /v1/fix`: the mended text, and what remains to be done.
  func fix(_ request: APIRequest) throws -> APIResponse {
    let wanted = try OwnRequest(request, limit: limits.textLength)
    let linter = try rules.linter(wanted.layer, format: wanted.format)
    let report = try linter.lint(SourceFile(path: "-", bytes: Array(wanted.text.utf8)))
    let outcome = try FixRounds(linter: linter, least: wanted.least).run(report)
    let text = String(decoding: outcome.report.source.bytes, as: UTF8.self)
    return APIResponse(
      json: "{\"version\":1,\"text\":\(JSONText.quoted(text)),\"fixed\":\(outcome.fixed),"
        + "\"remaining\":\(Self.json(outcome.report, wanted.language))}")
  }

  private static func json(_ report: FileReport, _ language: MessageLanguage) -> String {
    var reporter = JSONReporter(style: ReportStyle(language: language))
    var summary = RunSummary()
    summary.add(report)
    var output = ""
    reporter.add(report, to: &output)
    reporter.finish(summary, to: &output)
    return output
  }

  /// `GET /v1/rules?language=en`
  func ruleList(_ request: APIRequest) throws -> APIResponse {
    let language = try messageLanguage(request)
    if let known = ruleLists.withLock({ $0[language] }) { return APIResponse(json: known) }
    let engine = try rules.linter().settings.engine
    let list = RuleList(engine.library, severities: engine.severities, language: language).json()
    ruleLists.withLock { $0[language] = list }
    return APIResponse(json: list)
  }
}
