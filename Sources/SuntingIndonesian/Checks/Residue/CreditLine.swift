package import SuntingCore

/// A photo credit alone on its line: names, a slash or `via`, an agency, and no sentence.
package struct CreditLine: Check {
  /// Agencies by their first word, each as the hashes of its words.
  private let agencies: [UInt64: [[UInt64]]]
  private let firstWords: [String]

  package init(options: CheckOptions) throws(CheckOptionError) {
    var agencies: [UInt64: [[UInt64]]] = [:]
    var firstWords: [String] = []
    for line in options["agencies"] ?? [] {
      let words = line.split { $0 == " " || $0 == "/" }.map(String.init)
      guard let first = words.first else { continue }
      firstWords.append(first)
      agencies[WordHash.hash(first), default: []].append(words.map { WordHash.hash($0) })
    }
    guard !agencies.isEmpty else { throw CheckOptionError(message: "“agencies” is the list of agencies") }
    self.agencies = agencies
    self.firstWords = firstWords
  }

  package var triggerWords: [String]? { firstWords }

  private static let mostTokens = 18
  /// `via` in both languages, and what else ties a name to an agency.
  private static let ties: Set<String> = ["via", "melalui", "lewat", "for", "untuk", "courtesy"]
  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "da", "dos", "di", "du", "la", "le", "bin", "binti", "al", "el",
    "dan", "and", "the", "of", "oleh", "by", "y", "ibn", "ter", "milik",
  ]
  /// Marks that tie; the others of a credit are commas, stops, brackets, quotation marks and signs.
  private static let tyingMarks: [UInt32] = [0x2F, 0x7C]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    context.forEachBlock(holding: context.triggers) { block, _ in
      guard isCredit(block, context.document) else { return }
      var finding = Finding(range: block.range)
      finding.isFurniture = true
      report(finding)
    }
  }

  private func isCredit(_ block: Block, _ document: Document) -> Bool {
    guard (3...Self.mostTokens).contains(block.tokens.count) else { return false }
    var ties = 0
    for index in block.tokens {
      let token = document.tokens[index]
      switch token.kind {
      case .number, .other: return false
      case .mark:
        let scalar = document.scalar(of: index)
        if Self.tyingMarks.contains(scalar) { ties += 1 }
        if [0x3A, 0x3B, 0x3F, 0x21, 0x25].contains(scalar) { return false }
      case .word where token.flags.contains(.capital): break
      case .word:
        guard token.range.length <= 8 else { return false }
        let word = document.foldedText(index)
        if Self.ties.contains(word) { ties += 1 } else if !isSmall(index, word, block, document) { return false }
      }
    }
    return ties > 0 && namesAgency(block, document)
  }

  /// A particle inside a name, or the initials of an editor behind the last slash (`Antara Foto/Rina Malik/foc`).
  private func isSmall(_ index: Int, _ word: String, _ block: Block, _ document: Document) -> Bool {
    if Self.particles.contains(word) { return true }
    return word.utf8.count <= 4 && index + 2 >= block.tokens.upperBound && index > block.tokens.lowerBound
      && document.isMark(index - 1, 0x2F)
  }

  private func namesAgency(_ block: Block, _ document: Document) -> Bool {
    let words = block.tokens.filter { document.tokens[$0].kind == .word }
    let hashes = words.map { document.bytes(of: document.tokens[$0].range) { WordHash.hash($0) } }
    for start in hashes.indices {
      guard let candidates = agencies[hashes[start]] else { continue }
      if candidates.contains(where: { hashes[start...].starts(with: $0) }) { return true }
    }
    return false
  }
}
