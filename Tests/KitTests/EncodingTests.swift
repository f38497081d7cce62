import Foundation
import SuntingCore
import SuntingKit
import Testing

struct EncodingTests {
  /// UTF-16 is mended as UTF-8 would be, and written back as it came.
  @Test(arguments: [SourceFile.Encoding.utf16LittleEndian, .utf16BigEndian]) func utf16ComesBack(
    _ encoding: SourceFile.Encoding
  ) throws {
    let linter = try #require(FixLawTests.linter)
    for entry in Texts.corpus.prefix(12) {
      let raw = SourceFile(path: "x", bytes: Array(entry.text.utf8), encoding: encoding).encoded(Array(entry.text.utf8))
      let source = try SourceFile.decode(raw, path: "x")
      #expect(source.encoding == encoding && source.encoded(source.bytes) == raw)
      let mended = try FixRounds(linter: linter, least: .safe).run(try linter.lint(source)).report.source
      let plain = try FixRounds(linter: linter, least: .safe).run(
        try linter.lint(SourceFile(path: "x", bytes: [0xEF, 0xBB, 0xBF] + Array(entry.text.utf8)))
      ).report.source
      #expect(mended.bytes == plain.bytes && mended.encoding == encoding)
    }
  }

  /// The same bytes come out whatever the number of threads.
  @Test func threadsChangeNothing() async throws {
    let folder = Texts.root.appending(path: "Corpus/mt").path
    func output(_ threads: Int) async -> String {
      let finder = ProjectFinder(.none)
      let run = CheckRun(resolver: SettingsResolver(flags: LintFlags(), finder: finder), threads: threads)
      var reporter: any Reporter = OutputFormat.json.reporter(ReportStyle())
      var text = ""
      await run.run(FileChooser(finder: finder).choose([folder]).files) { outcome in
        if case .success(let linted) = outcome { reporter.add(linted.report, to: &text) }
      }
      return text
    }
    let one = await output(1)
    #expect(!one.isEmpty)
    #expect(await output(4) == one)
  }
}
