package import SuntingCore

/// `memusnahkan dan memusnahkan`: English had two words (destroy and annihilate), the engine knew one.
package struct CoordinatedRepeat: Check {
  private let legitimate: Legitimate

  package init(options: CheckOptions) throws(CheckOptionError) {
    legitimate = Legitimate(options["legitimate"])
  }

  /// What makes the second mention say more than the first: `terpilih dan terpilih kembali`.
  private static let additions: Set<String> = [
    "kembali", "lagi", "ulang", "bersama", "sendiri", "terus", "secara", "penuh", "habis", "sekadarnya", "lebih",
  ]
  /// Before it the pair says that something goes on and on.
  private static let continuing: Set<String> = ["terus", "semakin", "makin", "selalu", "kian", "tetap", "hanya"]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for (first, distance) in context.index.repeats where distance == 2 && isPair(around: first + 1, document) {
      let block = context.block(of: first)
      let pair = first..<(first + 3)
      if isTelling(pair, document, block), !legitimate.covers(pair, document, block) {
        report(Finding(range: document.range(of: pair)))
      }
    }
  }

  private func isPair(around index: Int, _ document: Document) -> Bool {
    let (left, link, right) = (document.tokens[index - 1], document.tokens[index], document.tokens[index + 1])
    guard left.word == right.word, left.kind == .word, link.kind == .word, right.kind == .word else { return false }
    guard left.range.length >= 5, !left.flags.contains(.capital), !right.flags.contains(.capital),
      left.flags.isDisjoint(with: [.address, .hyphenated]), (3...4).contains(link.range.length)
    else { return false }
    let word = document.text(of: index)
    return (word == "dan" || word == "atau") && document.isSameText(index - 1, index + 1)
  }

  /// A verb, or a noun behind which the phrase ends: `pelatihan dan pelatihan lanjutan` are two things.
  private func isTelling(_ pair: Range<Int>, _ document: Document, _ block: Block) -> Bool {
    let word = document.foldedText(pair.lowerBound)
    guard let prefix = prefix(of: word) else { return false }
    if pair.lowerBound > block.tokens.lowerBound {
      // `semi perkotaan dan perkotaan`: the first is another word
      let previous = document.foldedText(pair.lowerBound - 1)
      if Self.continuing.contains(previous) || BoundForms.contains(previous) { return false }
    }
    let next = pair.upperBound
    let isEnd = next == block.tokens.upperBound || document.tokens[next].kind == .mark
    if isEnd, next < block.tokens.upperBound, document.isMark(next, 0x2F) || document.isMark(next, 0x2D) {
      return false
    }
    let following = isEnd ? "" : document.foldedText(next)
    guard !Self.additions.contains(following) else { return false }
    switch prefix {
    case .meN, .di:
      return isEnd || document.text(of: pair.lowerBound + 1) == "dan" || Particles.all.contains(following)
    case .ter: return isEnd || Particles.all.contains(following)
    case .ber: return isEnd && !document.tokens[pair.lowerBound].flags.contains(.quoted)
    default: return isEnd
    }
  }

  /// The prefix of a derived word; bare words are repeated in lists (`metal dan metal`).
  private func prefix(of word: String) -> Morpheme? {
    let hasPrefix = ["me", "di", "ter", "ber", "pe", "ke"].contains { word.hasPrefix($0) }
    guard hasPrefix else { return nil }
    return Morphology.analyses(of: word).first {
      guard let outermost = $0.prefixes.outermost, $0.stem.utf8.count >= 3 else { return false }
      return switch outermost {
      case .meN, .di, .ter, .ber: true
      case .peN, .per, .ke: $0.suffix == .an
      default: false
      }
    }?.prefixes.outermost
  }
}
