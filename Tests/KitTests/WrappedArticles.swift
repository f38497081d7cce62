import Foundation

/// Plain articles, and the same in Markdown and HTML.
enum WrappedArticles {
  static let texts = Texts.corpus.filter { $0.name.hasPrefix("mt/") }

  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  static func html(_ text: String) -> String {
    let paragraphs = lines(text).enumerated().map { number, line in
      let escaped = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing("—", with: number.isMultiple(of: 2) ? "&mdash;" : "—")
      return number.isMultiple(of: 3) ? "<div>\n  <p class=x>\(escaped)\n</div>" : "<p>\(escaped)</p>"
    }
    return "<!doctype html>\n<body>\n" + paragraphs.joined(separator: "\n") + "\n</body>\n"
  }

  static func markdown(_ text: String) -> String {
    lines(text).map { line in
      let escaped = line.unicodeScalars.map { scalar in
        scalar.isASCII && scalar.properties.generalCategory != .decimalNumber
          && "\\`*_{}[]<>#+-|!&~:@/=.)('\"".unicodeScalars.contains(scalar)
          ? "\\\(scalar)" : String(scalar)
      }
      return escaped.joined()
    }.joined(separator: "\n\n") + "\n"
  }
}
