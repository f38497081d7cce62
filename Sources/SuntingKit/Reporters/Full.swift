internal import SuntingCore

/// The finding, the line it stands in with a row of carets below, and what to write instead.
package struct FullReporter: Reporter {
  private let style: ReportStyle
  package init(style: ReportStyle) { self.style = style }

  package mutating func add(_ report: FileReport, to output: inout String) {
    for diagnostic in report.diagnostics {
      output += ConciseReporter.header(diagnostic, report, style) + "\n"
      output += excerpt(diagnostic, report)
      for place in diagnostic.related.prefix(5) {
        let (line, column) = report.place(place.range.start)
        output += "      = \(report.location):\(line):\(column): \(place.message[style.language])\n"
      }
      output += "\n"
    }
  }

  package mutating func finish(_ summary: RunSummary, to output: inout String) {}

  private func excerpt(_ diagnostic: Diagnostic, _ report: FileReport) -> String {
    let bytes = report.source.bytes
    let number = report.lines.line(of: diagnostic.range.start)
    let lineStart = report.lines.starts[number - 1]
    let lineEnd = report.lines.lineEnd(number, in: bytes)
    let line = Scalars.all(in: bytes, Int(lineStart)..<Int(lineEnd))
    let start = LineIndex.length(bytes[Int(lineStart)..<Int(diagnostic.range.start)], .codePoints)
    let markedEnd = min(max(diagnostic.range.end, diagnostic.range.start), lineEnd)
    let length = max(
      1,
      LineIndex.length(
        bytes[Int(diagnostic.range.start)..<max(Int(markedEnd), Int(diagnostic.range.start))], .codePoints))
    let shown = window(line, start..<min(line.count, start + length))
    let gutter = String(number)
    let indent = String(repeating: " ", count: max(0, 5 - gutter.count))
    let paint = Paint(isOn: style.isColored)
    var result = paint.dim("\(indent)\(gutter) │ ") + shown.text + "\n"
    result += paint.dim("      │ ") + String(repeating: " ", count: shown.indent)
    result += paint.severity(diagnostic.severity, String(repeating: "^", count: shown.width))
    let suggestions = diagnostic.alternatives.filter { !$0.isEmpty }.prefix(3).map { "“\($0.flattened())”" }
    if !suggestions.isEmpty {
      let joint = style.language == .id ? " atau " : " or "
      result += paint.green(" → " + suggestions.joined(separator: joint))
    } else if diagnostic.fixes.first?.edits.allSatisfy({ $0.text.isEmpty }) == true {
      result += paint.green(style.language == .id ? " → (hapus)" : " → (delete)")
    }
    return result + "\n"
  }

  /// The part of a long line around the marked scalars, with the columns before the carets and their number.
  private func window(_ line: [UInt32], _ marked: Range<Int>) -> (text: String, indent: Int, width: Int) {
    let room = max(40, style.width - 8)
    func width(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + Self.columns(line[$1]) } }
    var first = 0
    var last = line.count
    if width(0..<line.count) > room {
      first = marked.lowerBound
      last = min(marked.upperBound, line.count)
      var used = min(width(first..<last), room - 2)
      if width(first..<last) > room - 2 {
        while width(first..<last) > room - 2 { last -= 1 }
      }
      // a third of the room before the finding, the rest behind it
      while first > 0, used < room / 3 + width(marked.lowerBound..<last) {
        first -= 1
        used += Self.columns(line[first])
      }
      while last < line.count, used < room - 2 {
        used += Self.columns(line[last])
        last += 1
      }
      while first > 0, used < room - 2 {
        first -= 1
        used += Self.columns(line[first])
      }
    }
    let before = first > 0 ? "…" : ""
    let after = last < line.count ? "…" : ""
    let visible = first..<max(first, last)
    let text = before + String(String.UnicodeScalarView(visible.map { Self.visible(line[$0]) })) + after
    let caretEnd = min(marked.upperBound, visible.upperBound)
    return (
      text, before.count + width(first..<marked.lowerBound),
      max(1, width(marked.lowerBound..<max(marked.lowerBound, caretEnd)))
    )
  }

  private static func columns(_ scalar: UInt32) -> Int {
    if scalar >= 0x20 && scalar < 0x7F || scalar == 0x09 { return 1 }
    return max(Scalars.isInvisible(scalar) ? 1 : 0, Scalars.terminalWidth(scalar))
  }

  /// Tabs become spaces and invisible characters a mark, so that the carets stand below what they mean.
  private static func visible(_ scalar: UInt32) -> Unicode.Scalar {
    if scalar == 0x09 { return " " }
    if Scalars.isInvisible(scalar) || scalar < 0x20 || scalar == 0x7F { return "·" }
    return Unicode.Scalar(scalar) ?? "?"
  }
}
