internal import SuntingCore

/// One article: its lines with marks, and beside each line the notes on it.
struct HTMLArticle {
  private let report: FileReport
  private let style: ReportStyle
  private let firstNumber: Int
  /// Places in `report.diagnostics`, the first that ends behind the line first.
  private var next = 0

  init(report: FileReport, style: ReportStyle, firstNumber: Int) {
    self.report = report
    self.style = style
    self.firstNumber = firstNumber
  }

  mutating func html(_ row: HTMLSummary.Row, _ words: HTMLWords) -> String {
    var html = "<article id=\"\(row.anchor)\">\n<h2>\(XMLText.escaped(row.name))</h2>\n"
    html += "<p class=\"meta\">\(words.counts(row.counts)) · \(words.penalty(row.penalty))</p>\n"
    var open: [Int] = []
    for line in 1...report.lines.starts.count {
      let start = report.lines.starts[line - 1]
      let end = max(start, report.lines.lineEnd(line, in: report.source.bytes))
      open.removeAll { report.diagnostics[$0].range.end <= start }
      var here = open
      while next < report.diagnostics.count, report.diagnostics[next].range.start <= end {
        here.append(next)
        open.append(next)
        next += 1
      }
      guard end > start || !here.isEmpty else { continue }
      html += paragraph(line, TextRange(start, end), here)
    }
    return html + "</article>\n"
  }

  private func paragraph(_ line: Int, _ range: TextRange, _ here: [Int]) -> String {
    var html = "<div class=\"row\"><span class=\"ln\">\(line)</span><p>\(marked(range, here))</p>"
    let notes = here.filter { report.diagnostics[$0].range.start >= range.start }
    if !notes.isEmpty { html += "<ol class=\"notes\">\(notes.map(note).joined())</ol>" }
    return html + "</div>\n"
  }

  /// The text of a line with nested marks; a mark that would cross the one around it ends with it.
  private func marked(_ line: TextRange, _ here: [Int]) -> String {
    var html = ""
    var position = line.start
    var ends: [UInt32] = []
    func advance(to offset: UInt32) {
      guard offset > position else { return }
      html += text(TextRange(position, offset))
      position = offset
    }
    func close(upTo offset: UInt32) {
      while let end = ends.last, end <= offset {
        advance(to: end)
        html += "</mark>"
        ends.removeLast()
      }
    }
    for index in here {
      let diagnostic = report.diagnostics[index]
      let start = max(diagnostic.range.start, line.start)
      let end = min(min(diagnostic.range.end, line.end), ends.last { $0 > start } ?? line.end)
      close(upTo: start)
      advance(to: start)
      html += mark(index, isFirst: diagnostic.range.start >= line.start, isEmpty: end <= start)
      ends.append(max(end, start))
    }
    close(upTo: line.end)
    advance(to: line.end)
    return html
  }

  private func mark(_ index: Int, isFirst: Bool, isEmpty: Bool) -> String {
    let diagnostic = report.diagnostics[index]
    let number = firstNumber + index
    let name = isFirst ? " id=\"m\(number)\" tabindex=\"0\" aria-describedby=\"n\(number)\"" : ""
    return "<mark\(name) data-n=\"\(number)\" class=\"\(classes(diagnostic))\(isEmpty ? " empty" : "")\">"
      + (isFirst ? "<sup>\(number)</sup>" : "")
  }

  private func note(_ index: Int) -> String {
    let diagnostic = report.diagnostics[index]
    let number = firstNumber + index
    let advice = diagnostic.advice(style.language)
    return "<li id=\"n\(number)\" class=\"\(classes(diagnostic))\" data-rule=\"\(XMLText.escaped(diagnostic.rule))\">"
      + "<a href=\"#m\(number)\">\(number)</a> <span>\(XMLText.escaped(diagnostic.message[style.language]))</span>"
      + (advice.isEmpty ? "" : " <b>→ \(XMLText.escaped(advice))</b>")
      + " <code>\(XMLText.escaped(diagnostic.rule))</code></li>"
  }

  private func classes(_ diagnostic: Diagnostic) -> String { "s-\(diagnostic.severity.name) f-\(diagnostic.family)" }

  private func text(_ range: TextRange) -> String {
    XMLText.escaped(String(decoding: report.source.bytes[range.bounds], as: UTF8.self))
  }
}
