package import SuntingCore

/// `yang yang`, `dari dari`: the same word twice with nothing but white space between.
package struct RepeatedWord: Check {
  private let functionWords: WordList
  private let ambiguous: WordList
  private let legitimate: Legitimate

  package init(options: CheckOptions) throws(CheckOptionError) {
    functionWords = WordList(options["function-words"])
    ambiguous = WordList(options["ambiguous"])
    legitimate = Legitimate(options["legitimate"])
    if functionWords.isEmpty { throw CheckOptionError(message: "“function-words” is the list of words of grammar") }
  }

  /// Numbers in words stand side by side in lists, scores and rhymes.
  private static let numerals: Set<String> = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "puluh", "ratus",
    "ribu", "juta", "miliar", "triliun", "belas",
  ]
  /// Words of grammar whose doubling may also be a reduplication without its hyphen.
  private static let oftenDoubled: Set<String> = [
    "saat", "dalam", "atas", "antara", "kita", "mereka", "kami", "dia", "ia", "itu", "ini", "agar", "sampai", "kalau",
    "sama", "masih", "belum", "jika",
  ]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    var from = 0
    for (index, distance) in context.index.repeats where distance == 1 && index >= from && isDoubled(index, document) {
      let block = context.block(of: index)
      var end = index + 2
      while end < block.tokens.upperBound, isDoubled(end - 1, document) { end += 1 }
      if let finding = finding(index..<end, context, block) { report(finding) }
      from = end
    }
  }

  private func isDoubled(_ index: Int, _ document: Document) -> Bool {
    let (left, right) = (document.tokens[index], document.tokens[index + 1])
    return left.kind == .word && right.kind == .word && right.flags.contains(.spaceBefore)
      && left.isPlain && document.isSameText(index, index + 1)
  }

  private func finding(_ run: Range<Int>, _ context: CheckContext, _ block: Block) -> Finding? {
    let document = context.document
    let word = document.foldedText(run.lowerBound)
    let isGrammar = functionWords.contains(word)
    guard isPlainCase(run, document, block, isGrammar: isGrammar), !legitimate.covers(run, document, block) else {
      return nil
    }
    if isGrammar { return grammarFinding(run, word, document) }
    // where a sentence begins no two phrases can meet
    let isFirst = document.tokens[run.lowerBound].flags.contains(.capital)
    guard run.count == 2, word.utf8.count >= 3, isFirst || !ambiguous.contains(word), !Self.numerals.contains(word),
      !document.tokens[run.lowerBound].flags.contains(.quoted),
      isIndonesian(word, context, document.tokens[run.lowerBound])
    else { return nil }
    var finding = Finding(range: document.range(of: run))
    let text = document.text(of: run.lowerBound)
    finding.alternatives = [text, text + "-" + document.text(of: run.lowerBound + 1)]
    finding.safety = FixSafety.none
    return finding
  }

  /// One copy stays; the first, which has the capital.
  private func grammarFinding(_ run: Range<Int>, _ word: String, _ document: Document) -> Finding {
    var finding = Finding(range: document.range(of: run))
    finding.edits = [
      Edit(range: TextRange(document.tokens[run.lowerBound].end, finding.range.end), text: "")
    ]
    finding.alternatives = [document.text(of: run.lowerBound)]
    if Self.oftenDoubled.contains(word) {
      finding.safety = .unsafe
      finding.alternatives.append(document.text(of: run.lowerBound) + "-" + word)
    }
    return finding
  }

  /// Lower case, but for a first word whose place explains the capital. Names are doubled often enough.
  private func isPlainCase(_ run: Range<Int>, _ document: Document, _ block: Block, isGrammar: Bool) -> Bool {
    if block.letterCase == .capitals { return isGrammar }
    let first = document.tokens[run.lowerBound]
    guard run.dropFirst().allSatisfy({ !document.tokens[$0].flags.contains(.capital) }) else { return false }
    guard first.flags.contains(.capital) else { return true }
    return first.flags.contains(.sentenceStart)
  }

  /// English passages repeat words that are none of ours to mend.
  private func isIndonesian(_ word: String, _ context: CheckContext, _ token: Token) -> Bool {
    if context.tables.hasClass(token.word, RuleTables.foreignFunctionWordClass) { return false }
    return context.lexicon.map { $0.standing(of: word) == .indonesian } ?? !token.flags.contains(.capital)
  }
}
