import Hummingbird

/// The least a Hummingbird server does, to hold ours against.
@main
struct Hello {
  static func main() async throws {
    let router = Router()
    router.get("/") { _, _ in "hello" }
    let port = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 8082
    try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
      .runService()
  }
}
