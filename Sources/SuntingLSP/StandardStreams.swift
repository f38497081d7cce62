import Foundation
import SuntingKit

/// Runs the server on standard input and output.
package enum StandardStreams {
  /// - Returns: the process's exit status.
  package static func run() -> Int32 {
    let server = LanguageServer { message in
      let body = Array(message.text.utf8)
      write(Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
    }
    var framer = MessageFramer()
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return 1 }
      framer.feed(chunk[..<count])
      while let piece = framer.next() {
        switch piece {
        case .message(let bytes):
          guard let status = server.receive(bytes) else { continue }
          server.drain()
          return status
        case .malformed(let reason): server.reportMalformed(reason)
        }
      }
    }
  }

  /// A client that no longer listens will close the input too.
  private static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
