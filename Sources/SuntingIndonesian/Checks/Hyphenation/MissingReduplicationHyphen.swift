package import SuntingCore

/// `rata rata`, `berturut turut`, `satu satunya`: a reduplication of the dictionary written as two words.
package struct MissingReduplicationHyphen: Check {
  /// First halves and their second halves, by hash.
  private let pairs: [UInt64: Set<UInt64>]
  private let firstHalves: [String]

  package init(options: CheckOptions) throws(CheckOptionError) {
    var pairs: [UInt64: Set<UInt64>] = [:]
    var firstHalves: [String] = []
    for word in options["words"] ?? [] {
      let halves = word.split(separator: "-")
      guard halves.count == 2 else { throw CheckOptionError(message: "“words” is a list of words with one hyphen") }
      firstHalves.append(String(halves[0]))
      pairs[WordHash.hash(firstHalves.last!), default: []].insert(WordHash.hash(String(halves[1])))
    }
    guard !pairs.isEmpty else { throw CheckOptionError(message: "“words” is the list of reduplications") }
    self.pairs = pairs
    self.firstHalves = firstHalves
  }

  package var triggerWords: [String]? { firstHalves }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for index in context.triggers {
      let block = context.block(of: index)
      guard index + 1 < block.tokens.upperBound, isCandidate(index, document), isPair(index, document, block) else {
        continue
      }
      var finding = Finding(range: document.range(of: index..<(index + 2)))
      finding.edits = [Edit(range: document.gap(after: index), text: "-")]
      finding.alternatives = [document.text(of: index) + "-" + document.text(of: index + 1)]
      report(finding)
    }
  }

  /// Two letters in common where a half repeats the other, behind no prefix or one of two or three letters.
  private func isCandidate(_ index: Int, _ document: Document) -> Bool {
    let (left, right) = (document.tokens[index], document.tokens[index + 1])
    guard left.kind == .word, right.kind == .word, right.flags.contains(.spaceBefore), left.range.length >= 3,
      right.range.length >= 3, !right.flags.contains(.capital)
    else { return false }
    if left.word == right.word { return true }
    let utf8 = document.utf8
    let (first, second) = (utf8[Int(right.start)], utf8[Int(right.start) + 1])
    let start = Int(left.start)
    func begins(at offset: Int) -> Bool {
      offset + 1 < left.range.length && utf8[start + offset] | 0x20 == first && utf8[start + offset + 1] == second
    }
    return begins(at: 0) || begins(at: 2) || begins(at: 3)
  }

  private func isPair(_ index: Int, _ document: Document, _ block: Block) -> Bool {
    let (left, right) = (document.tokens[index], document.tokens[index + 1])
    guard let seconds = pairs[document.bytes(of: left.range) { WordHash.hash($0) }],
      seconds.contains(document.bytes(of: right.range) { WordHash.hash($0) })
    else { return false }
    guard left.isPlain, !document.isName(index, in: block) else { return false }
    // `baru baru ini` is fixed; elsewhere two phrases may meet (`proyek baru | baru dimulai`, `angka akhir | akhir tahun`)
    guard ["baru", "akhir"].contains(document.foldedText(index)) else { return true }
    return index + 2 < block.tokens.upperBound && document.foldedText(index + 2) == "ini"
  }
}
