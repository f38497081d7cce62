import Foundation
import SuntingCore
import Testing

@testable import SuntingKit

struct SuppressionTests {
  private func diagnostic(_ rule: String, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: .warning, mqm: "", range: TextRange(range), message: Bilingual(id: "", en: ""), text: "",
      fixes: [], alternatives: [], related: [], penalty: 0, fingerprint: "\(rule)\(range)")
  }

  /// A text in which `<!-- … -->` are comments and each `x` is a finding of `calque/a`, each `z` of `names/b`.
  private func lint(_ text: String) throws -> (kept: [String], suppressed: Int, mended: String) {
    let bytes = Array(text.utf8)
    var comments: [ProseComment] = []
    var start = text.startIndex
    while let open = text[start...].range(of: "<!--"), let close = text[open.upperBound...].range(of: "-->") {
      let range =
        text.utf8.distance(
          from: text.startIndex, to: open.lowerBound)..<text.utf8.distance(from: text.startIndex, to: close.upperBound)
      comments.append(ProseComment(text: String(text[open.upperBound..<close.lowerBound]), range: TextRange(range)))
      start = close.upperBound
    }
    let rules = ["calque/disaster", "names/city"]
    let findings = bytes.indices.filter { bytes[$0] == 0x58 || bytes[$0] == 0x5A }.map {
      diagnostic(bytes[$0] == 0x58 ? rules[0] : rules[1], $0..<($0 + 1))
    }
    var suppressions = CommentSuppressions(comments, engine: try Engine(), bytes: bytes)
    let (kept, suppressed) = suppressions.apply(to: findings)
    let mended = FixApplier.apply(kept, to: bytes, least: .safe)
    return (kept.map { "\($0.rule)@\($0.range.start)" }, suppressed, String(decoding: mended.bytes, as: UTF8.self))
  }

  @Test func commentsTurnRulesOffAndOn() throws {
    let result = try lint(
      "X <!-- sunting-disable calque/disaster -- kutipan -->X Z<!-- sunting-enable calque/disaster -->X")
    #expect(result.kept == ["calque/disaster@0", "names/city@55", "calque/disaster@95"])
    #expect(result.suppressed == 1)
  }

  @Test func theNextLineIsTheNextThatHoldsText() throws {
    let result = try lint("<!-- sunting-disable-next-line calque -->\n\nX Z\nX")
    #expect(result.kept == ["names/city@45", "calque/disaster@47"])
  }

  @Test func aFileAndAllRules() throws {
    #expect(try lint("X Z\n<!-- sunting-disable-file names, calque -->\n").kept.isEmpty)
    #expect(try lint("<!-- sunting-disable -->\nX Z").kept.isEmpty)
  }

  @Test func whatSuppressesNothingIsReportedAndTakenOut() throws {
    let whole = try lint("Satu\n\n<!-- sunting-disable-file calque -- alasan -->\n\nZ\n")
    #expect(whole.kept == ["tool/unused-suppression@6", "names/city@54"])
    #expect(whole.mended == "Satu\n\nZ\n")
    let part = try lint("<!-- sunting-disable-file calque, names -- alasan -->\nZ\n")
    #expect(part.kept == ["tool/unused-suppression@0"])
    #expect(part.mended == "<!-- sunting-disable-file names -- alasan -->\nZ\n")
    #expect(try lint("Z <!-- sunting-enable names -->\n").mended == "Z \n")
  }

  @Test func mistakesAreErrors() throws {
    #expect(try lint("<!-- sunting-disabel calque -->X").kept == ["tool/invalid-suppression@0", "calque/disaster@31"])
    #expect(try lint("<!-- sunting-disable calqe -->X").kept == ["tool/invalid-suppression@0", "calque/disaster@30"])
    #expect(try lint("<!-- sunting itu menyunting -->X").kept == ["calque/disaster@31"])
  }
}
