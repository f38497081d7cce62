import ArgumentParser
import Foundation
import SuntingKit

struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Measure recall and precision on Corpus/, and the difference to the accepted state.")

  @Option(help: "The annotated corpus.") var corpus = "Corpus"
  @Option(help: "The accepted figures.") var measured = "Rules/measured.tsv"
  @Flag(help: "Accept the figures as they are now.") var accept = false
  @Flag(help: "Exit with 1 where the figures differ from the accepted ones.") var check = false
  @Flag(help: "List false alarms.") var list = false
  @Flag(help: "Count suggestions too.") var all = false

  func run() throws {
    let score = try CorpusScore(
      folder: URL(fileURLWithPath: corpus), engine: try Engine(), includeSuggestions: all)
    if list { (score.falseFindings + score.cleanFindings).forEach { print($0) } }
    print(report(score))
    let now = Self.table(score)
    let accepted = (try? String(contentsOfFile: measured, encoding: .utf8)) ?? ""
    let difference = Self.difference(from: accepted, to: now)
    if !difference.isEmpty { print("\nDifference to \(measured):\n" + difference.joined(separator: "\n")) }
    if accept { try now.write(toFile: measured, atomically: true, encoding: .utf8) }
    if check && !difference.isEmpty {
      print("\nIf this is meant, accept it with: swift run sunting-dev corpus --accept")
      throw ExitCode(1)
    }
  }

  private func report(_ score: CorpusScore) -> String {
    var lines = ["family          found    all  recall"]
    for (family, count) in score.gold.sorted(by: { $0.key < $1.key }) {
      lines.append(
        Self.left(family, 14) + Self.right(score.found[family, default: 0], 7) + Self.right(count, 7)
          + Self.percent(Double(score.found[family, default: 0]) / Double(count)))
    }
    let (found, gold) = (score.found.values.reduce(0, +), score.gold.values.reduce(0, +))
    let total = score.total
    lines.append(
      Self.left("all", 14) + Self.right(found, 7) + Self.right(gold, 7)
        + Self.percent(Double(found) / Double(max(gold, 1))))
    lines.append("")
    lines.append("diagnostics \(total.hits), right \(total.right), precision\(Self.percent(total.precision))")
    lines.append("on \(score.cleanWords) clean words: \(total.cleanHits)")
    return lines.joined(separator: "\n")
  }

  /// One row per rule with hits: what `sunting explain` shows.
  static func table(_ score: CorpusScore) -> String {
    var lines = ["rule\thits\tright\tlow\thigh\tclean-hits\tclean-words"]
    for (rule, own) in score.byRule.sorted(by: { $0.key < $1.key }) {
      let interval = own.interval
      lines.append(
        [
          rule, "\(own.hits)", "\(own.right)", decimal(interval.low), decimal(interval.high), "\(own.cleanHits)",
          "\(score.cleanWords)",
        ].joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func difference(from old: String, to new: String) -> [String] {
    let before = Set(old.split(separator: "\n")), after = Set(new.split(separator: "\n"))
    let changes = before.subtracting(after).map { ("-", $0) } + after.subtracting(before).map { ("+", $0) }
    return changes.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { "\($0.0) \($0.1)" }
  }

  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 1000).rounded())
    return "\(hundredths / 1000)." + String(String(hundredths % 1000 + 1000).dropFirst())
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
  private static func right(_ number: Int, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - String(number).count)) + String(number)
  }
  private static func percent(_ value: Double) -> String { right(Int((value * 100).rounded()), 7) + " %" }
}
