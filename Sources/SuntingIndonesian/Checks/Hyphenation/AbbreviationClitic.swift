package import SuntingCore

/// `PBBnya`, `memPHK`, `berKTP`: an abbreviation in capitals and an affix without the hyphen between them.
package struct AbbreviationClitic: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let skipped: Token.Flags = [.address, .hyphenated, .allCapitals]
  private static let prefixes = ["ber", "mem", "men", "meng", "me", "di", "ter", "se", "pem", "peng"].map {
    Array($0.utf8)
  }
  private static let endings = ["nya", "ku", "mu"].map { Array($0.utf8) }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for index in context.index.innerCapitals {
      let token = document.tokens[index]
      guard token.range.length >= 4, token.lacks(Self.skipped) else { continue }
      let seam =
        token.flags.contains(.capital) ? ending(token.range, document.utf8) : prefix(token.range, document.utf8)
      guard let seam else { continue }
      var finding = Finding(range: token.range)
      finding.edits = [Edit(range: TextRange(seam..<seam), text: "-")]
      finding.alternatives = [
        document.text(TextRange(token.range.bounds.lowerBound..<seam)) + "-"
          + document.text(TextRange(seam..<token.range.bounds.upperBound))
      ]
      report(finding)
    }
  }

  /// Where the clitic begins behind two capitals or more (three before the short -ku and -mu).
  private func ending(_ range: TextRange, _ utf8: [UInt8]) -> Int? {
    let bounds = range.bounds
    guard utf8[bounds.lowerBound + 1].isUpperASCII else { return nil }
    var seam = bounds.lowerBound
    while seam < bounds.upperBound, utf8[seam].isUpperASCII { seam += 1 }
    let rest = utf8[seam..<bounds.upperBound]
    guard Self.endings.contains(where: { rest.elementsEqual($0) }) else { return nil }
    return rest.count == 3 || seam - bounds.lowerBound >= 3 ? seam : nil
  }

  /// Where the capitals begin behind a verbal prefix.
  private func prefix(_ range: TextRange, _ utf8: [UInt8]) -> Int? {
    let bounds = range.bounds
    guard utf8[bounds.upperBound - 1].isUpperASCII else { return nil }
    var seam = bounds.upperBound
    while seam > bounds.lowerBound, utf8[seam - 1].isUpperASCII { seam -= 1 }
    let front = utf8[bounds.lowerBound..<seam]
    return bounds.upperBound - seam >= 2 && Self.prefixes.contains { front.elementsEqual($0) } ? seam : nil
  }
}
