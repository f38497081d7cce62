import ArgumentParser
import Foundation
import Hummingbird
import Logging
import SuntingHTTP
import SuntingKit
import SuntingServer
import UnixSignals

@main
struct SuntingServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sunting-server", abstract: "Answers over HTTP: LanguageTool's API, our own, and a page to try it.",
    discussion: """
      EXAMPLES
        sunting-server
        sunting-server --port 8090 --allow-origin https://redaksi.example
        curl -d language=id --data-urlencode 'text=Dari dari sana.' http://127.0.0.1:8081/v2/check

      Stop it with Ctrl-C: requests in flight are finished.
      """,
    version: suntingVersion)

  @Option(help: "The address to listen on.") var host = "127.0.0.1"
  @Option(help: "The port to listen on; 0 for any that is free.") var port = 8081
  @Option(name: .customLong("allow-host"), help: "A name under which clients may call the server; * for any.")
  var hosts: [String] = []
  @Option(help: "Let pages of this origin ask (CORS).") var allowOrigin: String?
  @Option(help: "Requests per minute and client.") var rate = 1200
  @Option(help: "Requests in work at once.") var concurrency = 256
  @Option(help: "Connections at once; more have to wait.") var connections = 10_000
  @Option(help: "Seconds a client may take to send its request.") var timeout = 20.0
  @Option(help: "Bytes of a request.") var maxBody = 4_000_000
  @Option(help: "Characters of a text, in UTF-16.") var maxText = 500_000
  @Option(name: .customLong("rules-dir"), help: "Read rules from this folder too.") var ruleFolders: [String] = []
  @Option(help: "debug, info, notice, warning or error.") var logLevel = "info"

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError("--port must be 0 to 65535") }
    guard rate > 0, concurrency > 0, connections > 0, timeout > 0, maxBody > 0, maxText > 0 else {
      throw ValidationError("limits must be more than 0")
    }
    guard Logger.Level(rawValue: logLevel) != nil else { throw ValidationError("unknown --log-level \(logLevel)") }
  }

  func run() async throws {
    var limits = APILimits()
    (limits.body, limits.textLength) = (maxBody, maxText)
    var options = GateOptions()
    (options.hosts, options.allowedOrigin) = (hosts.map { $0.lowercased() }, allowOrigin)
    options.connections = FileLimit.raised(for: connections)
    (options.requestsPerMinute, options.waiting, options.seconds) = (rate, concurrency, timeout)
    var logger = Logger(label: "sunting-server") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = Logger.Level(rawValue: logLevel) ?? .info
    let application = HTTPServer.application(
      api: API(limits: limits, ruleFolders: ruleFolders), options: options, host: host, port: port, logger: logger
    ) { [host] port in
      FileHandle.standardError.write(Data("sunting-server: http://\(host):\(port)/\n".utf8))
    }
    try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
  }
}
