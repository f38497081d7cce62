/// Writes text so that markup around it stays what it is.
enum QuotedText {
  static func written(_ text: String, _ quoting: SourceMap.Quoting) -> String? {
    switch quoting {
    case .none: text
    case .markup: markup(text, isAttribute: false)
    case .attribute: markup(text, isAttribute: true)
    case .doubleQuoted: escaped(text) { $0 == "\"" || $0 == "\\" ? "\\" : nil }
    case .singleQuoted: escaped(text) { $0 == "'" ? "'" : nil }
    case .plain: text.unicodeScalars.allSatisfy(isPlain) ? text : nil
    }
  }

  /// An ampersand is escaped only where it would begin a character reference.
  private static func markup(_ text: String, isAttribute: Bool) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "<": result += "&lt;"
      case "&" where next == "#" || next.properties.isAlphabetic: result += "&amp;"
      case "\"" where isAttribute: result += "&quot;"
      case "'" where isAttribute: result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func escaped(_ text: String, _ escape: (Unicode.Scalar) -> Unicode.Scalar?) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" { return nil }
      if let escape = escape(scalar) { result.append(escape) }
      result.append(scalar)
    }
    return String(result)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == " " || scalar == "-"
  }
}
