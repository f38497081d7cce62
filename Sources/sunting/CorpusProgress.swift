import Foundation
import SuntingCorpus

/// Rate and time left on a terminal, and one line at the end.
struct CorpusProgress {
  private let isOn: Bool
  private let start = Date()
  private var last = 0.0
  private var isShown = false
  private var first: UInt64?

  init(isQuiet: Bool) { isOn = !isQuiet && Terminal.isErrorTerminal }

  mutating func show(_ progress: CorpusRun.Progress) {
    // what an interrupted run had done is no work of this one
    let begun = first ?? progress.taken
    first = begun
    let seconds = -start.timeIntervalSinceNow
    guard isOn, seconds > 1, seconds - last > 0.2 else { return }
    last = seconds
    isShown = true
    let rate = Double(progress.taken - begun) / seconds
    var text = "\(progress.counts.records) records  \(Self.megabytes(rate)) MB/s"
    if progress.total > 0 {
      let taken = min(progress.total, progress.taken)
      text = "\(Self.bar(Double(taken) / Double(progress.total))) \(taken * 100 / progress.total) %  \(text)"
      if rate > 0 { text += "  \(Self.time(Double(progress.total - taken) / rate)) left" }
    }
    Terminal.write("\r\u{1B}[K\(text)", to: STDERR_FILENO)
  }

  mutating func clear() {
    guard isShown else { return }
    isShown = false
    Terminal.write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  func summary(_ counts: CorpusCounts, _ mode: CorpusMode) -> String {
    var text = "\(counts.records) records, \(counts.words) words, \(counts.findings) findings"
    switch mode {
    case .filter: text += ", \(counts.rejected) rejected"
    case .fix: text += ", \(counts.fixed) fixed in \(counts.changed) records"
    case .annotate, .stats: break
    }
    if counts.foreign > 0 { text += ", \(counts.foreign) not Indonesian" }
    if counts.errors > 0 { text += ", \(counts.errors) could not be read" }
    guard Terminal.isErrorTerminal else { return text }
    let seconds = max(0.001, -start.timeIntervalSinceNow)
    return text + " (\(Self.time(seconds)), \(Self.megabytes(Double(counts.bytes) / seconds)) MB/s)"
  }

  private static func bar(_ part: Double) -> String {
    let full = Int(part * 24)
    return String(repeating: "█", count: full) + String(repeating: "░", count: 24 - full)
  }

  private static func megabytes(_ bytes: Double) -> String { String(format: "%.1f", bytes / 1e6) }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole / 60 % 60) min"
  }
}
