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
  @discardableResult private func checkLaws(
    _ bytes: [UInt8], _ least: FixSafety, _ name: String
  ) throws -> (before: FileReport, outcome: FixRounds.Outcome) {
    let (before, outcome) = try mended(bytes, least)
    guard outcome.isChanged else { return (before, outcome) }
    let after = outcome.report
    #expect(String(validating: after.source.bytes, as: UTF8.self) != nil, "\(name): still UTF-8")
    let again = try mended(after.source.bytes, least).outcome
    let isSame = again.report.source.bytes == after.source.bytes
    #expect(isSame, "\(name): fixing twice is fixing once")
    checkBytes(before, least, name)
    return (before, outcome)
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

  /// On examples the fixed finding is gone too, and a safe fix makes no other rule fire. A rule named here replaces a
  /// phrase by one that it, or another rule, finds again: mend the rule.
  @Test(arguments: [FixSafety.safe, .unsafe]) func holdOnTheExamplesOfAllRules(_ least: FixSafety) throws {
    var failures: Set<String> = []
    for text in Texts.examples {
      let (before, outcome) = try checkLaws(Array(text.utf8), least, text)
      failures.formUnion(returning(outcome))
      if least == .safe { failures.formUnion(newRules(before, outcome)) }
    }
    #expect(failures.isEmpty, "\(failures.sorted().joined(separator: "\n"))")
  }

  @Test(arguments: [FixSafety.safe, .unsafe]) func holdOnTheCorpus(_ least: FixSafety) throws {
    var failures: Set<String> = []
    for (number, entry) in Texts.corpus.enumerated() {
      let disguise = Texts.disguises[number % Texts.disguises.count]
      let (_, outcome) = try checkLaws(disguise.change(entry.text), least, "\(entry.name), \(disguise.name)")
      failures.formUnion(returning(outcome))
    }
    #expect(failures.isEmpty, "\(failures.sorted().joined(separator: "\n"))")
  }

  /// One fix inserts a space just where the other begins.
  @Test func holdWhereFixesTouch() throws {
    let text = "Pejabat itu datang  ,Sekretaris Negara AS berkata begitu."
    let (_, outcome) = try checkLaws(Array(text.utf8), .safe, text)
    let mended = String(decoding: outcome.report.source.bytes, as: UTF8.self)
    #expect(mended == "Pejabat itu datang, Menteri Luar Negeri AS berkata begitu.")
  }

  /// Findings that their own fix would bring back.
  private func returning(_ outcome: FixRounds.Outcome) -> [String] {
    outcome.vain.map { "\($0.rule): “\($0.text)” → “\($0.alternatives.first ?? "")” is found again" }
  }

  private func newRules(_ before: FileReport, _ outcome: FixRounds.Outcome) -> [String] {
    guard outcome.isChanged else { return [] }
    let old = Dictionary(grouping: before.diagnostics, by: \.rule).mapValues(\.count)
    let now = Dictionary(grouping: outcome.report.diagnostics, by: \.rule)
    let text = String(decoding: before.source.bytes, as: UTF8.self)
    return now.filter { $1.count > old[$0, default: 0] }.map { rule, found in
      "\(rule): “\(found.last?.text ?? "")” fires after “\(text)” was mended"
    }
  }

  @Test func holdOnTextsMadeByChance() throws {
    var numbers = FixedNumbers(7)
    let lines =
      Texts.corpus.filter { $0.name.hasPrefix("mt") }.flatMap { $0.text.split(separator: "\n") }
      + Texts.examples.map { $0[...] }
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
}
