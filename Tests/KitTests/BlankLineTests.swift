import SuntingCore
import SuntingKit
import Testing

/// Deleting lines leaves the smaller of the gaps around them, the only one where there is one, none at the file's edges.
struct BlankLineTests {
  /// A text of prose and furniture with gaps between, and what must be left of it.
  private struct Model {
    var text = ""
    var expected = ""

    init(_ numbers: inout FixedNumbers, _ lineEnd: String) {
      var kept: [(line: String, gap: Int)] = []
      // the gap behind the last line kept, and behind the last line of all
      var (above, below) = (0, 0)
      var endsWithProse = false
      for number in 0..<Int.random(in: 1...9, using: &numbers) {
        let isFurniture = Bool.random(using: &numbers)
        let line = isFurniture ? "F\(number)" : "P\(number)"
        if !isFurniture {
          kept.append((line, kept.isEmpty ? 0 : min(above, below) == 0 ? max(above, below) : min(above, below)))
        }
        below = Int.random(in: 0...2, using: &numbers)
        if !isFurniture { above = below }
        endsWithProse = !isFurniture
        text += line + String(repeating: lineEnd, count: below + 1)
      }
      for entry in kept {
        expected += (expected.isEmpty ? "" : String(repeating: lineEnd, count: entry.gap + 1)) + entry.line
      }
      if !kept.isEmpty { expected += String(repeating: lineEnd, count: endsWithProse ? below + 1 : 1) }
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func areLeftAsTheyShouldBe(_ lineEnd: String) {
    var numbers = FixedNumbers(11)
    for _ in 0..<400 {
      let model = Model(&numbers, lineEnd)
      let bytes = Array(model.text.utf8)
      let blocks = PlainText.prose(bytes).blocks
      let findings = blocks.filter { bytes[$0.range.bounds.lowerBound] == UInt8(ascii: "F") }.map { block in
        Diagnostic(
          rule: "residue/x", severity: .error, mqm: "", range: block.range, message: Bilingual(id: "", en: ""),
          text: "",
          fixes: [Fix(safety: .safe, edits: [Edit(range: block.shell, text: "")])], alternatives: [], related: [],
          penalty: 0, fingerprint: "")
      }
      let result = FixApplier.apply(findings, to: bytes, least: .safe)
      #expect(String(decoding: result.bytes, as: UTF8.self) == model.expected, "\(model.text.debugDescription)")
    }
  }
}
