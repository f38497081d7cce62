package import SuntingCore

/// Numbers with English separators: commas between thousands (`36,167,604`), a stop before decimals (`3.5 persen`).
package struct EnglishNumber: Check {
  private enum Shape { case thousands, decimal }

  private let shape: Shape
  /// Nouns that nobody counts in fractions, or units that a decimal stands before.
  private let nouns: Set<String>

  /// Behind these words digits with a stop are a clock time or a section.
  private static let references: Set<String> = [
    "pukul", "jam", "pasal", "versi", "bab", "ayat", "tabel", "gambar", "no", "nomor", "grafik", "lampiran", "bagian",
    "halaman", "hlm", "seri", "ios", "android", "butir", "kotak", "subbab", "tanggal",
  ]

  package init(options: CheckOptions) throws(CheckOptionError) {
    switch options["shape"]?.first {
    case "thousands":
      shape = .thousands
      nouns = Set(options["counted"] ?? [])
    case "decimal":
      shape = .decimal
      nouns = Set(options["units"] ?? [])
    default: throw CheckOptionError(message: "“shape” is thousands or decimal")
    }
  }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let separator: UInt8 = shape == .thousands ? 0x2C : 0x2E
    for index in context.index.numbers {
      let token = context.document.tokens[index]
      guard token.kind == .number, token.range.length > 2, !token.flags.contains(.address),
        context.document.utf8[token.range.bounds].contains(separator)
      else { continue }
      let block = context.block(of: index)
      let text = context.document.text(of: index)
      let before = context.document.lowercased(index - 1, in: block.tokens)
      let after = context.document.lowercased(index + 1, in: block.tokens)
      guard !Self.references.contains(before), isEnglish(text, before: before, after: after) else { continue }
      report(Finding(range: token.range, replacement: Self.indonesian(text)))
    }
  }

  private func isEnglish(_ text: String, before: String, after: String) -> Bool {
    switch shape {
    case .thousands: isEnglishThousands(text, after: after)
    case .decimal:
      text.split(separator: "-").allSatisfy(Self.isEnglishDecimal)
        && (nouns.contains(after) || before == "magnitudo" || before == "bermagnitudo")
    }
  }

  /// Two groups or more, or one and a fraction, are English for certain; one group might be an Indonesian decimal.
  private func isEnglishThousands(_ text: String, after: String) -> Bool {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.allSatisfy({ !$0.isEmpty }) else { return false }
    let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count >= 2, (1...3).contains(groups[0].count), groups[0] != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.allSatisfy(Self.isDigits),
      halves.count == 1 || Self.isDigits(halves[1]) && halves[1].count <= 2
    else { return false }
    return groups.count > 2 || halves.count == 2 || nouns.contains(after)
  }

  private static func isEnglishDecimal(_ text: Substring) -> Bool {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[0] == "0" || halves[0].first != "0" else { return false }
    return (1...3).contains(halves[0].count) && (1...2).contains(halves[1].count) && halves.allSatisfy(isDigits)
  }

  private static func isDigits(_ text: Substring) -> Bool { text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }

  /// Stops become commas and commas stops.
  private static func indonesian(_ text: String) -> String {
    String(text.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
  }
}
