import SuntingCore
import SuntingKit
import SuntingRuleFormat
import Synchronization

/// What the server answers, apart from sockets: LanguageTool's API, our own, and the page.
package final class API: Sendable {
  package let limits: APILimits
  let metrics = Metrics()
  let rules: RuleChoice
  /// The answers of `/v1/rules`: making one reads every rule's file.
  let ruleLists = Mutex<[MessageLanguage: String]>([:])

  package init(limits: APILimits = APILimits(), ruleFolders: [String] = []) {
    self.limits = limits
    rules = RuleChoice(ruleFolders: ruleFolders)
  }

  package func respond(_ request: APIRequest) -> APIResponse {
    let start = ContinuousClock.now
    let response: APIResponse
    do { response = try route(request) } catch let error as APIError {
      response = error.response
    } catch {
      response = APIError(500, "internal error: \(error); please report it").response
    }
    metrics.count(Self.known(request.path), response.status, ContinuousClock.now - start)
    return response
  }

  /// Counts a request that was refused before it came here.
  package func refuse(_ path: String, _ error: APIError) -> APIResponse {
    metrics.count(Self.known(path), error.status, .zero)
    return error.response
  }

  static let paths: [String: [String]] = [
    "/v2/check": ["GET", "POST"], "/v2/languages": ["GET"], "/v2/maxtextlength": ["GET"], "/v2/info": ["GET"],
    "/v2/configinfo": ["GET"], "/v2/healthcheck": ["GET"], "/v1/check": ["POST"], "/v1/fix": ["POST"],
    "/v1/rules": ["GET"], "/healthz": ["GET"], "/metrics": ["GET"], "/openapi.json": ["GET"], "/": ["GET"],
    "/page.css": ["GET"], "/page.js": ["GET"],
  ]

  /// The path as metrics name it: a client must not be able to invent series.
  private static func known(_ path: String) -> String {
    paths[path] != nil ? path : path.hasPrefix(RulePage.prefix) ? RulePage.prefix : "other"
  }

  private func route(_ request: APIRequest) throws -> APIResponse {
    let isRule = request.path.hasPrefix(RulePage.prefix)
    guard let methods = isRule ? ["GET"] : Self.paths[request.path] else {
      throw APIError(404, "there is nothing at this path; see /openapi.json")
    }
    let method = request.method == "HEAD" ? "GET" : request.method
    guard methods.contains(method) else {
      throw APIError(405, "use \(methods.joined(separator: " or ")) for \(request.path)")
    }
    switch request.path {
    case "/v2/check": return try checkAsLanguageTool(request)
    case "/v2/languages": return APIResponse(Self.languages)
    case "/v2/maxtextlength": return APIResponse(plain: String(limits.textLength))
    case "/v2/info": return APIResponse(["software": Self.software])
    case "/v2/configinfo":
      return APIResponse(["software": Self.software, "parameter": ["maxTextLength": .int(limits.textLength)]])
    case "/v2/healthcheck": return APIResponse(plain: "OK")
    case "/v1/check": return try check(request)
    case "/v1/fix": return try fix(request)
    case "/v1/rules": return try ruleList(request)
    case "/healthz": return APIResponse(["status": "ok", "version": .string(suntingVersion)])
    case "/metrics":
      var response = APIResponse(plain: metrics.text())
      response.contentType = "text/plain; version=0.0.4; charset=utf-8"
      return response
    case _ where isRule: return try rulePage(request)
    default: return StaticFile.response(request.path)
    }
  }

  static let languages: JSONValue = [
    ["name": "Indonesian", "code": "id", "longCode": "id-ID"]
  ]

  static let software: JSONValue = [
    "name": "sunting", "version": .string(suntingVersion), "buildDate": "", "apiVersion": 1, "premium": false,
    "status": "",
  ]
}

package struct APILimits: Sendable {
  /// Bytes of a request's body, and UTF-16 units of a text.
  package var body = 4_000_000
  package var textLength = 500_000

  package init() {}
}
