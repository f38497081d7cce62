import Dispatch
import SuntingCore
package import SuntingKit
import Synchronization

/// The language server. Messages come in on one thread and change the documents at once; linting and requests run one
/// after another on a queue, each on the document as it was when the request came.
package final class LanguageServer: Sendable {
  let workspace: Workspace
  let state = Mutex(ServerState())
  let queue = DispatchQueue(label: "sunting.lsp", qos: .userInitiated)
  let send: @Sendable (JSONValue) -> Void
  static let largeDocument = 1_000_000

  /// - Parameter send: is called from two threads, never at the same time.
  package init(workspace: Workspace = Workspace(), send: @escaping @Sendable (JSONValue) -> Void) {
    self.workspace = workspace
    let gate = Mutex(())
    self.send = { message in gate.withLock { _ in send(message) } }
  }

  /// Waits until everything that was received is answered.
  package func drain() { queue.sync {} }

  /// - Returns: the process's exit status, when the message ends it.
  package func receive(_ bytes: [UInt8]) -> Int32? {
    do {
      return receive(try JSONParser.parse(bytes))
    } catch {
      send(Message.error(.null, .parseError, "\(error)"))
      return nil
    }
  }

  package func reportMalformed(_ reason: String) { send(Message.error(.null, .parseError, reason)) }

  package func receive(_ message: JSONValue) -> Int32? {
    guard message.isObject else {
      send(Message.error(.null, .invalidRequest, "a message is a JSON object; batches are not part of LSP"))
      return nil
    }
    let id = message["id"]
    guard let method = message["method"].string else {
      let isAnswer = !message["result"].isNull || !message["error"].isNull || message["method"].isNull && !id.isNull
      if !isAnswer { send(Message.error(id, .invalidRequest, "the message has no method")) }
      return nil
    }
    if id.isNull { return notified(method, message["params"]) }
    requested(id, method, message["params"])
    return nil
  }

  private func notified(_ method: String, _ parameters: JSONValue) -> Int32? {
    let phase = state.withLock { $0.phase }
    if method == "exit" { return phase == .shutDown ? 0 : 1 }
    guard phase == .running else { return nil }
    switch method {
    case "initialized": registerWatchers()
    case "textDocument/didOpen": opened(parameters["textDocument"])
    case "textDocument/didChange": changed(parameters)
    case "textDocument/didClose": closed(parameters["textDocument"])
    case "textDocument/didSave": break
    case "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles", "workspace/didChangeWorkspaceFolders":
      reload()
    case "$/cancelRequest": cancel(parameters["id"])
    default: break
    }
    return nil
  }

  private func requested(_ id: JSONValue, _ method: String, _ parameters: JSONValue) {
    switch (state.withLock { $0.phase }, method) {
    case (.fresh, "initialize"): send(Message.result(id, initialize(parameters)))
    case (.fresh, _): send(Message.error(id, .serverNotInitialized, "the first request must be initialize"))
    case (.shutDown, _): send(Message.error(id, .invalidRequest, "the server was shut down; only exit may follow"))
    case (.running, "initialize"): send(Message.error(id, .invalidRequest, "the server is already initialized"))
    case (.running, "shutdown"):
      state.withLock { $0.phase = .shutDown }
      answer(id) { .null }
    case (.running, "textDocument/codeAction"):
      answer(id, parameters) { [self] in try codeActions($0, parameters) }
    case (.running, "textDocument/hover"):
      answer(id, parameters) { [self] analysis in
        let client = state.withLock { $0.client }
        return analysis.hover(at: analysis.document.text.offset(parameters["position"], client.encoding), client)
      }
    case (.running, "textDocument/diagnostic"):
      answer(id, parameters) { [self] in pulled($0, previous: parameters["previousResultId"].string) }
    case (.running, "workspace/executeCommand"): answer(id) { [self] in try execute(parameters) }
    default: send(Message.error(id, .methodNotFound, "the method “\(method)” is not known"))
    }
  }

  /// Queues a request; cancelled before its turn it is told so.
  private func answer(_ id: JSONValue, _ work: @escaping @Sendable () throws -> JSONValue) {
    let key = id.text
    state.withLock { _ = $0.open.insert(key) }
    queue.async { [self] in
      guard state.withLock({ $0.open.remove(key) }) != nil else {
        return send(Message.error(id, .requestCancelled, "cancelled"))
      }
      do { send(Message.result(id, try work())) } catch let error as RequestError {
        send(Message.error(id, error.code, error.message))
      } catch let problem as Commands.Problem {
        send(Message.error(id, .requestFailed, problem.message))
      } catch {
        send(Message.error(id, .requestFailed, "\(error)"))
      }
    }
  }

  /// A request about a document: it gets the document's findings as of now, or an error when that has changed since.
  private func answer(
    _ id: JSONValue, _ parameters: JSONValue, _ work: @escaping @Sendable (Analysis) throws -> JSONValue
  ) {
    let uri = parameters["textDocument"]["uri"].string ?? ""
    guard let document = state.withLock({ $0.documents[uri] }) else {
      return send(Message.error(id, .invalidParams, "the document “\(uri)” is not open"))
    }
    answer(id) { [self] in
      let analysis = try analysis(of: document)
      let result = try work(analysis)
      guard state.withLock({ $0.documents[uri]?.revision == document.revision }) else {
        throw RequestError(code: .contentModified, message: "the document was changed meanwhile")
      }
      return result
    }
  }

  private func cancel(_ id: JSONValue) { state.withLock { _ = $0.open.remove(id.text) } }
}
