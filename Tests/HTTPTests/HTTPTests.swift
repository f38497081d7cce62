import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SuntingHTTP
import SuntingServer
import Testing

@Suite struct HTTPTests {
  private func answers(
    _ options: GateOptions = GateOptions(), limits: APILimits = APILimits(), path: String,
    method: HTTPRequest.Method = .get,
    headers: HTTPFields = [:], body: String? = nil, times: Int = 1
  ) async throws -> TestResponse {
    let application = HTTPServer.application(api: API(limits: limits), options: options)
    return try await application.test(.router) { client in
      var last: TestResponse?
      for _ in 0..<times {
        last = try await client.execute(
          uri: path, method: method,
          headers: (HTTPFields([.init(name: .init("Host")!, value: "localhost:8081")])).merging(headers),
          body: body.map { ByteBuffer(string: $0) })
      }
      return last!
    }
  }

  @Test func answersAsLanguageTool() async throws {
    let answer = try await answers(
      path: "/v2/check", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
      body: "language=id&text=Itu+dari+dari+sana.")
    #expect(answer.status == .ok)
    #expect(String(buffer: answer.body).contains("repetition/repeated-word"))
    #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
  }

  @Test func refusesForeignNames() async throws {
    #expect(
      try await answers(path: "/healthz", headers: [HTTPField.Name("Host")!: "jahat.example"]).status == .forbidden)
    var options = GateOptions()
    options.hosts = ["redaksi.example"]
    #expect(
      try await answers(options, path: "/healthz", headers: [HTTPField.Name("Host")!: "redaksi.example"]).status == .ok)
  }

  @Test func limitsSizeAndRate() async throws {
    var limits = APILimits()
    limits.body = 10
    let large = try await answers(
      limits: limits, path: "/v1/check", method: .post, body: "{\"text\":\"panjang sekali\"}")
    #expect(large.status == .contentTooLarge)
    var options = GateOptions()
    options.requestsPerMinute = 3
    #expect(try await answers(options, path: "/healthz", times: 5).status == .tooManyRequests)
  }

  @Test func letsOtherOriginsInOnlyWhenTold() async throws {
    #expect(try await answers(path: "/v2/check", method: .options).status == .forbidden)
    var options = GateOptions()
    options.allowedOrigin = "https://redaksi.example"
    let answer = try await answers(options, path: "/v2/check", method: .options)
    #expect(answer.status == .noContent)
    #expect(answer.headers[.accessControlAllowOrigin] == "https://redaksi.example")
  }
}

extension HTTPFields {
  fileprivate func merging(_ other: HTTPFields) -> HTTPFields {
    var result = self
    for field in other { result[field.name] = field.value }
    return result
  }
}
