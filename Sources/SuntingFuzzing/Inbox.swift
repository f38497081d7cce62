import SuntingKit
import Synchronization

/// What the language server sent.
final class Inbox: Sendable {
  private let received = Mutex<[JSONValue]>([])

  func add(_ message: JSONValue) { received.withLock { $0.append(message) } }
  var messages: [JSONValue] { received.withLock { $0 } }
}
