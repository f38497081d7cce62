import Dispatch
package import SuntingServer
import Synchronization

/// Who may ask, how often, and how many at once.
package struct GateOptions: Sendable {
  /// Names under which the server may be called, besides the loopback ones; a page of another name that a browser was
  /// led to by DNS is refused.
  package var hosts: [String] = []
  /// Value of `Access-Control-Allow-Origin`, nil for none.
  package var allowedOrigin: String?
  package var requestsPerMinute = 1200
  package var waiting = 256
  /// Connections at once; more wait until one of these ends.
  package var connections = 4096
  package var seconds = 20.0

  package init() {}
}

/// Lets requests through to the API, or says why not.
package final class Gate: Sendable {
  package let options: GateOptions
  private let buckets = Mutex<[String: (tokens: Double, time: ContinuousClock.Instant)]>([:])
  private let open = Mutex(0)

  package init(options: GateOptions) { self.options = options }

  package func admit(host: String?, client: String) throws(APIError) {
    try checkHost(host)
    try checkRate(client)
  }

  private func checkHost(_ host: String?) throws(APIError) {
    guard let host else { throw APIError(400, "the header Host is missing") }
    var name = host.lowercased()[...]
    if let colon = name.lastIndex(of: ":"), !name.hasSuffix("]") { name = name[..<colon] }
    let known = ["localhost", "127.0.0.1", "[::1]"] + options.hosts
    guard known.contains(where: { $0 == name || $0 == "*" }) else {
      throw APIError(403, "the server does not answer under this name; start it with --allow-host \(name.prefix(80))")
    }
  }

  private func checkRate(_ client: String) throws(APIError) {
    let most = Double(options.requestsPerMinute)
    let now = ContinuousClock.now
    let isAllowed = buckets.withLock { buckets in
      if buckets.count > 10_000 { buckets = buckets.filter { $0.value.time > now - .seconds(60) } }
      if buckets.count > 10_000, buckets[client] == nil { return false }
      let (tokens, time) = buckets[client] ?? (most, now)
      let elapsed = now - time
      let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
      let filled = min(most, tokens + seconds * most / 60)
      buckets[client] = (max(0, filled - 1), now)
      return filled >= 1
    }
    guard isAllowed else {
      throw APIError(429, "more than \(options.requestsPerMinute) requests in a minute; wait a little")
    }
  }

  /// Takes one of the places for requests in work.
  package func enter() throws(APIError) {
    let isAllowed = open.withLock { open in
      guard open < options.waiting else { return false }
      open += 1
      return true
    }
    guard isAllowed else { throw APIError(503, "too many requests at once; try again") }
  }

  package func leave() { open.withLock { $0 -= 1 } }
}
