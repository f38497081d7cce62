import Foundation

/// Standard output and error. A closed pipe ends the run quietly.
enum Terminal {
  static let isOutputTerminal = isatty(STDOUT_FILENO) == 1
  static let isErrorTerminal = isatty(STDERR_FILENO) == 1

  static func write(_ text: String) { write(text, to: STDOUT_FILENO) }
  static func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  static func error(_ text: String) {
    write(text.hasPrefix("Error: ") ? "sunting: " + text.dropFirst(7) + "\n" : "sunting: \(text)\n", to: STDERR_FILENO)
  }

  /// Columns of the terminal, 100 where there is none.
  static var width: Int {
    var size = winsize()
    guard isOutputTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 100 }
    return Int(size.ws_col)
  }

  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        let count = Foundation.write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
        if count < 0 {
          if errno == EINTR { continue }
          if errno == EPIPE { exit(0) }
          if descriptor == STDOUT_FILENO { exit(2) }
          return
        }
        offset += count
      }
    }
  }
}
