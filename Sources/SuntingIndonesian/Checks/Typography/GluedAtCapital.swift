package import SuntingCore

/// `baruAnda`, `dariJakarta`, `platformDLT`: two words that lost the space, and perhaps the stop, between them.
///
/// Brands look the same (`iPhone`, `nopCommerce`), so the first half must be an Indonesian word, and one of the two
/// must be more than a short noun.
package struct GluedAtCapital: Check {
  private let names: WordList
  private static let skipped: Token.Flags = [.capital, .address, .hyphenated]

  package static var needsLexicon: Bool { true }

  package init(options: CheckOptions) throws(CheckOptionError) {
    names = WordList(options["names"])
  }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    guard let lexicon = context.lexicon else { return }
    let document = context.document
    for index in context.index.innerCapitals {
      guard let seam = seam(document.tokens[index], document.utf8), isGlued(index, at: seam, document, lexicon) else {
        continue
      }
      let token = document.tokens[index].range
      var finding = Finding(range: token)
      finding.edits = [Edit(range: TextRange(seam..<seam), text: " ")]
      finding.alternatives = [
        document.text(TextRange(token.bounds.lowerBound..<seam)) + " "
          + document.text(TextRange(seam..<token.bounds.upperBound))
      ]
      report(finding)
    }
  }

  /// Where the first capital stands in a word that begins with three small letters or more.
  private func seam(_ token: Token, _ utf8: [UInt8]) -> Int? {
    guard token.kind == .word, token.range.length >= 5, token.lacks(Self.skipped) else { return nil }
    var index = Int(token.start)
    let end = Int(token.end)
    while index < end, utf8[index].isLowerASCII { index += 1 }
    return index < end - 1 && index >= Int(token.start) + 3 && utf8[index].isUpperASCII ? index : nil
  }

  private func isGlued(_ index: Int, at seam: Int, _ document: Document, _ lexicon: any Lexicon) -> Bool {
    let token = document.tokens[index].range.bounds
    let first = String(decoding: document.utf8[token.lowerBound..<seam], as: UTF8.self)
    let rest = document.utf8[seam..<token.upperBound]
    guard rest.allSatisfy(\.isLetterASCII), !names.contains(first), !BoundForms.contains(first),
      !Self.prefixes.contains(first), lexicon.standing(of: first) == .indonesian
    else { return false }
    if (lexicon as? IndonesianLexicon)?.words.isTolerated(first) == true { return false }
    if FunctionWords.indonesian.contains(first) || isVerb(first) { return true }
    // `platformDLT`; what looks like `fileName` is code
    guard rest.dropFirst().allSatisfy(\.isLowerASCII) else {
      return first.utf8.count >= 8 && rest.allSatisfy(\.isUpperASCII)
    }
    let second = String(decoding: rest, as: UTF8.self).lowercased()
    if FunctionWords.indonesian.contains(second) { return true }
    return second.utf8.count >= 5 && lexicon.standing(of: second) == .indonesian
  }

  private func isVerb(_ word: String) -> Bool {
    word.utf8.count >= 7 && ["me", "di", "ber", "ter"].contains { word.hasPrefix($0) }
  }

  /// `memPHK` lacks a hyphen, not a space.
  private static let prefixes: Set<String> = ["ber", "mem", "men", "meng", "ter", "pem", "pen", "peng", "per", "nya"]
}
