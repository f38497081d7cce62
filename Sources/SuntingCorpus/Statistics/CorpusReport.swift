internal import SuntingCore
internal import SuntingKit

/// What `sunting corpus stats` prints.
package struct CorpusReport {
  package let counts: CorpusCounts
  package let furniture: FurnitureTable
  package var shown = 50

  package init(counts: CorpusCounts, furniture: FurnitureTable) {
    self.counts = counts
    self.furniture = furniture
  }

  package func text() -> String {
    var output =
      "records \(counts.records), errors \(counts.errors), foreign \(counts.foreign), words \(counts.words), "
    output += "findings \(counts.findings), penalty per 1,000 words \(perThousand)\n"
    for (title, table) in [("family", counts.families), ("rule", counts.rules)] where !table.isEmpty {
      output += "\n   count  \(title)\n"
      for (name, count) in Self.sorted(table) { output += Self.padded(count) + "  \(name)\n" }
    }
    let lines = furniture.top(shown)
    guard !lines.isEmpty else { return output }
    output +=
      "\n   count  repeated line\(furniture.uncounted > 0 ? " (counts may be too high by \(furniture.uncounted))" : "")\n"
    for line in lines {
      output +=
        Self.padded(line.count) + "  \(line.text)\n          \(line.rule); \(line.samples.joined(separator: ", "))\n"
    }
    return output
  }

  package func json() -> String {
    func list(_ table: [String: Int], _ key: String) -> String {
      Self.sorted(table).map { "{\"\(key)\":\(JSONText.quoted($0.key)),\"findings\":\($0.value)}" }.joined(
        separator: ",\n")
    }
    let lines = furniture.top(shown).map { line in
      "{\"text\":\(JSONText.quoted(line.text)),\"rule\":\(JSONText.quoted(line.rule)),\"count\":\(line.count),"
        + "\"samples\":[\(line.samples.map(JSONText.quoted).joined(separator: ","))]}"
    }
    return "{\"version\":1,\"records\":\(counts.records),\"errors\":\(counts.errors),\"foreign\":\(counts.foreign),"
      + "\"words\":\(counts.words),\"findings\":\(counts.findings),\"penalty\":\(perThousand),\"families\":[\n"
      + list(counts.families, "family") + "\n],\"rules\":[\n" + list(counts.rules, "rule") + "\n],\"repeatedLines\":[\n"
      + lines.joined(separator: ",\n") + "\n],\"uncounted\":\(furniture.uncounted)}\n"
  }

  private var perThousand: String {
    let divisor = max(1, counts.words)
    return JSONBytes.decimal((counts.penalty * 100_000 + divisor / 2) / divisor)
  }

  private static func sorted(_ table: [String: Int]) -> [(key: String, value: Int)] {
    table.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }

  private static func padded(_ count: Int) -> String {
    let digits = String(count)
    return String(repeating: " ", count: max(0, 8 - digits.count)) + digits
  }
}
