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
    let limit = TimeAmount.milliseconds(Int64(options.seconds * 1000))
    return Application(
      responder: Responder(api: api, gate: Gate(options: options)),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [ConnectionGuard(limit: limit)], idleTimeout: limit,
          httpDecoderConfiguration: .init(maxHeaderFieldSize: 16384, maxHeaderListSize: 32768, maxHeaderFieldCount: 100)
        )),
      configuration: .init(
        address: .hostname(host, port: port), serverName: "sunting",
        availableConnectionsDelegate: MaximumAvailableConnections(options.connections)),
      onServerRunning: { started($0.localAddress?.port ?? port) }, logger: logger)
  }
}
