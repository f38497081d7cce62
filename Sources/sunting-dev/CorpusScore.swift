import Foundation
import SuntingCore
import SuntingKit

/// One annotated span: 1-based line, code points within it, end exclusive.
struct GoldSpan {
  let line: Int
  let start: Int
  let end: Int
  let family: String
  var isDefect: Bool { family != "ok" }

  /// The spans of each file of `gold.tsv`.
  static func read(_ url: URL) throws -> [String: [GoldSpan]] {
    var result: [String: [GoldSpan]] = [:]
    for row in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst() {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 6, let line = Int(fields[1]), let start = Int(fields[2]), let end = Int(fields[3]) else {
        throw ScoreError(message: "\(url.lastPathComponent): a row without line, start and end: \(row)")
      }
      result[String(fields[0]), default: []].append(
        GoldSpan(line: line, start: start, end: end, family: String(fields[4])))
    }
    return result
  }
}

struct ScoreError: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}

/// Findings and annotations counted: of a rule, a family or all.
struct Score {
  var hits = 0
  var right = 0
  var cleanHits = 0

  var precision: Double { hits == 0 ? 0 : Double(right) / Double(hits) }

  /// Wilson's interval of the precision at 95 %.
  var interval: (low: Double, high: Double) {
    guard hits > 0 else { return (0, 1) }
    let (n, p, z) = (Double(hits), precision, 1.96)
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return (max(0, middle - half), min(1, middle + half))
  }
}

/// Lints an annotated corpus and counts. A diagnostic and a span of one line match when they share at least half of
/// the shorter, and the diagnostic is at most four times as long; families need not agree.
struct CorpusScore {
  private(set) var byRule: [String: Score] = [:]
  private(set) var found: [String: Int] = [:]
  private(set) var gold: [String: Int] = [:]
  private(set) var cleanWords = 0
  private(set) var cleanFindings: [String] = []
  private(set) var falseFindings: [String] = []

  init(folder: URL, engine: Engine, includeSuggestions: Bool) throws {
    let spans = try GoldSpan.read(folder.appendingPathComponent("mt/gold.tsv"))
    for (name, gold) in spans.sorted(by: { $0.key < $1.key }) {
      let report = try Self.lint(folder.appendingPathComponent("mt/\(name)"), engine)
      add(report, name, gold, includeSuggestions)
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("clean").path)
      .sorted()
    where name.hasSuffix(".txt") {
      let report = try Self.lint(folder.appendingPathComponent("clean/\(name)"), engine)
      cleanWords += report.words
      for diagnostic in report.diagnostics where includeSuggestions || diagnostic.severity > .suggestion {
        byRule[diagnostic.rule, default: Score()].cleanHits += 1
        let (line, column) = report.place(diagnostic.range.start)
        cleanFindings.append("clean/\(name):\(line):\(column): \(diagnostic.rule): \(diagnostic.text)")
      }
    }
  }

  private static func lint(_ url: URL, _ engine: Engine) throws -> FileReport {
    let source = try SourceFile.decode([UInt8](Data(contentsOf: url)), path: url.lastPathComponent)
    return try engine.lint(source, prose: PlainText.prose(source.bytes))
  }

  private mutating func add(_ report: FileReport, _ name: String, _ spans: [GoldSpan], _ includeSuggestions: Bool) {
    var isFound = [Bool](repeating: false, count: spans.count)
    for diagnostic in report.diagnostics where includeSuggestions || diagnostic.severity > .suggestion {
      let (line, column) = report.place(diagnostic.range.start)
      let (endLine, endColumn) = report.place(diagnostic.range.end)
      let start = column - 1
      let end = endLine == line ? max(endColumn - 1, start + 1) : start + diagnostic.text.unicodeScalars.count
      var isRight = false
      for (index, span) in spans.enumerated() where span.isDefect && span.line == line {
        let shared = min(end, span.end) - max(start, span.start)
        let fits = shared > 0 && 2 * shared >= min(end - start, span.end - span.start)
        if fits && end - start <= 4 * max(span.end - span.start, 3) {
          isRight = true
          isFound[index] = true
        }
      }
      byRule[diagnostic.rule, default: Score()].hits += 1
      if isRight {
        byRule[diagnostic.rule]!.right += 1
      } else {
        falseFindings.append("mt/\(name):\(line):\(column): \(diagnostic.rule): \(diagnostic.text)")
      }
    }
    for (index, span) in spans.enumerated() where span.isDefect {
      gold[span.family, default: 0] += 1
      if isFound[index] { found[span.family, default: 0] += 1 }
    }
  }

  var total: Score {
    byRule.values.reduce(into: Score()) {
      $0.hits += $1.hits
      $0.right += $1.right
      $0.cleanHits += $1.cleanHits
    }
  }
}
