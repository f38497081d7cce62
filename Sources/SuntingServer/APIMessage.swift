import SuntingKit

/// A request as far as the API looks at it.
package struct APIRequest: Sendable {
  package var method: String
  package var path: String
  package var query: String
  package var contentType: String
  package var body: [UInt8]

  package init(method: String, path: String, query: String = "", contentType: String = "", body: [UInt8] = []) {
    self.method = method
    self.path = path
    self.query = query
    self.contentType = contentType
    self.body = body
  }
}

package struct APIResponse: Sendable {
  package var status: Int
  package var contentType: String
  package var body: [UInt8]

  package init(status: Int = 200, contentType: String, body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }

  static let json = "application/json; charset=utf-8"

  init(_ value: JSONValue) { self.init(contentType: Self.json, body: Array(value.text.utf8)) }
  init(json: String) { self.init(contentType: Self.json, body: Array(json.utf8)) }
  init(plain: String) { self.init(contentType: "text/plain; charset=utf-8", body: Array(plain.utf8)) }
}

/// Why a request is refused, and what to do about it.
package struct APIError: Error, Sendable {
  package let status: Int
  package let message: String

  package init(_ status: Int, _ message: String) {
    self.status = status
    self.message = message
  }

  package var response: APIResponse {
    var response = APIResponse(["error": ["status": .int(status), "message": .string(message)]])
    response.status = status
    return response
  }
}
