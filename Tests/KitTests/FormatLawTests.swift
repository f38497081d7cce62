import SuntingCore
import Testing

@testable import SuntingKit

/// What holds for every format and every text.
struct FormatLawTests {
  private static let engine = try! Engine()

  private func report(_ format: InputFormat, _ text: String) throws -> (Prose, FileReport) {
    let source = SourceFile(path: "a", bytes: Array(text.utf8))
    let prose = format.prose(source.bytes)
    return (prose, try Self.engine.lint(source, prose: prose))
  }

  @Test(arguments: [InputFormat.markdown, .html]) func sameFindings(_ format: InputFormat) throws {
    #expect(WrappedArticles.texts.count >= 30)
    for (name, text) in WrappedArticles.texts {
      let plain = WrappedArticles.lines(text).joined(separator: "\n") + "\n"
      let (_, expected) = try report(.text, plain)
      let wrapped = format == .html ? WrappedArticles.html(text) : WrappedArticles.markdown(text)
      let (prose, found) = try report(format, wrapped)
      let words: (Diagnostic) -> String = { "\($0.rule): \($0.text)" }
      #expect(found.diagnostics.map(words) == expected.diagnostics.map(words), "\(name)")
      try checkFixes(prose, found, format)
      let fixed = FixApplier.apply(found.diagnostics, to: found.source.bytes, least: .unsafe)
      let fixedPlain = FixApplier.apply(expected.diagnostics, to: expected.source.bytes, least: .unsafe)
      #expect(lines(format.prose(fixed.bytes)) == lines(InputFormat.text.prose(fixedPlain.bytes)), "\(name)")
    }
  }

  @Test(arguments: [InputFormat.markdown, .html]) func fixingTwiceIsFixingOnce(_ format: InputFormat) throws {
    let path = "/x.\(format.endings[0])"
    let settings = try SettingsResolver(flags: LintFlags(), finder: ProjectFinder(.none)).settings(for: path)
    let rounds = FixRounds(linter: FileLinter(settings: settings), least: .unsafe)
    for (name, text) in WrappedArticles.texts {
      let bytes = Array((format == .html ? WrappedArticles.html(text) : WrappedArticles.markdown(text)).utf8)
      let once = try rounds.run(rounds.linter.lint(SourceFile(path: path, bytes: bytes))).report
      let twice = try rounds.run(rounds.linter.lint(once.source)).report
      #expect(once.source.bytes == twice.source.bytes, "\(name)")
    }
  }

  private func lines(_ prose: Prose) -> [String] {
    prose.blocks.map { String(decoding: prose.utf8[$0.range.bounds], as: UTF8.self) }
  }

  /// Prose and shells only.
  private func checkFixes(_ prose: Prose, _ report: FileReport, _ format: InputFormat) throws {
    let shells = Set(prose.blocks.map(\.shell))
    for diagnostic in report.diagnostics {
      for edit in diagnostic.fixes.flatMap(\.edits) where !shells.contains(edit.range) {
        let isProse = edit.range.bounds.allSatisfy { offset in
          prose.map.pieces.contains { $0.source.bounds.contains(offset) }
        }
        #expect(isProse, "\(diagnostic.rule) “\(diagnostic.text)”")
      }
    }
  }

  @Test func brokenReduplicationAcrossMarkup() throws {
    let cases: [(InputFormat, String, String)] = [
      (
        .markdown, "Pemerintah mengambil **langkah** -langkah tegas.", "Pemerintah mengambil **langkah**-langkah tegas."
      ),
      (.markdown, "Pemerintah mengambil langkah&nbsp;-langkah tegas.", "Pemerintah mengambil langkah-langkah tegas."),
      (.markdown, "> Pemerintah mengambil langkah\n> -langkah tegas.", "> Pemerintah mengambil langkah-langkah tegas."),
      (
        .html, "<p>Pemerintah mengambil <b>langkah</b> -langkah tegas.</p>",
        "<p>Pemerintah mengambil <b>langkah</b>-langkah tegas.</p>"
      ),
      (
        .html, "<p>Pemerintah mengambil langkah&nbsp;-langkah tegas.</p>",
        "<p>Pemerintah mengambil langkah-langkah tegas.</p>"
      ),
      (
        .html, "<p>Pemerintah mengambil langkah\n   -langkah tegas.</p>",
        "<p>Pemerintah mengambil langkah-langkah tegas.</p>"
      ),
    ]
    for (format, source, expected) in cases {
      let (_, found) = try report(format, source)
      let fixed = FixApplier.apply(found.diagnostics, to: found.source.bytes, least: .safe)
      #expect(String(decoding: fixed.bytes, as: UTF8.self) == expected)
    }
  }

  /// Pieces of markup and prose in any order, whole or cut off.
  @Test(arguments: [InputFormat.markdown, .html], 0..<40) func masksAreTrue(_ format: InputFormat, _ seed: Int) throws {
    let parts = [
      "kata ", "langkah -langkah ", "dari dari ", "\n", "\n\n", "\r\n", "*", "**", "_", "`", "~~", "> ", "- ", "1. ",
      "# ", "| a | b |\n",
      "|---|---|\n", "[teks](", "https://a.example)", "![", "](x)", "&nbsp;", "&amp;", "&#x41;", "&bogus;", "&", "<",
      ">", "<p>", "</p>",
      "<b>", "</b>", "<i lang=en>", "</i>", "<ul><li>", "</li></ul>", "<table><tr><td>", "</table>", "<!--", "-->",
      "<!-- x -->",
      "<script>", "</script>", "<pre>", "</pre>", "<br>", "<img alt=\"", "\">", "title='Judul'", "\\", "  \n", "    ",
      "\t", "é", "“",
      "---\n", "title: Satu\n", "\"", "'", "<div", " class=a>", "</div>", "www.a.example ", "\u{0}", "\u{FEFF}",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<25 {
      let text = (0..<random(80)).map { _ in parts[random(parts.count)] }.joined()
      let bytes = Array(text.utf8)
      let prose = format.prose(bytes)
      check(prose, bytes, text)
      let (_, found) = try report(format, text)
      try checkFixes(prose, found, format)
      let fixed = FixApplier.apply(found.diagnostics, to: bytes, least: .unsafe)
      check(format.prose(fixed.bytes), fixed.bytes, text)
    }
  }

  private func check(_ prose: Prose, _ bytes: [UInt8], _ text: String) {
    var position: UInt32 = 0
    for piece in prose.map.pieces {
      #expect(piece.text.start == position)
      position = piece.text.end
      #expect(Int(piece.source.end) <= bytes.count)
      if piece.isVerbatim {
        #expect(prose.utf8[piece.text.bounds] == bytes[piece.source.bounds], "\(text.debugDescription)")
      }
    }
    #expect(prose.map.isIdentity || Int(position) == prose.utf8.count)
    #expect(String(validating: prose.utf8, as: UTF8.self) != nil)
    var end: UInt32 = 0
    for block in prose.blocks {
      #expect(block.range.start >= end && Int(block.shell.end) <= bytes.count)
      end = block.range.end
      #expect(String(validating: bytes[block.shell.bounds], as: UTF8.self) != nil)
    }
  }

  @Test func largeAndDeep() {
    let deep = String(repeating: "<div>", count: 100_000) + "teks" + String(repeating: "</div>", count: 100_000)
    #expect(lines(InputFormat.html.prose(Array(deep.utf8))) == ["teks"])
    let spans = String(repeating: "<b>", count: 100_000) + "teks" + String(repeating: "</i>", count: 100_000)
    #expect(lines(InputFormat.html.prose(Array(spans.utf8))) == ["teks"])
    let quotes = String(repeating: ">", count: 20_000) + " teks"
    #expect(lines(InputFormat.markdown.prose(Array(quotes.utf8))) == ["teks"])
    for mark in ["[", "*a ", "<", "![", "`", "_a__b", "&", "<!--", "- "] {
      let text = String(repeating: mark, count: 20_000)
      check(InputFormat.markdown.prose(Array(text.utf8)), Array(text.utf8), mark)
      check(InputFormat.html.prose(Array(text.utf8)), Array(text.utf8), mark)
    }
  }
}
