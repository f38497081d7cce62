import SuntingKit
import Synchronization

extension LanguageServer {
  func initialize(_ parameters: JSONValue) -> JSONValue {
    let client = Client(parameters)
    state.withLock {
      $0.client = client
      $0.phase = .running
    }
    return [
      "capabilities": [
        "positionEncoding": .string(client.encoding.rawValue),
        "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
        "hoverProvider": true,
        "codeActionProvider": ["codeActionKinds": ["quickfix", .string(CodeActions.fixAllKind)]],
        "diagnosticProvider": ["identifier": "sunting", "interFileDependencies": false, "workspaceDiagnostics": false],
        "executeCommandProvider": ["commands": .array(Commands.all.map(JSONValue.string))],
        "workspace": ["workspaceFolders": ["supported": true, "changeNotifications": true]],
      ],
      "serverInfo": ["name": "sunting", "version": .string(suntingVersion)],
    ]
  }

  /// Configuration and remembered findings are watched where the client offers that; others are looked at before each
  /// lint anyway.
  func registerWatchers() {
    let (client, id) = state.withLock { ($0.client, $0.nextRequest()) }
    guard client.registersWatchers else { return }
    let globs = ["**/.sunting.yml", "**/.sunting-ignore.json"]
    send(
      Message.request(
        id, "client/registerCapability",
        [
          "registrations": [
            [
              "id": "sunting-files", "method": "workspace/didChangeWatchedFiles",
              "registerOptions": ["watchers": .array(globs.map { ["globPattern": .string($0)] })],
            ]
          ]
        ]))
  }
}
