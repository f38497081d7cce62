import Foundation
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore
package import SuntingServer

/// Between Hummingbird and the API.
package struct Responder: HTTPResponder {
  package typealias Context = SuntingContext

  private let api: API
  private let gate: Gate
  private let workers = Workers(threads: ProcessInfo.processInfo.activeProcessorCount)

  package init(api: API, gate: Gate) {
    self.api = api
    self.gate = gate
  }

  package func respond(to request: Request, context: SuntingContext) async -> Response {
    let start = ContinuousClock.now
    let answer: APIResponse
    do {
      try gate.admit(host: request.headers[.init("Host")!] ?? request.head.authority, client: context.client)
      answer = request.method == .options ? try preflight(request) : try await ask(request, context)
    } catch let error as APIError {
      answer = api.refuse(request.uri.path, error)
    } catch {
      answer = api.refuse(request.uri.path, APIError(400, "the request could not be read to its end"))
    }
    context.logger.info(
      "request",
      metadata: [
        "method": "\(request.method)", "path": "\(request.uri.path.prefix(80))", "status": "\(answer.status)",
        "ms": "\((ContinuousClock.now - start) / .milliseconds(1))",
      ])
    return response(answer, isHead: request.method == .head)
  }

  private func preflight(_ request: Request) throws(APIError) -> APIResponse {
    guard gate.options.allowedOrigin != nil else {
      throw APIError(403, "pages of other origins may not ask; start the server with --allow-origin")
    }
    return APIResponse(status: 204, contentType: "text/plain", body: [])
  }

  private func ask(_ request: Request, _ context: SuntingContext) async throws -> APIResponse {
    let limit = api.limits.body
    if let text = request.headers[.contentLength], let length = Int(text), length > limit { throw tooLarge(limit) }
    let body = try await timed { try await Self.body(request, limit: limit) }
    let question = APIRequest(
      method: request.method.rawValue, path: request.uri.path, query: request.uri.query ?? "",
      contentType: request.headers[.contentType] ?? "", body: body)
    try gate.enter()
    defer { gate.leave() }
    return await workers.run { [api] in
      // who went away while the request waited gets no work done
      context.isConnected ? api.respond(question) : api.refuse(question.path, APIError(503, "the client is gone"))
    }
  }

  private static func body(_ request: Request, limit: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await part in request.body {
      guard bytes.count + part.readableBytes <= limit else { throw tooLarge(limit) }
      bytes += part.readableBytesView
    }
    return bytes
  }

  private static func tooLarge(_ limit: Int) -> APIError {
    APIError(413, "the body is larger than \(limit) bytes; send the text in parts")
  }
  private func tooLarge(_ limit: Int) -> APIError { Self.tooLarge(limit) }

  /// A client that sends its body slower than the limit is let go.
  private func timed<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let seconds = gate.options.seconds
    return try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw APIError(408, "the body took longer than \(seconds) seconds")
      }
      guard let first = try await group.next() else { throw CancellationError() }
      group.cancelAll()
      return first
    }
  }

  private func response(_ answer: APIResponse, isHead: Bool) -> Response {
    var headers: HTTPFields = [.contentType: answer.contentType]
    for (name, value) in Self.protection { headers[name] = value }
    if let origin = gate.options.allowedOrigin {
      headers[.accessControlAllowOrigin] = origin
      headers[.accessControlAllowHeaders] = "content-type"
      headers[.accessControlAllowMethods] = "GET, POST, OPTIONS"
    }
    if answer.status == 429 || answer.status == 503 { headers[.retryAfter] = "5" }
    if answer.status == 413 || answer.status == 408 { headers[.connection] = "close" }
    headers[.contentLength] = String(answer.body.count)
    let body: ResponseBody = isHead ? .init() : .init(byteBuffer: ByteBuffer(bytes: answer.body))
    return Response(status: .init(code: answer.status), headers: headers, body: body)
  }

  private static let protection: [(HTTPField.Name, String)] = [
    (.contentSecurityPolicy, ContentSecurityPolicy.text), (.xContentTypeOptions, "nosniff"),
    (HTTPField.Name("Referrer-Policy")!, "no-referrer"), (.cacheControl, "no-store"),
    (HTTPField.Name("X-Frame-Options")!, "DENY"), (.server, "sunting"),
  ]
}

/// The page may load its own files and ask its own server, and nothing else.
enum ContentSecurityPolicy {
  static let text =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}
