import Testing

@testable import SuntingLSP

@Suite struct FramingTests {
  private func pieces(_ text: String, step: Int) -> [MessageFramer.Piece] {
    var framer = MessageFramer()
    var result: [MessageFramer.Piece] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: step) {
      framer.feed(bytes[start..<min(start + step, bytes.count)])
      while let piece = framer.next() { result.append(piece) }
    }
    return result
  }

  @Test(arguments: [1, 2, 7, 1000]) func cuts(_ step: Int) {
    let text = "Content-Length: 2\r\n\r\n{}content-type: x\r\nCONTENT-LENGTH:4\r\n\r\nnullContent-Length: 9\r\n\r\n{"
    #expect(pieces(text, step: step) == [.message(Array("{}".utf8)), .message(Array("null".utf8))])
  }

  @Test(arguments: [
    "Content-Length: x\r\n\r\n", "Panjang: 3\r\n\r\n", "Content-Length: -1\r\n\r\n",
    "Content-Length: 99999999999999999999\r\n\r\n",
  ])
  func goesOnAfterRubbish(_ header: String) {
    let found = pieces(header + "Content-Length: 2\r\n\r\n{}", step: 5)
    #expect(found.count == 2)
    #expect(found.last == .message(Array("{}".utf8)))
  }

  @Test func forgetsAnEndlessHeader() {
    let found = pieces(String(repeating: "x", count: 100_000) + "\r\n\r\nContent-Length: 2\r\n\r\n{}", step: 4096)
    #expect(found.count == 2)
    #expect(found.last == .message(Array("{}".utf8)))
  }
}
