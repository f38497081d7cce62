package import SuntingCore

/// Decades without their hyphen or with an English plural (`1970an`, `1980s`).
package struct Decade: Check {
  package init(options: [String: [String]]) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for (_, block) in context.proseBlocks {
      for index in block.tokens
      where document.beginsWithDigit(index) && !document.tokens[index].flags.contains(.address) {
        let text = document.text(of: index)
        if let digits = Self.digits(text), isDecade(digits, document.lowercased(index - 1, in: block.tokens)) {
          report(Finding(range: document.tokens[index].range, replacement: "\(digits)-an"))
        } else if isDecade(text[...], "tahun"), document.lowercased(index + 1, in: block.tokens) == "an" {
          report(Finding(range: document.range(from: index, through: index + 1), replacement: "\(text)-an"))
        }
      }
    }
  }

  /// What stands before `s` or `an`.
  private static func digits(_ text: String) -> Substring? {
    for ending in ["'an", "’an", "an", "'s", "’s", "s"] where text.hasSuffix(ending) {
      return text.dropLast(ending.count)
    }
    return nil
  }

  private func isDecade(_ digits: Substring, _ before: String) -> Bool {
    guard digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), digits.hasSuffix("0") else { return false }
    if digits.count == 4 { return digits.hasPrefix("1") || digits.hasPrefix("20") }
    return digits.count == 2 && ["tahun", "era", "dekade"].contains(before)
  }
}
