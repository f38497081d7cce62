package import SuntingCore

/// Findings and penalty of a whole run, per rule, family and file.
package struct Statistics: Sendable {
  private struct Count: Sendable {
    var findings = 0
    var penalty = 0
    var fixable = 0
    mutating func add(_ diagnostic: Diagnostic) {
      findings += 1
      penalty += diagnostic.penalty
      if diagnostic.fixes.contains(where: { $0.safety == .safe }) { fixable += 1 }
    }
  }

  private var rules: [String: Count] = [:]
  private var families: [String: Count] = [:]
  private var files: [(path: String, words: Int, count: Count)] = []
  private var summary = RunSummary()

  package init() {}

  package mutating func add(_ report: FileReport) {
    var own = Count()
    for diagnostic in report.diagnostics {
      own.add(diagnostic)
      rules[diagnostic.rule, default: Count()].add(diagnostic)
      families[diagnostic.family, default: Count()].add(diagnostic)
    }
    files.append((report.path, report.words, own))
    summary.add(report)
  }

  package func text(_ language: MessageLanguage) -> String {
    let isIndonesian = language == .id
    var output = isIndonesian ? "  temuan penalti    aman  aturan\n" : "findings penalty    safe  rule\n"
    output += Self.table(rules)
    output += isIndonesian ? "\n  temuan penalti    aman  rumpun\n" : "\nfindings penalty    safe  family\n"
    output += Self.table(families)
    output += isIndonesian ? "\n  temuan penalti    kata  berkas\n" : "\nfindings penalty   words  file\n"
    for file in files where file.count.findings > 0 {
      output += Self.line([file.count.findings, file.count.penalty, file.words], file.path)
    }
    return output + "\n" + ClosingSummary.line(summary, language) + "\n"
  }

  private static func table(_ counts: [String: Count]) -> String {
    sorted(counts).map { line([$0.value.findings, $0.value.penalty, $0.value.fixable], $0.key) }.joined()
  }

  private static func sorted(_ counts: [String: Count]) -> [(key: String, value: Count)] {
    counts.sorted { ($1.value.findings, $0.key) < ($0.value.findings, $1.key) }
  }

  private static func line(_ numbers: [Int], _ name: String) -> String {
    numbers.map { number in
      let digits = String(number)
      return String(repeating: " ", count: max(0, 8 - digits.count)) + digits
    }.joined() + "  " + name + "\n"
  }

  package func json() -> String {
    func list(_ counts: [String: Count], _ key: String) -> String {
      Self.sorted(counts).map { Self.object(key, $0.key, $0.value) }.joined(separator: ",\n")
    }
    let perFile = files.map { file in
      Self.object("file", file.path, file.count, extra: ",\"words\":\(file.words)")
    }.joined(separator: ",\n")
    return "{\"version\":1,\"files\":\(summary.files),\"words\":\(summary.words),\"findings\":\(summary.findings),"
      + "\"penalty\":\(summary.penalty),\"rules\":[\n\(list(rules, "rule"))\n],\"families\":[\n\(list(families, "family"))\n],"
      + "\"perFile\":[\n\(perFile)\n]}\n"
  }

  private static func object(_ key: String, _ name: String, _ count: Count, extra: String = "") -> String {
    "{\"\(key)\":\(JSONText.quoted(name)),\"findings\":\(count.findings),\"penalty\":\(count.penalty),"
      + "\"fixable\":\(count.fixable)\(extra)}"
  }
}
