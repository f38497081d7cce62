package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import SuntingServer

/// The server, ready to run or to be tested.
package enum HTTPServer {
  package static func application(
    api: API, options: GateOptions, host: String = "127.0.0.1", port: Int = 8081, logger: Logger? = nil,
    started: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> some ApplicationProtocol {
    Application(
      responder: Responder(api: api, gate: Gate(options: options)),
      server: .http1(configuration: .init(idleTimeout: .seconds(Int64(options.seconds)))),
      configuration: .init(
        address: .hostname(host, port: port), serverName: "sunting",
        availableConnectionsDelegate: MaximumAvailableConnections(4096)),
      onServerRunning: { started($0.localAddress?.port ?? port) }, logger: logger)
  }
}
