import Foundation
import SuntingCore
import SuntingKit
import Testing

/// What must hold of every fix, whatever the text.
struct FixLawTests {
  static let linter: FileLinter? = {
    let finder = ProjectFinder(.none)
    return try? FileLinter(settings: SettingsResolver(flags: LintFlags(), finder: finder).settings(for: "/x.txt"))
  }()

  private func mended(_ bytes: [UInt8], _ least: FixSafety) throws -> (before: FileReport, outcome: FixRounds.Outcome) {
    let linter = try #require(Self.linter)
    let report = try linter.lint(SourceFile(path: "x.txt", bytes: bytes))
    return (report, try FixRounds(linter: linter, least: least).run(report))
  }

  /// Fixing twice is fixing once, the text stays UTF-8, and only what findings name is changed.
  private func checkLaws(_ bytes: [UInt8], _ least: FixSafety, _ name: String) throws {
    let (before, outcome) = try mended(bytes, least)
    let after = outcome.report
    #expect(String(validating: after.source.bytes, as: UTF8.self) != nil, "\(name): still UTF-8")
    let again = try mended(after.source.bytes, least).outcome
    let isSame = again.report.source.bytes == after.source.bytes
    #expect(isSame, "\(name): fixing twice is fixing once")
    checkBytes(before, least, name)
  }

  /// What lies outside the edits is the same before and after.
  private func checkBytes(_ report: FileReport, _ least: FixSafety, _ name: String) {
    let old = report.source.bytes
    let result = FixApplier.apply(report.diagnostics, to: old, least: least)
    var (oldRest, newRest): ([UInt8], [UInt8]) = ([], [])
    var (position, moved) = (0, 0)
    for edit in result.edits {
      #expect(edit.range.bounds.lowerBound >= position, "\(name): edits do not overlap")
      let kept = edit.range.bounds.lowerBound - position
      oldRest += old[position..<edit.range.bounds.lowerBound]
      newRest += result.bytes[moved..<(moved + kept)]
      position = edit.range.bounds.upperBound
      moved += kept + edit.text.utf8.count
      #expect(isNamed(edit, report, least), "\(name): an edit that no finding names")
    }
    let isKept = oldRest + old[position...] == newRest + result.bytes[moved...]
    #expect(isKept, "\(name): bytes outside the edits")
  }

  /// An edit is one of a finding's own, or deletes lines of which nothing else is lost but blank lines.
  private func isNamed(_ edit: Edit, _ report: FileReport, _ least: FixSafety) -> Bool {
    let own = report.diagnostics.flatMap(\.fixes).filter { $0.safety >= least }.flatMap(\.edits)
    if own.contains(edit) { return true }
    guard edit.text.isEmpty else { return false }
    var lost = Array(report.source.bytes[edit.range.bounds])
    for other in own where other.text.isEmpty && other.range.overlaps(edit.range) {
      let start = max(other.range.bounds.lowerBound, edit.range.bounds.lowerBound) - edit.range.bounds.lowerBound
      let end = min(other.range.bounds.upperBound, edit.range.bounds.upperBound) - edit.range.bounds.lowerBound
      for index in start..<end { lost[index] = 0x20 }
    }
    return lost.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  @Test(arguments: [FixSafety.safe, .unsafe]) func holdOnTheExamplesOfAllRules(_ least: FixSafety) throws {
    for text in Texts.examples { try checkLaws(Array(text.utf8), least, text) }
  }

  @Test(arguments: [FixSafety.safe, .unsafe]) func holdOnTheCorpus(_ least: FixSafety) throws {
    for (number, entry) in Texts.corpus.enumerated() {
      let disguise = Texts.disguises[number % Texts.disguises.count]
      try checkLaws(disguise.change(entry.text), least, "\(entry.name), \(disguise.name)")
    }
  }

  /// The fixed finding is gone. A rule named here replaces a phrase by one that it finds again; mend the rule.
  @Test func noFindingComesBackAfterItsFix() throws {
    var failures: Set<String> = []
    for text in Texts.examples + Texts.corpus.map(\.text) {
      for diagnostic in try mended(Array(text.utf8), .unsafe).outcome.vain {
        failures.insert("\(diagnostic.rule): “\(diagnostic.text)” → “\(diagnostic.alternatives.first ?? "")”")
      }
    }
    #expect(failures.isEmpty, "\(failures.sorted().joined(separator: "\n"))")
  }

  @Test func holdOnTextsMadeByChance() throws {
    var numbers = FixedNumbers(7)
    let lines = Texts.corpus.filter { $0.name.hasPrefix("mt") }.flatMap { $0.text.split(separator: "\n") } + Texts.examples.map { $0[...] }
    let rounds = ProcessInfo.processInfo.environment["SUNTING_SOAK"].flatMap(Int.init) ?? 1
    for round in 0..<(60 * rounds) {
      var text = ""
      for _ in 0..<Int.random(in: 1...14, using: &numbers) {
        text += lines.randomElement(using: &numbers) ?? ""
        text += String(repeating: "\n", count: Int.random(in: 1...3, using: &numbers))
      }
      let disguise = Texts.disguises[round % Texts.disguises.count]
      try checkLaws(disguise.change(text), round % 2 == 0 ? .safe : .unsafe, "round \(round), \(disguise.name)")
    }
  }

  @Test func noRuleStartsToFireBecauseOfAFix() throws {
    var failures: [String] = []
    for text in Texts.examples {
      let (before, outcome) = try mended(Array(text.utf8), .safe)
      guard outcome.isChanged else { continue }
      let old = Dictionary(grouping: before.diagnostics, by: \.rule).mapValues(\.count)
      for (rule, found) in Dictionary(grouping: outcome.report.diagnostics, by: \.rule) where found.count > old[rule, default: 0] {
        failures.append("\(text) → \(String(decoding: outcome.report.source.bytes, as: UTF8.self)): \(rule)")
      }
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}
