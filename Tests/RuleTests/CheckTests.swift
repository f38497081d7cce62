import SuntingCore
import SuntingKit
import Testing

/// What the examples in rule files cannot show: hard-wrapped text, tokenised text, characters of every kind.
struct CheckTests {
  private static func lint(_ text: String) throws -> [Diagnostic] {
    let source = SourceFile(path: "example", bytes: Array(text.utf8))
    return try Engine(library: .builtIn).lint(source, prose: PlainText.prose(source.bytes)).diagnostics
  }

  private static func fixed(_ text: String, by rule: String) throws -> String {
    let own = try lint(text).filter { $0.rule == rule }
    return String(decoding: FixApplier.apply(own, to: Array(text.utf8), least: .safe).bytes, as: UTF8.self)
  }

  /// Six lines of one width, the shape that makes a text hard-wrapped.
  private static func wrapped(_ middle: String, lineEnd: String = "\n") -> String {
    let line = "Warga di tiga desa mengungsi ke balai desa sejak air sungai meluap semalam"
    return ([line, line + " lalu", middle] + [line, line, line + " dan pagi"]).joined(separator: lineEnd) + lineEnd
      + "tadi."
  }

  @Test(arguments: ["\n", "\r\n"])
  func aReduplicationMayBreakAtTheEndOfALine(_ end: String) throws {
    let bad = Self.wrapped(
      "dan pemerintah daerah kabupaten itu kemudian mengambil langkah\(end)-langkah baru", lineEnd: end)
    #expect(try Self.fixed(bad, by: "hyphenation/broken-reduplication").contains("mengambil langkah-langkah baru"))
    let good = Self.wrapped(
      "dan pemerintah daerah kabupaten itu kemudian mengambil langkah-\(end)langkah baru", lineEnd: end)
    #expect(try Self.lint(good).allSatisfy { $0.family != "hyphenation" })
  }

  @Test(arguments: [
    "langkah -langkah", "langkah- langkah", "langkah - langkah", "langkah – langkah", "langkah –langkah",
    "langkah\u{A0}-langkah", "langkah \u{2011}langkah", "langkah \u{2010} langkah", "langkah \u{AD}-langkah",
    "langkah\u{AD}langkah", "langkah\u{AD} langkah", "langkah\t-langkah", "langkah\u{200B} -langkah",
  ])
  func everyShapeOfABrokenReduplicationIsJoined(_ shape: String) throws {
    let text = "Menteri mengambil \(shape) baru."
    #expect(try Self.fixed(text, by: "hyphenation/broken-reduplication") == "Menteri mengambil langkah-langkah baru.")
  }

  @Test func aFixTouchesSpacesOnly() throws {
    let found = try Self.lint("Menteri mengambil langkah -langkah baru.").first { $0.family == "hyphenation" }
    #expect(found?.fixes.first?.edits.map(\.range.length) == [1])
  }

  @Test func tokenisedTextIsLeftAlone() throws {
    let sentence = "Warga , kata dia , sudah pulang . "
    #expect(
      try Self.lint(String(repeating: sentence, count: 4)).allSatisfy {
        $0.rule != "typography/space-before-punctuation"
      })
    #expect(try Self.lint(sentence).contains { $0.rule == "typography/space-before-punctuation" })
  }

  @Test(arguments: [
    ("Poster â€œkataâ€ itu", "Poster “kata” itu"), ("Kota SÃ£o Paulo", "Kota São Paulo"),
    ("Pesan ðŸ˜€ itu", "Pesan 😀 itu"), ("Label Â© 2020", "Label © 2020"),
  ])
  func garbledCharactersComeBack(_ bad: String, _ good: String) throws {
    #expect(try Self.fixed(bad, by: "encoding/mojibake") == good)
  }

  @Test(arguments: ["São Paulo dan Åbo", "CAFÉ» dan «É»", "Ærø, Ångström, naïve"])
  func accentsAreNoGarbage(_ text: String) throws {
    #expect(try Self.lint(text).allSatisfy { $0.rule != "encoding/mojibake" })
  }

  @Test func theSecondOfTwoNamesTheFirst() throws {
    let line = "Warga menyeberangi jembatan bambu di Lebak, Banten, pada Senin pagi."
    let text = "\(line)\n\nBanjir merendam tiga desa.\n\n\(line)\n"
    let found = try #require(try Self.lint(text).first { $0.rule == "repetition/repeated-block" })
    #expect(found.related.map(\.range.start) == [0])
    #expect(Int(found.range.end) == text.utf8.count - 1)
  }
}
