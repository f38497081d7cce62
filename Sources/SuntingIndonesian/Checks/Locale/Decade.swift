package import SuntingCore

/// Decades without their hyphen or with an English plural (`1970an`, `1980s`).
package struct Decade: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for index in context.index.numbers where mayBeDecade(document.tokens[index].range, document) {
      guard !document.tokens[index].flags.contains(.address) else { continue }
      let block = context.block(of: index)
      let text = document.text(of: index)
      if let digits = Self.digits(text), isDecade(digits, document.lowercased(index - 1, in: block.tokens)) {
        report(Finding(range: document.tokens[index].range, replacement: "\(digits)-an"))
      } else if isDecade(text[...], "tahun"), document.lowercased(index + 1, in: block.tokens) == "an" {
        report(Finding(range: document.range(from: index, through: index + 1), replacement: "\(text)-an"))
      }
    }
  }

  /// It begins with a digit, and ends in `0`, `s` or `n`.
  private func mayBeDecade(_ range: TextRange, _ document: Document) -> Bool {
    guard document.utf8[range.bounds.lowerBound].isDigitASCII else { return false }
    let last = document.utf8[range.bounds.upperBound - 1]
    return last == 0x30 || last == 0x73 || last == 0x6E
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
