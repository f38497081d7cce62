import ArgumentParser
import Foundation
import SuntingCore
import SuntingICU
import SuntingKit

/// Times the stages of linting inside one process, round by round, so that what else the machine does hits all alike.
struct StageBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract:
      "Time the stages of linting on the texts of a folder, beside ICU's bare word iteration of the same bytes.",
    discussion:
      "Prints, tab-separated: stage, megabytes per second of CPU (median), ratio to ICU. `make bench` runs it.")

  @Argument(help: "Folders and files of plain text.") var paths: [String] = []
  @Option(help: "How often each stage is timed.") var rounds = 5
  @Option(help: "So many megabytes are read at most.") var megabytes = 10.0
  @Option(help: "Only the stages whose name begins so.") var only = ""
  @Flag(help: "List the rules that ask a dictionary, and do nothing else.") var asking = false

  private struct Stage {
    let name: String
    let run: () throws -> Void
    var times: [Double] = []
  }

  func run() throws {
    if asking {
      let linter = try Engine(selection: Selection(select: ["all"])).linter
      print(linter.checksNeedingLexicon.map { linter.tables.rules[$0].id }.sorted().joined(separator: "\n"))
      return
    }
    let texts = try texts()
    let size = Double(texts.reduce(0) { $0 + $1.count })
    let proses = texts.map { InputFormat.text.prose($0) }
    var stages = try stages(texts, proses).filter { $0.name.hasPrefix(only) }
    guard !stages.isEmpty else { throw ValidationError("no stage is called “\(only)”") }
    for stage in stages { try stage.run() }
    for _ in 0..<rounds {
      for index in stages.indices {
        let start = Self.processorTime()
        try stages[index].run()
        stages[index].times.append(Self.processorTime() - start)
      }
    }
    print("# \(texts.count) articles, \(String(format: "%.1f", size / 1e6)) MB, \(rounds) rounds, medians")
    let base = Self.median(stages[0].times)
    for stage in stages {
      let time = Self.median(stage.times)
      print("\(stage.name)\t\(String(format: "%.1f", size / time / 1e6))\t\(String(format: "%.2f", base / time))")
    }
    if only.isEmpty { try printArticleTime(texts) }
  }

  /// An article of 10 KB from a warm engine.
  private func printArticleTime(_ texts: [[UInt8]]) throws {
    let bytes = Array(texts.joined().prefix(10_000).drop { $0 & 0xC0 == 0x80 })
    guard let end = bytes.lastIndex(of: 0x0A) else { return }
    let source = SourceFile(path: "", bytes: Array(bytes[...end]))
    let engine = try Engine()
    var times: [Double] = []
    for _ in 0..<100 {
      let start = Self.processorTime()
      _ = try engine.lint(source, prose: InputFormat.text.prose(source.bytes))
      times.append(Self.processorTime() - start)
    }
    print("# \(source.bytes.count) bytes from a warm engine: \(String(format: "%.2f", Self.median(times) * 1000)) ms")
  }

  private func stages(_ texts: [[UInt8]], _ proses: [Prose]) throws -> [Stage] {
    let words = try BreakIterator(.word, locale: "id")
    let usual = try Engine()
    let all = try Engine(selection: Selection(select: ["all"]))
    let tokenizer = try all.linter.tokenizer()
    // without a lexicon the rules that ask it do not run
    let worker = try all.linter.worker(lexicon: nil)
    var sink = 0
    return [
      Stage(name: "ICU word boundaries") {
        for text in texts {
          try text.withUnsafeBufferPointer { buffer in
            try words.forEachSegment(in: buffer) { end, _ in sink &+= end }
          }
        }
      },
      Stage(name: "format (plain text)") {
        for text in texts { sink &+= InputFormat.text.prose(text).blocks.count }
      },
      Stage(name: "tokens, words, sentences") {
        for prose in proses { sink &+= try tokenizer.document(prose).tokens.count }
      },
      Stage(name: "tokens and patterns") {
        for prose in proses { sink &+= all.linter.matchCount(try tokenizer.document(prose)) }
      },
      Stage(name: "all rules that ask no dictionary") {
        for prose in proses { sink &+= try worker.lint(prose).diagnostics.count }
      },
      Stage(name: "rules on by default") {
        for (text, prose) in zip(texts, proses) {
          sink &+= try usual.lint(SourceFile(path: "", bytes: text), prose: prose).diagnostics.count
        }
      },
      Stage(name: "all rules") {
        for (text, prose) in zip(texts, proses) {
          sink &+= try all.lint(SourceFile(path: "", bytes: text), prose: prose).diagnostics.count
        }
      },
    ]
  }

  private func texts() throws -> [[UInt8]] {
    var left = megabytes * 1e6
    var texts: [[UInt8]] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw ValidationError("there is no \(path)")
      }
      let names = isFolder.boolValue ? try FileManager.default.subpathsOfDirectory(atPath: path).sorted() : [""]
      for name in names where left > 0 && (name.isEmpty || name.hasSuffix(".txt")) {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: name.isEmpty ? path : "\(path)/\(name)")))
        left -= Double(bytes.count)
        texts.append(bytes)
      }
    }
    guard !texts.isEmpty else { throw ValidationError("no text in \(paths.joined(separator: ", "))") }
    return texts
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted[sorted.count / 2]
  }
}
