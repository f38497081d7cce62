import Dispatch
import Foundation
import SuntingKit

/// What the tool does when it is interrupted.
enum Signals {
  /// Keeps the watch alive as long as the process.
  nonisolated(unsafe) private static var interrupt: (any DispatchSourceSignal)?

  /// A closed pipe and a file that grows too large become errors of the write; an interrupt ends the run with 130, but
  /// never in the middle of replacing a file.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global(qos: .userInteractive))
    source.setEventHandler { AtomicFile.betweenWrites { _exit(130) } }
    source.resume()
    interrupt = source
  }
}
