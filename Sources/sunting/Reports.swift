import SuntingCore
import SuntingKit

/// The reporters of a run and where each writes.
struct Reports {
  private struct Sink {
    var reporter: any Reporter
    /// nil for the terminal or pipe.
    let file: String?
    var text = ""
  }

  private var sinks: [Sink] = []
  private let descriptor: Int32
  private let limit: Int?
  private var shown = 0
  /// Findings beyond `--max-diagnostics`.
  private(set) var hidden = 0
  private(set) var hasFailed = false

  /// - Parameter isSilent: nothing but files is written; standard output holds something else.
  init(_ output: OutputOptions, language: MessageLanguage, isSilent: Bool, descriptor: Int32) {
    self.descriptor = descriptor
    limit = output.maxDiagnostics
    let isTerminal = descriptor == Terminal.outputDescriptor ? Terminal.isOutputTerminal : Terminal.isErrorTerminal
    var requests = output.format
    if !requests.contains(where: { $0.file == nil }), requests.isEmpty || !isSilent {
      requests.insert(FormatRequest(format: isTerminal ? .full : .concise, file: nil), at: 0)
    }
    for request in requests where request.file != nil || !isSilent {
      let style = ReportStyle(
        language: language,
        isColored: request.file == nil ? output.color.isColored(isTerminal) : output.color == .always,
        width: request.file == nil ? Terminal.width : 100)
      sinks.append(Sink(reporter: request.format.reporter(style), file: request.file))
    }
  }

  mutating func add(_ report: FileReport) {
    var report = report
    if let limit {
      let room = max(0, limit - shown)
      hidden += max(0, report.diagnostics.count - room)
      report.diagnostics = Array(report.diagnostics.prefix(room))
      shown += report.diagnostics.count
    }
    write { $0.add(report, to: &$1) }
  }

  mutating func finish(_ summary: RunSummary) {
    write { $0.finish(summary, to: &$1) }
    for sink in sinks {
      guard let file = sink.file else { continue }
      do { try AtomicFile.write(file, Array(sink.text.utf8)) } catch {
        hasFailed = true
        Terminal.note("\(error)")
      }
    }
  }

  private mutating func write(_ body: (inout any Reporter, inout String) -> Void) {
    for index in sinks.indices {
      var text = ""
      body(&sinks[index].reporter, &text)
      if sinks[index].file == nil { Terminal.write(text, to: descriptor) } else { sinks[index].text += text }
    }
  }
}
