package import SuntingCore
internal import SuntingICU

/// `Кursk`, `bеras`: Latin letters mixed with Cyrillic or Greek ones that look like them.
package struct LookalikeLetter: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let latin: [UInt32: Character] = [
    0x0430: "a", 0x0435: "e", 0x043E: "o", 0x0440: "p", 0x0441: "c", 0x0443: "y", 0x0445: "x", 0x0456: "i", 0x0458: "j",
    0x0455: "s", 0x043A: "k", 0x0410: "A", 0x0412: "B", 0x0415: "E", 0x041A: "K", 0x041C: "M", 0x041D: "H", 0x041E: "O",
    0x0420: "P", 0x0421: "C", 0x0422: "T", 0x0425: "X", 0x0406: "I", 0x0408: "J", 0x0405: "S", 0x0391: "A", 0x0392: "B",
    0x0395: "E", 0x0396: "Z", 0x0397: "H", 0x0399: "I", 0x039A: "K", 0x039C: "M", 0x039D: "N", 0x039F: "O", 0x03A1: "P",
    0x03A4: "T", 0x03A5: "Y", 0x03A7: "X", 0x03BF: "o",
  ]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    context.forEachByte(where: { (0xCE...0xD3).contains($0) }) { offset, _ in
      let index = document.token(at: UInt32(offset))
      guard index < document.tokens.count else { return offset + 1 }
      let token = document.tokens[index]
      if token.kind == .word, !token.flags.contains(.address), let text = latinSpelling(document.text(of: index)) {
        report(Finding(range: token.range, replacement: text))
      }
      return max(offset + 1, Int(token.end))
    }
  }

  /// The word in Latin letters; nil unless some part between hyphens mixes Latin letters with lookalikes only.
  private func latinSpelling(_ word: String) -> String? {
    var isMixed = false
    for part in word.split(separator: "-") {
      let letters = part.unicodeScalars.filter { Characters.isAlphabetic($0.value) }
      let foreign = letters.filter { Characters.script($0.value) != Characters.latinScript }
      guard !foreign.isEmpty, foreign.count < letters.count else { continue }
      guard foreign.allSatisfy({ Self.latin[$0.value] != nil }) else { return nil }
      isMixed = true
    }
    guard isMixed else { return nil }
    return String(word.unicodeScalars.map { Self.latin[$0.value] ?? Character($0) })
  }
}
