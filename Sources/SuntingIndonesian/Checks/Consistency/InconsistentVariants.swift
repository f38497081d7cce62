package import SuntingCore

/// One thing named in two ways in one article (`Zelensky` and `Zelenskyy`, `surel` and `email`).
///
/// Each line of `variants` is a group: `A | B | C`; with `A: A | B` the first is right and the others yield to it. A
/// group that begins with `~` does not count beside another capitalised word (`China` in `Laut China Selatan`).
package struct InconsistentVariants: Check {
  private struct Group {
    let preferred: String?
    let variants: [String]
    let isAlone: Bool
  }

  private struct Place {
    let group: Int
    let variant: Int
    let tokens: Range<Int>
  }

  private let groups: [Group]
  /// By the hash of the first word: group, variant, all words.
  private let firstWords: [String]
  private let starts: [UInt64: [(group: Int, variant: Int, words: [String])]]

  package init(options: CheckOptions) throws(CheckOptionError) {
    var groups: [Group] = []
    var firstWords: [String] = []
    var starts: [UInt64: [(group: Int, variant: Int, words: [String])]] = [:]
    for line in options["variants"] ?? [] {
      let isAlone = line.hasPrefix("~")
      let halves = (isAlone ? line.dropFirst() : line[...]).split(separator: ":", maxSplits: 1)
      let variants = (halves.last ?? "").split(separator: "|").map { String($0).trimmingSpaces() }
      guard variants.count > 1, variants.allSatisfy({ !$0.isEmpty }) else {
        throw CheckOptionError(message: "“variants” holds lines of the form: A | B, or A: A | B; not “\(line)”")
      }
      let preferred = halves.count == 2 ? String(halves[0]).trimmingSpaces() : nil
      for (number, variant) in variants.enumerated() {
        let words = variant.split(separator: " ").map(String.init)
        firstWords.append(words[0])
        starts[WordHash.hash(words[0]), default: []].append((groups.count, number, words))
      }
      groups.append(Group(preferred: preferred, variants: variants, isAlone: isAlone))
    }
    // the longest variant at a place wins
    for key in starts.keys { starts[key]!.sort { $0.words.count > $1.words.count } }
    self.groups = groups
    self.starts = starts
    self.firstWords = firstWords
  }

  package var triggerWords: [String]? { firstWords }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    var places: [Int: [Place]] = [:]
    for place in self.places(context) { places[place.group, default: []].append(place) }
    for number in places.keys.sorted() {
      let group = groups[number]
      let found = places[number]!
      var counts: [Int: Int] = [:]
      for place in found { counts[place.variant, default: 0] += 1 }
      guard counts.count > 1 else { continue }
      let kept = kept(of: group, counts, found)
      for place in found where place.variant != kept { report(finding(place, group, kept, found, context.document)) }
    }
  }

  /// The right form where there is one, else the most frequent, else the first.
  private func kept(of group: Group, _ counts: [Int: Int], _ found: [Place]) -> Int {
    if let preferred = group.preferred, let number = group.variants.firstIndex(of: preferred) { return number }
    let most = counts.values.max()!
    return found.first { counts[$0.variant] == most }!.variant
  }

  private func finding(_ place: Place, _ group: Group, _ kept: Int, _ found: [Place], _ document: Document) -> Finding {
    let word = group.variants[kept]
    let first = document.tokens[place.tokens.lowerBound]
    let isCapital = first.flags.contains(.capital) && word.first?.isLowercase == true
    var finding = Finding(
      range: document.range(of: place.tokens), replacement: isCapital ? Casing.capitalized(word) : word)
    finding.values["other"] = word
    finding.related = found.lazy.filter { $0.variant == kept }.prefix(NameForms.mostRelated).map {
      .init(
        range: document.range(of: $0.tokens), message: Bilingual(id: "di sini “\(word)”", en: "“\(word)” here"))
    }
    return finding
  }

  private func places(_ context: CheckContext) -> [Place] {
    let document = context.document
    var result: [Place] = []
    var from = 0
    for index in context.triggers where index >= from {
      guard let place = place(at: index, in: context.block(of: index).tokens, document) else { continue }
      result.append(place)
      from = place.tokens.upperBound
    }
    return result
  }

  private func place(at index: Int, in block: Range<Int>, _ document: Document) -> Place? {
    let token = document.tokens[index]
    guard token.isWord, token.flags.isDisjoint(with: [.quoted, .address, .emphasis, .gloss]),
      let candidates = starts[document.bytes(of: token.range) { WordHash.hash($0) }]
    else { return nil }
    for candidate in candidates where index + candidate.words.count <= block.upperBound {
      let tokens = index..<(index + candidate.words.count)
      let fits = zip(tokens, candidate.words).allSatisfy { isForm($0, of: $1, document) }
      guard fits, !isGlossed(tokens, in: block, document),
        !groups[candidate.group].isAlone || !document.isBesideName(tokens, in: block)
      else { continue }
      return Place(group: candidate.group, variant: candidate.variant, tokens: tokens)
    }
    return nil
  }

  /// `perangkat lunak (software)` introduces a term.
  private func isGlossed(_ tokens: Range<Int>, in block: Range<Int>, _ document: Document) -> Bool {
    block.contains(tokens.upperBound) && document.isMark(tokens.upperBound, 0x28)
  }

  /// The word as written, or with the capital that its place demands.
  private func isForm(_ index: Int, of word: String, _ document: Document) -> Bool {
    let text = document.text(of: index)
    if text == word { return true }
    guard word.first?.isLowercase == true, text.lowercased() == word else { return false }
    let isHeading = document.blocks[document.block(of: index)].letterCase != .sentence
    return document.tokens[index].flags.contains(.sentenceStart) || isHeading
  }
}
