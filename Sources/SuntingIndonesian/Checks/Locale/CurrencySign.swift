package import SuntingCore

/// Currency signs apart from their number (`$ 1,4`) or doubled by the word (`US$5 juta dolar`).
package struct CurrencySign: Check {
  private enum Shape { case space, double }
  private let shape: Shape

  private static let signs: [String: String] = ["$": "dolar", "€": "euro", "£": "pound", "¥": "yen"]
  private static let magnitudes: Set<String> = ["ribu", "juta", "miliar", "milyar", "triliun"]

  package init(options: CheckOptions) throws(CheckOptionError) {
    switch options["shape"]?.first {
    case "space": shape = .space
    case "double": shape = .double
    default: throw CheckOptionError(message: "“shape” is space or double")
    }
  }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    // the signs of other currencies stand in no block of common text
    guard document.summary.marks.contains(0x24) || !document.summary.bytes.isEmpty else { return }
    for number in context.index.numbers where document.tokens[number].kind == .number && number > 0 {
      let index = number - 1
      guard !document.tokens[index].isWord else { continue }
      let block = context.block(of: number)
      guard index >= block.tokens.lowerBound, let currency = Self.signs[document.text(of: index)] else { continue }
      let finding =
        shape == .space
        ? spaced(index, in: block.tokens, document) : doubled(index, currency, in: block.tokens, document)
      if let finding { report(finding) }
    }
  }

  private func isGlued(_ index: Int, in block: Range<Int>, _ document: Document) -> Bool {
    block.contains(index - 1) && document.tokens[index - 1].isWord
      && !document.tokens[index].flags.contains(.spaceBefore)
  }

  /// Many papers write `US$ 5`; a bare sign with a space is the engine's.
  private func spaced(_ index: Int, in block: Range<Int>, _ document: Document) -> Finding? {
    guard document.tokens[index + 1].flags.contains(.spaceBefore), !isGlued(index, in: block, document) else {
      return nil
    }
    return Finding(
      range: document.range(from: index, through: index + 1),
      replacement: document.text(of: index) + document.text(of: index + 1))
  }

  private func doubled(_ index: Int, _ currency: String, in block: Range<Int>, _ document: Document) -> Finding? {
    var last = index + 2
    var amount = document.text(of: index + 1)
    if Self.magnitudes.contains(document.lowercased(last, in: block)) {
      amount += " " + document.text(of: last)
      last += 1
    }
    guard document.lowercased(last, in: block) == currency else { return nil }
    let prefix = isGlued(index, in: block, document) ? document.text(of: index - 1) : ""
    guard prefix.isEmpty || prefix == "US" else { return nil }
    if currency == "dolar" {
      amount += " dolar AS"
      if document.lowercased(last + 1, in: block) == "as" { last += 1 }
    } else {
      amount += " " + currency
    }
    return Finding(
      range: document.range(from: prefix.isEmpty ? index : index - 1, through: last), replacement: amount)
  }
}
