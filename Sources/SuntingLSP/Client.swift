import SuntingCore
import SuntingKit

/// What the editor said of itself in `initialize`.
struct Client: Sendable {
  let encoding: PositionEncoding
  /// Who pulls diagnostics gets none pushed: both would show each finding twice.
  let pullsDiagnostics: Bool
  let refreshesDiagnostics: Bool
  let knowsRelatedInformation: Bool
  let knowsUnnecessary: Bool
  let knowsVersions: Bool
  let knowsActionLiterals: Bool
  let showsProgress: Bool
  let registersWatchers: Bool
  let language: MessageLanguage?
  /// Where rules have their pages (a running `sunting-server` has them at `/rules/`), for clients that link to them.
  let rulePages: String?

  init(_ parameters: JSONValue) {
    let capabilities = parameters["capabilities"]
    let documents = capabilities["textDocument"]
    let diagnostics = documents["publishDiagnostics"]
    encoding = .negotiated(capabilities["general"]["positionEncodings"])
    pullsDiagnostics = documents["diagnostic"].isObject
    refreshesDiagnostics = capabilities["workspace"]["diagnostics"]["refreshSupport"].bool ?? false
    knowsRelatedInformation = diagnostics["relatedInformation"].bool ?? false
    knowsUnnecessary = diagnostics["tagSupport"]["valueSet"].array?.contains(1) ?? false
    knowsVersions = capabilities["workspace"]["workspaceEdit"]["documentChanges"].bool ?? false
    knowsActionLiterals = documents["codeAction"]["codeActionLiteralSupport"].isObject
    showsProgress = capabilities["window"]["workDoneProgress"].bool ?? false
    registersWatchers = capabilities["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"].bool ?? false
    let options = parameters["initializationOptions"]
    rulePages = diagnostics["codeDescriptionSupport"].bool == true ? options["rulePages"].string : nil
    language =
      options["language"].string.flatMap(MessageLanguage.init(rawValue:))
      ?? parameters["locale"].string.map { $0.hasPrefix("en") ? .en : .id }
  }
}
