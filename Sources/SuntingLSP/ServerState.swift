import SuntingKit

/// What the thread that reads and the one that lints share.
struct ServerState {
  enum Phase { case fresh, running, shutDown }

  var phase = Phase.fresh
  var client = Client(.null)
  var documents: [String: OpenDocument] = [:]
  /// Documents with a lint on its way to the queue.
  var waiting: Set<String> = []
  /// Requests that are queued; a cancelled one leaves.
  var open: Set<String> = []
  var analyses: [String: Analysis] = [:]
  /// The last complaint about a configuration, which is not repeated at each keystroke.
  var complaint: String?
  var requests = 0

  mutating func nextRequest() -> String {
    requests += 1
    return "sunting-\(requests)"
  }
}
