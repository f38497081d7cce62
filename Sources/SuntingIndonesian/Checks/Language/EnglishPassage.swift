package import SuntingCore

/// A sentence, or a stretch of one, that is still in English.
package struct EnglishPassage: Check {
  package static let needsLexicon = true

  private enum Kind { case function, english, indonesian, neutral }

  private let functionWords: Set<String>
  /// Words of both languages: they prove nothing.
  private let homographs: Set<String>
  private let leastWords: Int

  package init(options: CheckOptions) throws(CheckOptionError) {
    functionWords = Set(options["function-words"] ?? [])
    homographs = Set(options["homographs"] ?? [])
    guard !functionWords.isEmpty else {
      throw CheckOptionError(message: "“function-words” names a list of English words")
    }
    guard let least = Int(options["words"]?.first ?? "6"), least > 2 else {
      throw CheckOptionError(message: "“words” is a number above 2")
    }
    leastWords = least
  }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    guard let lexicon = context.lexicon else { return }
    let document = context.document
    context.forEachBlock(holding: context.index.foreignWords) { block, foreign in
      guard foreign.count >= 2 else { return }
      var run: [(token: Int, kind: Kind)] = []
      func close() {
        if let range = passage(run) {
          report(Finding(range: document.range(from: range.lowerBound, through: range.upperBound)))
        }
        run = []
      }
      for index in block.tokens {
        let token = document.tokens[index]
        if document.sentence(of: index).lowerBound == index { close() }
        guard token.isWord else {
          let isQuotationMark = [0x22, 0x201C, 0x201D].contains(document.scalar(of: index))
          if token.flags.contains(.quoted) || isQuotationMark { close() }
          continue
        }
        guard token.flags.isDisjoint(with: [.quoted, .emphasis, .gloss, .address]) else {
          close()
          continue
        }
        let kind = kind(of: index, document, lexicon)
        if kind == .indonesian { close() } else { run.append((index, kind)) }
      }
      close()
    }
  }

  private func kind(of index: Int, _ document: Document, _ lexicon: any Lexicon) -> Kind {
    let token = document.tokens[index]
    if token.flags.contains(.capital), !token.flags.contains(.sentenceStart) { return .neutral }
    let word = document.text(of: index).lowercased()
    if functionWords.contains(word) { return .function }
    guard !homographs.contains(word), word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return .neutral }
    return switch lexicon.standing(of: word) {
    case .indonesian: .indonesian
    case .english: .english
    case .unknown: .neutral
    }
  }

  /// From the first English word of the run to the last, when there are enough of them.
  private func passage(_ run: [(token: Int, kind: Kind)]) -> ClosedRange<Int>? {
    let english = run.filter { $0.kind == .function || $0.kind == .english }
    let functions = english.count { $0.kind == .function }
    guard let first = english.first?.token, let last = english.last?.token else { return nil }
    let words = run.count { (first...last).contains($0.token) }
    guard words >= leastWords, functions >= 2, english.count - functions >= 2, english.count * 2 >= words else {
      return nil
    }
    return first...last
  }
}
