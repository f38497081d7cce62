import Foundation
import SuntingKit

/// Standard output and error. A closed pipe ends the run quietly.
enum Terminal {
  static let isOutputTerminal = isatty(STDOUT_FILENO) == 1
  static let isErrorTerminal = isatty(STDERR_FILENO) == 1
  static let isInputTerminal = isatty(STDIN_FILENO) == 1

  static let outputDescriptor = STDOUT_FILENO
  static let errorDescriptor = STDERR_FILENO

  static func write(_ text: String) { write(text, to: STDOUT_FILENO) }
  static func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  static func error(_ text: String) {
    write(text.hasPrefix("Error: ") ? "sunting: " + text.dropFirst(7) + "\n" : "sunting: \(text)\n", to: STDERR_FILENO)
  }

  /// Columns of the terminal, 100 where there is none.
  static var width: Int { width(of: STDOUT_FILENO) }
  static var errorWidth: Int { width(of: STDERR_FILENO) }

  private static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 100 }
    return Int(size.ws_col)
  }

  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// Text of an article goes out byte for byte.
  static func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0, to: STDOUT_FILENO) } }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var offset = 0
    while offset < bytes.count {
      let count = Foundation.write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(0) }
        if descriptor == STDOUT_FILENO {
          write("sunting: standard output cannot be written: \(String(cString: strerror(errno)))\n", to: STDERR_FILENO)
          exit(2)
        }
        return
      }
      offset += count
    }
  }
}
