import Foundation

/// How far a long run is; on a terminal only, and not in the first second.
struct Progress {
  private let total: Int
  private let isOn: Bool
  private let start = DispatchTime.now().uptimeNanoseconds
  private var last: UInt64 = 0
  private var done = 0
  private var isShown = false

  init(total: Int, isQuiet: Bool) {
    self.total = total
    isOn = !isQuiet && Terminal.isErrorTerminal && total > 1
  }

  mutating func advance() {
    done += 1
    guard isOn, done < total else { return clear() }
    let now = DispatchTime.now().uptimeNanoseconds
    guard now - start > 1_000_000_000, now - last > 100_000_000 else { return }
    last = now
    isShown = true
    Terminal.write("\r\u{1B}[K\(done)/\(total)", to: STDERR_FILENO)
  }

  mutating func clear() {
    guard isShown else { return }
    isShown = false
    Terminal.write("\r\u{1B}[K", to: STDERR_FILENO)
  }
}
