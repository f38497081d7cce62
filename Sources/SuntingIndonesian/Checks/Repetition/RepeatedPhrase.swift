package import SuntingCore

/// Two to six words said twice running: `pada hari itu pada hari itu`.
package struct RepeatedPhrase: Check {
  private let legitimate: Legitimate
  private static let lengths = 2...6

  package init(options: CheckOptions) throws(CheckOptionError) {
    legitimate = Legitimate(options["legitimate"])
  }

  private static let links: Set<String> = ["dan", "demi", "ke", "per", "atau", "ganti", "lawan", "x", "dengan", "di"]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    var from = 0
    for (index, distance) in context.index.repeats where distance > 1 && index >= from {
      let block = context.block(of: index)
      guard let length = repeatedLength(index, document, block.tokens.upperBound) else { continue }
      if let finding = finding(index..<(index + length), document, block) {
        report(finding)
        from = index + 2 * length
      }
    }
  }

  /// How long the phrase is that begins here and is said again at once.
  private func repeatedLength(_ from: Int, _ document: Document, _ limit: Int) -> Int? {
    let tokens = document.tokens
    let word = tokens[from].word
    guard tokens[from].kind == .word else { return nil }
    for length in Self.lengths where from + 2 * length <= limit && tokens[from + length].word == word {
      let isRepeated = (1..<length).allSatisfy {
        tokens[from + $0].word == tokens[from + length + $0].word
          && (tokens[from + $0].kind == .word || tokens[from + $0].kind == .number)
      }
      if isRepeated { return length }
    }
    return nil
  }

  private func finding(_ phrase: Range<Int>, _ document: Document, _ block: Block) -> Finding? {
    let length = phrase.count
    let whole = phrase.lowerBound..<(phrase.upperBound + length)
    let isSpelledAlike = phrase.allSatisfy { document.isSameText($0, $0 + length) }
    let isOneWord = phrase.dropFirst().allSatisfy {
      document.tokens[$0].word == document.tokens[phrase.lowerBound].word
    }
    guard isSpelledAlike, !isOneWord, whole.allSatisfy({ document.tokens[$0].isPlain }),
      // a capital there is the seam of a heading and its paragraph, or of two names
      !document.tokens[phrase.upperBound].flags.contains(.capital), !isChain(phrase, document),
      !isQuoted(phrase, document), !legitimate.covers(whole, document, block)
    else { return nil }
    var finding = Finding(range: document.range(of: whole))
    let first = document.range(of: phrase)
    finding.edits = [Edit(range: TextRange(first.end, finding.range.end), text: "")]
    finding.alternatives = [document.text(first)]
    return finding
  }

  /// `desa demi desa demi …`, `dari mulut ke mulut ke …`
  private func isChain(_ phrase: Range<Int>, _ document: Document) -> Bool {
    guard phrase.count == 2 else { return false }
    return Self.links.contains(document.foldedText(phrase.upperBound - 1))
      || ["demi", "per", "dan"].contains(document.foldedText(phrase.lowerBound))
  }

  /// Chants and refrains are repeated on purpose.
  private func isQuoted(_ phrase: Range<Int>, _ document: Document) -> Bool {
    phrase.count == 2 && document.tokens[phrase.lowerBound].flags.contains(.quoted)
  }
}
