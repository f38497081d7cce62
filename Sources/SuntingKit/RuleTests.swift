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
  /// All rules that are on by default: what a good text must be silent under.
  private let engine: Engine

  package init(library: RuleLibrary) throws {
    self.library = library
    engine = try Engine(library: library)
  }

  package var rulesNotRun: Set<String> { Set(engine.rulesNotRun) }

  /// The failures of one rule, and how many examples were run.
  package func run(_ id: String) throws -> (examples: Int, failures: [Failure]) {
    guard let file = library.file(id), !rulesNotRun.contains(id) else { return (0, []) }
    // alone, because of two rules that report one place only one is shown; furniture confirms its neighbours, so
    // those rules run together
    let isFurniture = id.hasPrefix("residue/")
    let alone = try Engine(library: library, selection: Selection(select: isFurniture ? [id, "residue"] : [id]))
    var failures: [Failure] = []
    func fail(_ line: Int, _ message: String) {
      failures.append(Failure(path: file.path, line: line, rule: id, message: message))
    }
    for example in file.examples {
      let marked = MarkedText(example.bad)
      let own = try lint(marked.text, alone).diagnostics.filter { $0.rule == id }
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
      let again =
        try lint(good, engine).diagnostics.filter { $0.severity > .suggestion } + lint(good, alone).diagnostics
      for diagnostic in again {
        fail(example.line, "the good text “\(good)” is reported by \(diagnostic.rule): “\(diagnostic.text)”")
      }
    }
    for silent in file.silent {
      for diagnostic in try lint(silent.text, alone).diagnostics where diagnostic.rule == id {
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
