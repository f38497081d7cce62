/// Cuts a stream of bytes into messages by their `Content-Length`.
package struct MessageFramer {
  package enum Piece: Equatable, Sendable {
    case message([UInt8])
    /// What was skipped is no message.
    case malformed(String)
  }

  static let longestHeader = 8 * 1024
  static let longestBody = 256 * 1024 * 1024

  private var buffer: [UInt8] = []
  private var position = 0
  private var expected: Int?
  private var isSkipping = false

  package init() {}

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    buffer += bytes
  }

  /// The next piece, nil when more bytes are needed. Where the stream was cut makes no difference.
  package mutating func next() -> Piece? {
    if let expected { return body(expected) }
    guard let end = headerEnd() else { return endlessHeader() }
    let header = buffer[position..<end.lowerBound]
    position = end.upperBound
    if isSkipping {
      isSkipping = false
      return next()
    }
    guard header.count <= Self.longestHeader else { return Self.overlong }
    switch Self.length(of: String(decoding: header, as: UTF8.self)) {
    case .success(let length):
      expected = length
      return body(length)
    case .failure(let problem): return .malformed(problem.reason)
    }
  }

  private mutating func body(_ length: Int) -> Piece? {
    guard buffer.count - position >= length else { return nil }
    defer {
      position += length
      expected = nil
    }
    return .message(Array(buffer[position..<(position + length)]))
  }

  private func headerEnd() -> Range<Int>? {
    var index = position
    while index + 3 < buffer.count {
      if buffer[index] == 0x0D, buffer[index + 1] == 0x0A, buffer[index + 2] == 0x0D, buffer[index + 3] == 0x0A {
        return index..<(index + 4)
      }
      index += 1
    }
    return nil
  }

  private static let overlong = Piece.malformed("a header longer than \(longestHeader) bytes")

  /// A header without an end is thrown away but for the last bytes, which may begin its end, so that a stream of
  /// anything else takes no memory.
  private mutating func endlessHeader() -> Piece? {
    guard buffer.count - position > Self.longestHeader + 3 else { return nil }
    position = buffer.count - 3
    defer { isSkipping = true }
    return isSkipping ? nil : Self.overlong
  }

  private struct Problem: Error { let reason: String }

  private static func length(of header: String) -> Result<Int, Problem> {
    for line in header.split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased().filter({ $0 != " " }) == "content-length" else { continue }
      guard let length = Int(parts[1].filter { $0 != " " }), length >= 0 else {
        return .failure(Problem(reason: "Content-Length is not a number"))
      }
      guard length <= longestBody else {
        return .failure(Problem(reason: "Content-Length is more than \(longestBody)"))
      }
      return .success(length)
    }
    return .failure(Problem(reason: "a header without Content-Length"))
  }
}
