import SuntingCore
import SuntingKit
import Synchronization

extension LanguageServer {
  func codeActions(_ analysis: Analysis, _ parameters: JSONValue) throws -> JSONValue {
    let client = state.withLock { $0.client }
    let range = analysis.document.text.range(parameters["range"], client.encoding)
    let only = parameters["context"]["only"].array?.compactMap(\.string)
    return .array(try CodeActions(analysis: analysis, client: client).actions(in: range, only: only))
  }

  func pulled(_ analysis: Analysis, previous: String?) -> JSONValue {
    let id = analysis.resultID
    if id == previous { return ["kind": "unchanged", "resultId": .string(id)] }
    let client = state.withLock { $0.client }
    return ["kind": "full", "resultId": .string(id), "items": .array(analysis.published(for: client))]
  }

  func execute(_ parameters: JSONValue) throws -> JSONValue {
    let name = parameters["command"].string ?? ""
    guard Commands.all.contains(name) else {
      throw RequestError(code: .invalidParams, message: "the command “\(name)” is not known")
    }
    guard let uri = parameters["arguments"][0].string, let what = parameters["arguments"][1].string,
      let document = state.withLock({ $0.documents[uri] }), document.isFile
    else { throw RequestError(code: .invalidParams, message: "\(name) needs the URI of an open file and a text") }
    if name == Commands.allowWord {
      try Commands.allow(what, path: document.path)
    } else {
      guard let diagnostic = try analysis(of: document).diagnostics.first(where: { $0.fingerprint == what }) else {
        throw RequestError(code: .contentModified, message: "the finding is no longer there")
      }
      try Commands.ignore(diagnostic, path: document.path)
    }
    reload()
    return .null
  }
}
