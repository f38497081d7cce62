import Dispatch
import Foundation
import SuntingKit
import Synchronization

/// What the tool does when it is interrupted.
enum Signals {
  /// Keeps the watch alive as long as the process.
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []
  /// What is said when a run is interrupted.
  private static let farewell = Mutex<String?>(nil)

  /// A closed pipe and a file that grows too large become errors of the write; an interrupt or SIGTERM ends the run with
  /// 130 or 143, but never in the middle of replacing a file.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler {
        AtomicFile.betweenWrites {
          if let text = farewell.withLock({ $0 }) { Terminal.note(text) }
          _exit(128 + number)
        }
      }
      source.resume()
      sources.append(source)
    }
  }

  static func sayWhenInterrupted(_ text: String?) { farewell.withLock { $0 = text } }
}
