import SuntingCore

/// The words of an article with the letter case of each place, to find names that are not always written alike.
struct NameForms {
  struct Place {
    let token: Int
    /// Its first letter could not have been otherwise: start of a sentence, Title Case heading.
    let isFree: Bool
    /// Its capitals say that it is a name.
    let isTelling: Bool
  }

  struct Name {
    var places: [Place]
    let length: Int
    /// In lower case.
    let firstByte: UInt8
    var isTelling: Bool { places.contains { $0.isTelling } }
  }

  private let document: Document
  private(set) var all: [Name] = []

  /// Words outside addresses, quotations, parentheses, emphasis and lines of capitals.
  init(_ context: CheckContext) {
    document = context.document
    var numbers: [UInt64: Int] = [:]
    for (_, block) in context.proseBlocks where block.letterCase != .capitals {
      for index in block.tokens {
        let token = document.tokens[index]
        guard token.isWord, token.end - token.start >= 4,
          token.flags.isDisjoint(with: [.address, .hyphenated, .emphasis, .quoted, .gloss])
        else { continue }
        let isFree = token.flags.contains(.sentenceStart) || block.letterCase == .title
        let (hash, first, hasInnerCapital) = document.bytes(of: token.range) { bytes in
          (WordHash.hash(bytes), bytes[0] | 0x20, bytes.dropFirst().contains { $0.isUpperASCII })
        }
        let place = Place(
          token: index, isFree: isFree,
          isTelling: token.flags.contains(.capital) && !isFree
            || hasInnerCapital && !token.flags.contains(.allCapitals))
        if let number = numbers[hash] {
          all[number].places.append(place)
        } else {
          numbers[hash] = all.count
          all.append(Name(places: [place], length: token.range.length, firstByte: first))
        }
      }
    }
  }

  func text(_ place: Place) -> String { document.text(of: place.token) }

  /// The name in lower case; nil where it holds anything but letters and stops.
  func folded(_ name: Name) -> String? {
    let text = text(name.places[0])
    guard text.utf8.allSatisfy({ $0.isLetterASCII || $0 == 0x2E }) else { return nil }
    return text.lowercased()
  }

  /// A finding at a deviating place, with the places of the right form beside it.
  func finding(at place: Place, kept: String, _ right: [Place]) -> Finding {
    var finding = Finding(range: document.tokens[place.token].range, replacement: kept)
    finding.values["other"] = kept
    finding.related = right.map {
      .init(
        range: document.tokens[$0.token].range,
        message: Bilingual(id: "di sini “\(text($0))”", en: "“\(text($0))” here"))
    }
    return finding
  }

  /// Letters in an order that Indonesian words do not have.
  static func looksForeign(_ word: String) -> Bool {
    if let last = word.last, "cqxyz".contains(last) { return true }
    let letters = Array(word)
    for (first, second) in zip(letters, letters.dropFirst())
    where first == second && !"aiu".contains(first) || foreignPairs.contains(String([first, second])) {
      return true
    }
    return letters.contains { "qx".contains($0) }
  }

  private static let foreignPairs: Set<String> = [
    "th", "ch", "ph", "ck", "ea", "ou", "tp", "gh", "wh", "ct", "tf", "tb", "tg", "bp", "dp", "kw", "cs", "sq", "yp",
    "oy", "ey", "ow", "aw", "ew", ".c", ".j",
  ]
}
