internal import SuntingCore

/// One self-contained page: the articles with marks in the text, what to do about each, and a summary.
package struct HTMLReporter: Reporter {
  private let style: ReportStyle
  private let words: HTMLWords
  private var articles = ""
  private var clean: [String] = []
  private var rows: [HTMLSummary.Row] = []
  private var families: [String: Int] = [:]
  private var rules: [String: HTMLSummary.RuleCount] = [:]
  private var nextNumber = 1

  package init(style: ReportStyle) {
    self.style = style
    words = HTMLWords(style.language)
  }

  package mutating func add(_ report: FileReport, to output: inout String) {
    guard !report.diagnostics.isEmpty else {
      clean.append(report.location)
      return
    }
    for diagnostic in report.diagnostics {
      families[diagnostic.family, default: 0] += 1
      let why = rules[diagnostic.rule]?.why ?? report.rule(diagnostic.rule)?.why[style.language].flattened() ?? ""
      rules[diagnostic.rule, default: .init(why: why)].count += 1
    }
    let row = HTMLSummary.Row(report, anchor: "a\(rows.count + 1)", language: style.language)
    rows.append(row)
    var article = HTMLArticle(report: report, style: style, firstNumber: nextNumber)
    articles += article.html(row, words)
    nextNumber += report.diagnostics.count
  }

  package mutating func finish(_ summary: RunSummary, to output: inout String) {
    let page = HTMLSummary(summary: summary, words: words, style: style)
    output += """
      <!doctype html>
      <html lang="\(style.language == .id ? "id" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(words.title)</title>
      <style>
      \(HTMLPage.style)</style>
      </head>
      <body>
      <header class="top">
      <h1>\(words.title)</h1>
      \(page.figures())
      \(page.filters(families))
      <p class="hint">\(words.hint)</p>
      </header>
      <main>
      \(page.table(rows))
      \(articles)\(page.clean(clean))\(page.errors())\(page.rules(rules))
      </main>
      <aside id="pop" role="tooltip" hidden></aside>
      <footer>sunting \(suntingVersion)</footer>
      <script>
      \(HTMLPage.script)</script>
      </body>
      </html>

      """
  }
}
