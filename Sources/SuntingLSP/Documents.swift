import Dispatch
import SuntingKit
import SuntingRuleFormat
import Synchronization

extension LanguageServer {
  func opened(_ item: JSONValue) {
    guard let uri = item["uri"].string, let text = item["text"].string else { return }
    state.withLock {
      let revision = ($0.documents[uri]?.revision ?? 0) + 1
      $0.documents[uri] = OpenDocument(
        uri: uri, languageID: item["languageId"].string ?? "plaintext", version: item["version"].int,
        text: TextBuffer(Array(text.utf8)), revision: revision)
    }
    schedule(uri)
  }

  func changed(_ parameters: JSONValue) {
    guard let uri = parameters["textDocument"]["uri"].string else { return }
    let isOpen = state.withLock { state in
      guard state.documents[uri] != nil else { return false }
      for change in parameters["contentChanges"].array ?? [] {
        state.documents[uri]?.text.apply(change, state.client.encoding)
      }
      state.documents[uri]?.version = parameters["textDocument"]["version"].int
      state.documents[uri]?.revision += 1
      return true
    }
    if isOpen { schedule(uri) }
  }

  func closed(_ item: JSONValue) {
    guard let uri = item["uri"].string else { return }
    let wasOpen = state.withLock { state in
      state.analyses[uri] = nil
      guard state.documents.removeValue(forKey: uri) != nil else { return false }
      return !state.client.pullsDiagnostics
    }
    if wasOpen {
      send(Message.notification("textDocument/publishDiagnostics", ["uri": .string(uri), "diagnostics": []]))
    }
  }

  /// Reads all configuration anew and lints every open document again.
  func reload() {
    workspace.reload()
    let (uris, client, id) = state.withLock { state in
      state.analyses = [:]
      state.complaint = nil
      return (state.documents.keys.sorted(), state.client, state.nextRequest())
    }
    if client.pullsDiagnostics, client.refreshesDiagnostics {
      send(Message.request(id, "workspace/diagnostic/refresh", .null))
    }
    for uri in uris { schedule(uri) }
  }

  /// Lints the document as it is when its turn comes; keystrokes that come before then share one lint.
  func schedule(_ uri: String) {
    let isNeeded = state.withLock { !$0.client.pullsDiagnostics && $0.waiting.insert(uri).inserted }
    guard isNeeded else { return }
    queue.async { [self] in
      let document = state.withLock { state in
        state.waiting.remove(uri)
        return state.documents[uri]
      }
      if let document { publish(document) }
    }
  }

  private func publish(_ document: OpenDocument) {
    let client = state.withLock { $0.client }
    var entries: [(key: String, value: JSONValue)] = [("uri", .string(document.uri))]
    if let version = document.version { entries.append(("version", .int(version))) }
    do {
      entries.append(
        ("diagnostics", .array(try withProgress(document) { try analysis(of: document) }.published(for: client))))
    } catch {
      complain("\(error)")
      entries.append(("diagnostics", []))
    }
    // a document that moved on has its next lint in the queue already
    guard state.withLock({ $0.documents[document.uri]?.revision == document.revision }) else { return }
    send(Message.notification("textDocument/publishDiagnostics", .object(entries)))
  }

  func analysis(of document: OpenDocument) throws -> Analysis {
    let (known, language) = state.withLock { ($0.analyses[document.uri], $0.client.language) }
    if let known, known.document.revision == document.revision, try workspace.holds(known.linter, for: document.path) {
      return known
    }
    let analysis = try Analysis(document, in: workspace, language: language)
    state.withLock {
      if $0.documents[document.uri]?.revision == document.revision { $0.analyses[document.uri] = analysis }
      $0.complaint = nil
    }
    return analysis
  }

  /// Tells the user what is wrong with a configuration, once.
  private func complain(_ text: String) {
    let isNew = state.withLock { state in
      defer { state.complaint = text }
      return state.complaint != text
    }
    if isNew { send(Message.notification("window/showMessage", ["type": 1, "message": .string("sunting: \(text)")])) }
  }

  private func withProgress<Result>(_ document: OpenDocument, _ work: () throws -> Result) rethrows -> Result {
    let (client, token) = state.withLock { ($0.client, $0.nextRequest()) }
    guard client.showsProgress, document.text.bytes.count >= Self.largeDocument else { return try work() }
    send(Message.request(token, "window/workDoneProgress/create", ["token": .string(token)]))
    func progress(_ value: JSONValue) {
      send(Message.notification("$/progress", ["token": .string(token), "value": value]))
    }
    progress(["kind": "begin", "title": "sunting", "cancellable": false])
    defer { progress(["kind": "end"]) }
    return try work()
  }
}
