package import SuntingCore
internal import SuntingRuleFormat

/// Runs the examples that stand inside rule files.
package struct RuleTests {
  package struct Failure: Sendable, CustomStringConvertible {
    package let path: String
    package let line: Int
    package let rule: String
    package let message: String
    package var description: String { "\(path):\(line): \(rule): \(message)" }
  }

  private let library: RuleLibrary
  private let engine: Engine
  private let withAll: [String: Engine]

  /// - Parameter rules: the rules under test; they are on even where they are off by default.
  package init(library: RuleLibrary, rules: [String]) throws {
    self.library = library
    engine = try Engine(library: library)
    var engines: [String: Engine] = [:]
    for rule in library.tables.rules where !rule.isDefault && rules.contains(rule.id) {
      engines[rule.id] = try Engine(library: library, selection: Selection(extendSelect: [rule.id]))
    }
    withAll = engines
  }

  package var rulesNotRun: Set<String> { Set(engine.rulesNotRun) }

  /// The failures of one rule, and how many examples were run.
  package func run(_ id: String) throws -> (examples: Int, failures: [Failure]) {
    guard let file = library.file(id), !rulesNotRun.contains(id) else { return (0, []) }
    let engine = withAll[id] ?? self.engine
    var failures: [Failure] = []
    func fail(_ line: Int, _ message: String) {
      failures.append(Failure(path: file.path, line: line, rule: id, message: message))
    }
    for example in file.examples {
      let marked = MarkedText(example.bad)
      let report = try lint(marked.text, engine)
      let own = report.diagnostics.filter { $0.rule == id }
      let found = own.map(\.range)
      if found != marked.ranges {
        let shown = own.map { "⟦\($0.text)⟧" }.joined(separator: ", ")
        fail(example.line, "“\(example.bad)” marks \(marked.ranges.count), found: \(shown.isEmpty ? "nothing" : shown)")
        continue
      }
      guard let good = example.good else { continue }
      let fixed = FixApplier.apply(own, to: Array(marked.text.utf8), least: .unsafe)
      let text = String(decoding: fixed.bytes, as: UTF8.self)
      if text != good { fail(example.line, "the fix gives “\(text)”, not “\(good)”") }
      let again = try lint(good, engine)
      for diagnostic in again.diagnostics where diagnostic.severity > .suggestion || diagnostic.rule == id {
        fail(example.line, "the good text “\(good)” is reported by \(diagnostic.rule): “\(diagnostic.text)”")
      }
    }
    for silent in file.silent {
      let report = try lint(silent.text, engine)
      for diagnostic in report.diagnostics where diagnostic.rule == id {
        fail(silent.line, "“\(silent.text)” must be silent, but “\(diagnostic.text)” is reported")
      }
    }
    return (file.examples.count + file.silent.count, failures)
  }

  private func lint(_ text: String, _ engine: Engine) throws -> FileReport {
    let source = SourceFile(path: "example", bytes: Array(text.utf8))
    return try engine.lint(source, prose: PlainText.prose(source.bytes))
  }
}

/// Text with ⟦ ⟧ around each place that a diagnostic must cover.
package struct MarkedText {
  package let text: String
  package let ranges: [TextRange]

  package init(_ marked: String) {
    var text = ""
    var ranges: [TextRange] = []
    var start: Int?
    for character in marked.unicodeScalars {
      switch character {
      case "⟦": start = text.utf8.count
      case "⟧":
        if let from = start { ranges.append(TextRange(from..<text.utf8.count)) }
        start = nil
      default: text.unicodeScalars.append(character)
      }
    }
    self.text = text
    self.ranges = ranges
  }
}
