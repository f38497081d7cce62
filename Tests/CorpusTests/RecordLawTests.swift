import Foundation
import SuntingCore
import SuntingKit
import Testing

@testable import SuntingCorpus

/// What holds for any records, whole and broken.
struct RecordLawTests {
  /// Several chunks of records.
  private static func input(_ seed: UInt64, _ bytes: Int = 120_000) -> (bytes: [UInt8], good: [Bool]) {
    var records = RandomRecords(seed: seed)
    var result: [UInt8] = []
    var good: [Bool] = []
    while result.count < bytes {
      let (line, isGood) = records.line(good.count)
      result += line + [0x0A]
      good.append(isGood)
    }
    return (result, good)
  }

  private static func isErrorRecord(_ line: ArraySlice<UInt8>) -> Bool {
    Data(line).range(of: Data("\"sunting\":{\"error\":".utf8)) != nil
  }

  @Test(arguments: [CorpusMode.annotate, .fix, .filter]) func anyNumberOfThreadsWritesTheSame(_ mode: CorpusMode)
    async throws
  {
    let lab = try Laboratory()
    try lab.write("in.jsonl", Self.input(1).bytes)
    for threads in [1, 2, 7] {
      let name = "out\(threads).jsonl.gz"
      try await lab.run(mode, "in.jsonl", to: name, threads: threads) {
        $0.keepsRejected = mode == .filter
        if mode == .filter { $0.filter = RecordFilter([try .init("penalty<50", keeps: true, names: [])]) }
      }
      #expect(try lab.bytes(name) == lab.bytes("out1.jsonl.gz"), "\(threads) threads")
      if mode == .filter { #expect(try lab.bytes("rejected-\(name)") == lab.bytes("rejected-out1.jsonl.gz")) }
    }
  }

  @Test(arguments: [2, 3]) func annotatedRecordsAreTheRecordsAndOneFieldMore(_ seed: UInt64) async throws {
    let lab = try Laboratory()
    let input = Self.input(seed)
    try lab.write("in.jsonl", input.bytes)
    let outcome = try await lab.run(.annotate, "in.jsonl", to: "out.jsonl")
    let before = try lab.lines("in.jsonl")
    let after = try lab.lines("out.jsonl")
    #expect(before.count == input.good.count && after.count == before.count)
    #expect(outcome.counts.records == before.count)
    #expect(outcome.counts.errors == input.good.count { !$0 })
    for (number, (old, new)) in zip(before, after).enumerated() {
      #expect(Self.isErrorRecord(new) != input.good[number], "\(String(decoding: old, as: UTF8.self))")
      let object = try JSONSerialization.jsonObject(with: Data(new)) as? [String: Any]
      let own = try #require(object?["sunting"] as? [String: Any])
      if own["line"] != nil {
        // not an object: the line is kept inside
        let raw =
          (own["raw"] as? String).map { Array($0.utf8) }
          ?? Array(Data(base64Encoded: own["rawBase64"] as? String ?? "")!)
        #expect(raw == Array(old))
        #expect(own["line"] as? Int == number + 1)
        continue
      }
      let brace = try #require(old.lastIndex(of: 0x7D))
      #expect(new.starts(with: old[..<brace]) && new.reversed().starts(with: old[brace...].reversed()))
      let added = new.dropFirst(brace - old.startIndex).dropLast(old.endIndex - brace)
      #expect(Data("{\"sunting\":".utf8) == Data("{".utf8 + added.drop { $0 == 0x2C }.prefix(10)))
    }
    // once more: nothing changes
    try await lab.run(.annotate, "out.jsonl", to: "again.jsonl")
    let again = try lab.lines("again.jsonl")
    for (number, isGood) in input.good.enumerated() where isGood { #expect(again[number] == after[number]) }
  }

  @Test func everyRecordPassesOrIsRejectedOnce() async throws {
    let lab = try Laboratory()
    let input = Self.input(4)
    try lab.write("in.jsonl", input.bytes)
    let outcome = try await lab.run(.filter, "in.jsonl", to: "out.jsonl") {
      $0.keepsRejected = true
      $0.filter = RecordFilter([try .init("penalty<50", keeps: true, names: [])])
    }
    let before = try lab.lines("in.jsonl")
    var passed = try lab.lines("out.jsonl")[...]
    var rejected = try lab.lines("rejected-out.jsonl")[...]
    #expect(passed.count + rejected.count == before.count && rejected.count == outcome.counts.rejected)
    #expect(passed.count > 50 && rejected.count > 50)
    for (number, line) in before.enumerated() {
      if passed.first == line {
        #expect(input.good[number])
        passed.removeFirst()
        continue
      }
      let first = rejected.popFirst()
      let next = try #require(first)
      let object = try JSONSerialization.jsonObject(with: Data(next)) as? [String: Any]
      #expect(object?["filter_reason"] is String)
      if !Self.isErrorRecord(next) { #expect(next.starts(with: line[..<line.lastIndex(of: 0x7D)!])) }
    }
    #expect(passed.isEmpty && rejected.isEmpty)
  }

  @Test func fixingChangesTheTextAlone() async throws {
    let lab = try Laboratory()
    let input = Self.input(5)
    try lab.write("in.jsonl", input.bytes)
    try await lab.run(.fix, "in.jsonl", to: "out.jsonl")
    let rounds = FixRounds(linter: Laboratory.linter, least: .safe)
    var changed = 0
    for (number, (old, new)) in zip(try lab.lines("in.jsonl"), try lab.lines("out.jsonl")).enumerated()
    where old != new && input.good[number] {
      changed += 1
      var (a, b) = (try object(old), try object(new))
      let text = try #require(a.removeValue(forKey: "text") as? String)
      let report = try rounds.linter.lint(SourceFile(path: "-", bytes: Array(text.utf8)))
      let mended = String(decoding: try rounds.run(report).report.source.bytes, as: UTF8.self)
      #expect(b.removeValue(forKey: "text") as? String == mended)
      #expect((a as NSDictionary) == (b as NSDictionary))
    }
    #expect(changed > 50)
  }

  @Test func repeatedLinesAreCountedAlikeOnAnyNumberOfThreads() async throws {
    let lab = try Laboratory()
    var input = ""
    for number in 0..<900 {
      let furniture = number % 3 == 0 ? "Bagikan di Facebook Tweet Email" : "Baca selengkapnya di aplikasi"
      input += "{\"id\":\"\(number)\",\"text\":\"Berita nomor \(number) tentang banjir di kota.\\n\(furniture)\"}\n"
    }
    try lab.write("in.jsonl", Array(input.utf8))
    var reports: Set<String> = []
    for threads in [1, 4] {
      let outcome = try await lab.run(.stats, "in.jsonl", to: "unused", threads: threads)
      reports.insert(CorpusReport(counts: outcome.counts, furniture: outcome.furniture).json())
      let lines = Dictionary(uniqueKeysWithValues: outcome.furniture.top(50).map { ($0.text, $0) })
      #expect(lines["Bagikan di Facebook Tweet Email"]?.count == 300)
      #expect(lines["Baca selengkapnya di aplikasi"]?.count == 600)
      #expect(lines["Baca selengkapnya di aplikasi"]?.samples == ["1", "2", "4"])
    }
    #expect(reports.count == 1)
  }

  private func object(_ line: ArraySlice<UInt8>) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
  }

  /// A finding stands where the container's line says it does.
  @Test func columnsPointIntoTheContainer() async throws {
    let lab = try Laboratory()
    try lab.write("in.jsonl", Self.input(6).bytes)
    let lines = try lab.lines("in.jsonl").map { String(decoding: $0, as: UTF8.self).unicodeScalars }
    let resolver = SettingsResolver(flags: Laboratory.recordFlags, finder: ProjectFinder(.none))
    let chosen = FileChooser(finder: resolver.finder).choose([lab.path("in.jsonl")])
    var findings = 0
    await CheckRun(resolver: resolver, threads: 3).run(chosen.files) { outcome in
      guard case .success(let linted) = outcome else { return }
      for diagnostic in linted.report.diagnostics where diagnostic.text.lowercased() == "analisa" {
        findings += 1
        let (line, column) = linted.report.place(diagnostic.range.start)
        let found = lines[line - 1].dropFirst(column - 1).prefix(7)
        #expect(String(String.UnicodeScalarView(found)) == diagnostic.text)
      }
    }
    #expect(findings > 50)
  }
}

extension Laboratory {
  static var recordFlags: LintFlags {
    var flags = LintFlags()
    flags.selection = Selection.Layer(select: ["spelling"])
    return flags
  }
}
