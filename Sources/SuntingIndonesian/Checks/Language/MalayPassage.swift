package import SuntingCore

/// Words that exist in Indonesian with another sense, in an article that holds several words of Malaysian Malay.
package struct MalayPassage: Check {
  private let evidence: Set<String>
  private let meanings: [String: String]
  private let least: Int

  package init(options: CheckOptions) throws(CheckOptionError) {
    evidence = Set(options["evidence"] ?? [])
    var meanings: [String: String] = [:]
    for line in options["words"] ?? [] {
      let parts = line.split(separator: "=").map { String($0).trimmingSpaces() }
      guard parts.count == 2 else {
        throw CheckOptionError(message: "“words” holds lines of the form: Malay = Indonesian")
      }
      meanings[parts[0]] = parts[1]
    }
    self.meanings = meanings
    guard let least = Int(options["least"]?.first ?? "2"), least > 0 else {
      throw CheckOptionError(message: "“least” is the number of Malay words an article must have")
    }
    self.least = least
  }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    var found: Set<String> = []
    forEachWord(context) { _, word in
      if evidence.contains(word) { found.insert(word) }
    }
    guard found.count >= least else { return }
    forEachWord(context) { token, word in
      guard let meaning = meanings[word] else { return }
      let isCapital = token.flags.contains(.capital)
      report(Finding(range: token.range, replacement: isCapital ? Casing.capitalized(meaning) : meaning))
    }
  }

  package var triggerWords: [String]? { Array(evidence) + meanings.keys }

  /// Lower-case words, and those whose capital their place demands.
  private func forEachWord(_ context: CheckContext, _ body: (Token, String) -> Void) {
    for index in context.triggers {
      let token = context.document.tokens[index]
      guard token.isWord, token.flags.isDisjoint(with: [.quoted, .address, .gloss, .emphasis]),
        !token.flags.contains(.capital) || token.flags.contains(.sentenceStart)
      else { continue }
      body(token, context.document.text(of: index).lowercased())
    }
  }
}
