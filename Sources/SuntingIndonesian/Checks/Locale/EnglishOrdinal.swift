package import SuntingCore

/// Ordinals with an English ending (`20th`, `ke 45th`).
package struct EnglishOrdinal: Check {
  private static let months: Set<String> = [
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
    "desember",
  ]

  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    let candidates = (context.index.numbers + context.index.hyphenated).filter { hasEnding($0, document) }
    for index in Set(candidates).sorted() {
      let token = document.tokens[index]
      guard token.flags.isDisjoint(with: [.address, .quoted, .gloss, .emphasis]),
        document.beginsWithDigit(index) || token.flags.contains(.hyphenated),
        let number = Self.number(document.text(of: index))
      else { continue }
      let block = context.block(of: index)
      let next = index + 1
      if Self.months.contains(document.lowercased(next, in: block.tokens)) {
        report(Finding(range: token.range, replacement: number))
        continue
      }
      if block.tokens.contains(next), document.tokens[next].flags.contains(.capital) { continue }
      let first = document.lowercased(index - 1, in: block.tokens) == "ke" ? index - 1 : index
      report(Finding(range: document.range(from: first, through: index), replacement: "ke-\(number)"))
    }
  }

  /// A digit, and `st`, `nd`, `rd` or `th` behind it.
  private func hasEnding(_ token: Int, _ document: Document) -> Bool {
    let range = document.tokens[token].range.bounds
    guard range.count >= 3 else { return false }
    let last = document.utf8[range.upperBound - 1]
    return (last == 0x74 || last == 0x64 || last == 0x68) && document.utf8[range.upperBound - 3].isDigitASCII
  }

  /// The digits of `20th` or `ke-20th`.
  private static func number(_ text: String) -> String? {
    var text = text[...]
    guard ["st", "nd", "rd", "th"].contains(where: { text.hasSuffix($0) }) else { return nil }
    text.removeLast(2)
    if text.hasPrefix("ke-") { text.removeFirst(3) }
    return !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? String(text) : nil
  }
}
