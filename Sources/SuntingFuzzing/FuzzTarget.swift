import SuntingKit
import SuntingLSP
import SuntingServer

/// What reads bytes that strangers send. Each is run on inputs that a fuzzer makes and on those it once found; beyond
/// not crashing, what it promises is checked.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// The stream of the language server, cut into messages.
  case framing
  /// Messages of a client to the language server, one on each line.
  case lsp
  /// Bodies of our own API.
  case json
  /// Forms of LanguageTool's API.
  case form
  /// Texts with markup annotated, as LanguageTool's clients send them.
  case annotation

  package struct Broken: Error, CustomStringConvertible {
    package let description: String
  }

  /// - Throws: `Broken` where a promise is not kept.
  package func run(_ bytes: [UInt8]) throws {
    switch self {
    case .framing: try Self.framing(bytes)
    case .lsp: try Self.lsp(bytes)
    case .json: try Self.json(bytes)
    case .form: _ = try Self.answer("/v2/check", "application/x-www-form-urlencoded", bytes)
    case .annotation: try Self.annotation(bytes)
    }
  }

  static func demand(_ holds: Bool, _ promise: @autoclosure () -> String) throws {
    if !holds { throw Broken(description: promise()) }
  }
}

// The language server

extension FuzzTarget {
  /// Messages are the same however the stream is cut.
  private static func framing(_ bytes: [UInt8]) throws {
    let whole = pieces(bytes, step: max(1, bytes.count))
    try demand(whole == pieces(bytes, step: 1), "bytes one by one give other messages than all at once")
    try demand(whole == pieces(bytes, step: 7), "bytes by sevens give other messages than all at once")
  }

  private static func pieces(_ bytes: [UInt8], step: Int) -> [MessageFramer.Piece] {
    var framer = MessageFramer()
    var result: [MessageFramer.Piece] = []
    for start in stride(from: 0, to: bytes.count, by: step) {
      framer.feed(bytes[start..<min(start + step, bytes.count)])
      while let piece = framer.next() { result.append(piece) }
    }
    return result
  }

  private static let workspace = Workspace()

  /// Every request gets exactly one answer.
  private static func lsp(_ bytes: [UInt8]) throws {
    let inbox = Inbox()
    let server = LanguageServer(workspace: workspace) { inbox.add($0) }
    let hello = #"{"jsonrpc":"2.0","id":"hello","method":"initialize","params":{"capabilities":{}}}"#
    _ = server.receive(Array(hello.utf8))
    var asked = 1
    // the commands write files
    for line in bytes.split(separator: 0x0A) where !line.contains(text: "executeCommand") {
      if let message = try? JSONParser.parse(Array(line)), isRequest(message) { asked += 1 }
      if server.receive(Array(line)) != nil { break }
    }
    server.drain()
    let answered = inbox.messages.filter { $0["method"].isNull && !$0["id"].isNull }.count
    try demand(answered == asked, "\(asked) requests, \(answered) answers")
  }

  private static func isRequest(_ message: JSONValue) -> Bool {
    guard !message["id"].isNull, !message["method"].isNull else { return false }
    return message["method"].string != nil || (message["result"].isNull && message["error"].isNull)
  }
}

// The HTTP server

extension FuzzTarget {
  private static let api = API()

  private static func answer(_ path: String, _ type: String, _ body: [UInt8]) throws -> JSONValue {
    let response = api.respond(APIRequest(method: "POST", path: path, contentType: type, body: body))
    try demand(response.status != 500, "internal error: \(String(decoding: response.body, as: UTF8.self))")
    guard let json = try? JSONParser.parse(response.body) else { throw Broken(description: "the answer is not JSON") }
    if response.status != 200 {
      try demand(json["error"]["message"].string?.isEmpty == false, "an error that does not say what to do")
    }
    return json
  }

  /// What was read is written so that it reads the same; findings lie inside the text.
  private static func json(_ bytes: [UInt8]) throws {
    if let value = try? JSONParser.parse(bytes) {
      let again = try? JSONParser.parse(Array(value.text.utf8))
      try demand(again == value, "written and read again it is another value: \(value.text)")
    }
    let check = try answer("/v1/check", "application/json", bytes)
    if let found = check["diagnostics"].array, let text = (try? JSONParser.parse(bytes))?["text"].string {
      for item in found { try inside(item["start"].int, item["end"].int, text.utf8.count) }
    }
    _ = try answer("/v1/fix", "application/json", bytes)
  }

  private static func inside(_ start: Int?, _ end: Int?, _ count: Int) throws {
    guard let start, let end else { throw Broken(description: "a finding without a place") }
    try demand(0 <= start && start <= end && end <= count, "a finding at \(start)..<\(end) of \(count)")
  }

  /// Matches lie inside text and markup together.
  private static func annotation(_ bytes: [UInt8]) throws {
    let form = Array("language=id&level=picky&data=".utf8) + bytes.flatMap(percentEncoded)
    let json = try answer("/v2/check", "application/x-www-form-urlencoded", form)
    guard let matches = json["matches"].array, let data = try? JSONParser.parse(bytes) else { return }
    let parts = data["annotation"].array ?? []
    let count = parts.reduce(0) { $0 + ($1["text"].string ?? $1["markup"].string ?? "").utf16.count }
    for match in matches {
      let start = match["offset"].int
      try inside(start, start.flatMap { start in match["length"].int.map { start + $0 } }, count)
    }
  }

  private static func percentEncoded(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}

extension ArraySlice<UInt8> {
  fileprivate func contains(text: String) -> Bool { String(decoding: self, as: UTF8.self).contains(text) }
}
