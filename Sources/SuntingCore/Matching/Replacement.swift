/// Fills in a replacement: captures, inflected stems, clitics, capital letters.
struct Replacement {
  let template: String
  let match: Match
  let document: Document
  let tables: RuleTables
  let language: Language

  /// The alternatives, best first. Each is what would stand at the finding.
  func texts() -> [String] {
    var result: [String] = []
    for part in template.split(separator: "|", omittingEmptySubsequences: false) {
      if let text = fill(String(part).trimmingSpaces()), !result.contains(text) { result.append(text) }
    }
    return result
  }

  /// The edit that writes `text`. A deletion takes the white space before it along.
  func edit(_ text: String) -> Edit {
    let range = document.range(of: match.span)
    guard text.isEmpty else { return Edit(range: range, text: text) }
    let bytes = document.utf8
    var start = Int(range.start)
    var end = Int(range.end)
    let block = document.blocks[document.block(of: match.span.lowerBound)].range
    if start > Int(block.start), bytes[start - 1] == 0x20 {
      start -= 1
    } else if start == Int(block.start), end < Int(block.end), bytes[end] == 0x20 {
      end += 1
    }
    return Edit(range: TextRange(start..<end), text: "")
  }

  /// nil when a stem does not exist in the inflection that was matched.
  private func fill(_ template: String) -> String? {
    var result = ""
    var stem = 0
    var characters = Array(template)[...]
    while let character = characters.popFirst() {
      switch character {
      case "$":
        var digits = ""
        while let next = characters.first, next.isNumber {
          digits.append(next)
          characters.removeFirst()
        }
        guard let number = Int(digits) else {
          result.append("$")
          continue
        }
        result += capture(number)
      case "@":
        var word = ""
        while let next = characters.first, next.isLetter || next == "-" {
          word.append(next)
          characters.removeFirst()
        }
        guard stem < match.stems.count, let inflected = inflect(word, like: match.stems[stem]) else { return nil }
        stem += 1
        result += inflected
      case "~": result += clitic()
      default: result.append(character)
      }
    }
    // an empty capture leaves no double space behind
    while let range = result.firstDoubleSpace() { result.removeSubrange(range) }
    return cased(result.trimmingSpaces())
  }

  private func capture(_ number: Int) -> String {
    guard number < match.captures.count, let tokens = match.captures[number] else { return "" }
    if number < match.targets.count, match.targets[number] > 0 { return tables.texts[Int(match.targets[number])] }
    guard !tokens.isEmpty else { return "" }
    return document.text(document.range(of: tokens))
  }

  /// The clitic of the first token in the finding that has one.
  private func clitic() -> String {
    for index in match.span where hasClitic(index) { return language.clitic(of: document.text(of: index)) }
    return ""
  }

  /// A word that rules mention both with and without its clitic has one here unless this very pattern spells it out.
  private func hasClitic(_ token: Int) -> Bool {
    if document.tokens[token].flags.contains(.clitic) { return true }
    let word = document.tokens[token].word
    guard word.isListed, tables.bases[Int(word.raw)] > 0 else { return false }
    return !tables.spellsOut(word, in: match.pattern)
  }

  private func inflect(_ stem: String, like matched: MatchedStem) -> String? {
    var word = document.text(of: matched.token).lowercased()
    var clitic = ""
    if hasClitic(matched.token), language.inflect(stem, tables.texts[Int(matched.stem)], word) == nil {
      clitic = language.clitic(of: word)
      word.removeLast(clitic.count)
    }
    return language.inflect(stem, tables.texts[Int(matched.stem)], word).map { $0 + clitic }
  }

  /// Capital letters follow what they replace: a first letter that is a capital because of its place stays one, and
  /// a line of capitals stays in capitals.
  private func cased(_ text: String) -> String {
    let block = document.blocks[document.block(of: match.span.lowerBound)]
    let first = document.tokens[match.span.lowerBound]
    let matched = document.text(document.range(of: match.span))
    if block.letterCase == .capitals, Casing.of(matched) == .upper { return Casing.uppercased(text) }
    guard first.flags.contains(.capital) else { return text }
    return first.flags.contains(.sentenceStart) || block.letterCase == .title ? Casing.capitalized(text) : text
  }
}

extension String {
  fileprivate func firstDoubleSpace() -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if self[index] == " ", next < endIndex, self[next] == " " { return index..<next }
      index = next
    }
    return nil
  }
}
