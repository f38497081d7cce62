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

  /// So many places of the right form are shown beside a deviating one.
  static let mostRelated = 20

  private let document: Document
  private(set) var all: [Name] = []

  /// The names of foreign shape; the other words of the article are no candidates for being right.
  init(_ context: CheckContext) {
    document = context.document
    gather(context.index.foreignShapes.map { ($0, context.block(of: $0)) })
  }

  /// All words that have the first letter of one of `names` and about its length.
  init(_ context: CheckContext, like names: [Name]) {
    document = context.document
    // by first letter, and by length up to 63
    var wanted = [Bool](repeating: false, count: 256 * 64)
    for name in names {
      for length in max(0, name.length - 1)...(name.length + 1) {
        wanted[Int(name.firstByte) * 64 + min(length, 63)] = true
      }
    }
    var found: [(token: Int, block: Block)] = []
    for (_, block) in context.proseBlocks {
      for index in block.tokens where document.tokens[index].kind == .word {
        let range = document.tokens[index].range
        let first = document.utf8[range.bounds.lowerBound] | 0x20
        if wanted[Int(first) * 64 + min(range.length, 63)] { found.append((index, block)) }
      }
    }
    gather(found)
  }

  /// Words outside addresses, quotations, parentheses, emphasis and lines of capitals.
  private mutating func gather(_ words: [(token: Int, block: Block)]) {
    var numbers: [UInt32: Int] = [:]
    for (index, block) in words where block.letterCase != .capitals {
      let token = document.tokens[index]
      guard token.isWord, token.end - token.start >= 4, token.lacks(Self.skipped) else { continue }
      let isFree = token.flags.contains(.sentenceStart) || block.letterCase == .title
      let place = Place(
        token: index, isFree: isFree,
        isTelling: token.flags.contains(.capital) && !isFree || token.flags.contains(.innerCapital))
      if let number = numbers[document.forms[index]] {
        all[number].places.append(place)
      } else {
        numbers[document.forms[index]] = all.count
        all.append(
          Name(places: [place], length: token.range.length, firstByte: document.utf8[Int(token.start)] | 0x20))
      }
    }
  }

  private static let skipped: Token.Flags = [.address, .hyphenated, .emphasis, .quoted, .gloss]

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
    finding.related = right.prefix(Self.mostRelated).map {
      .init(
        range: document.tokens[$0.token].range,
        message: Bilingual(id: "di sini “\(text($0))”", en: "“\(text($0))” here"))
    }
    return finding
  }
}
