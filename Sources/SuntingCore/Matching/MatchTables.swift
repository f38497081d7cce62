/// The tables that matching reads, as plain memory: the innermost loops compare integers and nothing else. Made once
/// per linter, shared by every thread, never changed.
final class MatchTables: @unchecked Sendable {
  let code: UnsafeBufferPointer<UInt32>
  let classStarts: UnsafeBufferPointer<UInt32>
  let classes: UnsafeBufferPointer<UInt32>
  let anchorStarts: [UInt32]
  let anchors: UnsafeBufferPointer<Anchor>
  let memberStarts: UnsafeBufferPointer<UInt32>
  let members: UnsafeBufferPointer<RuleTables.SetMember>
  let memberWords: UnsafeBufferPointer<UInt32>
  let patterns: UnsafeBufferPointer<RuleTables.PatternRecord>
  let isEnabled: UnsafeBufferPointer<Bool>
  let bases: UnsafeBufferPointer<UInt32>
  let duplicateAnchors: [Anchor]
  let numberAnchors: [Anchor]
  let capitalsAnchors: [Anchor]
  let texts: TextTable
  let notVerb: UInt32?

  /// A place to try a pattern at, with all that is asked before the pattern's own code is touched.
  struct Anchor {
    let pattern: UInt32
    /// Where the pattern's instructions begin.
    let code: UInt32
    let wanted: UInt32
    let least: UInt16
    let most: UInt16
    let neighbour: RuleTables.Anchor.Neighbour
    /// The pattern holds only at the start of its block.
    let isAtBlockStart: Bool

    init(_ anchor: RuleTables.Anchor, _ tables: RuleTables) {
      pattern = anchor.pattern
      wanted = anchor.wanted
      least = anchor.least
      most = anchor.most
      neighbour = anchor.neighbour
      code = tables.patterns[Int(anchor.pattern)].code
      isAtBlockStart =
        tables.code[Int(code)] == Operation.code(.edge, Int(Pattern.Edge.blockStart.rawValue))
    }
  }

  /// Anchors of patterns whose rule is off are left out.
  init(_ tables: RuleTables, isEnabled enabled: [Bool]) {
    func isOn(_ anchor: RuleTables.Anchor) -> Bool { enabled[Int(tables.patterns[Int(anchor.pattern)].rule)] }
    var starts: [UInt32] = [0]
    var anchors: [Anchor] = []
    starts.reserveCapacity(tables.anchorStarts.count)
    anchors.reserveCapacity(tables.anchors.count)
    for word in 0..<(tables.anchorStarts.count - 1) {
      for index in Int(tables.anchorStarts[word])..<Int(tables.anchorStarts[word + 1])
      where isOn(tables.anchors[index]) {
        anchors.append(Anchor(tables.anchors[index], tables))
      }
      starts.append(UInt32(anchors.count))
    }
    code = Self.copy(tables.code)
    classStarts = Self.copy(tables.classStarts)
    classes = Self.copy(tables.classes)
    anchorStarts = starts
    self.anchors = Self.copy(anchors)
    memberStarts = Self.copy(tables.memberStarts)
    members = Self.copy(tables.members)
    memberWords = Self.copy(tables.memberWords)
    patterns = Self.copy(tables.patterns)
    isEnabled = Self.copy(enabled)
    bases = Self.copy(tables.bases)
    func anchored(at kind: TokenClass) -> [Anchor] {
      (tables.kindAnchors[kind] ?? []).filter(isOn).map { Anchor($0, tables) }
    }
    duplicateAnchors = anchored(at: .duplicate)
    numberAnchors = anchored(at: .number) + anchored(at: .year)
    capitalsAnchors = anchored(at: .upper)
    texts = tables.texts
    notVerb = tables.setNames.firstIndex(of: "NotVerb").map { UInt32($0) }
  }

  deinit {
    code.deallocate()
    classStarts.deallocate()
    classes.deallocate()
    anchors.deallocate()
    memberStarts.deallocate()
    members.deallocate()
    memberWords.deallocate()
    patterns.deallocate()
    isEnabled.deallocate()
    bases.deallocate()
  }

  /// Where the word is an anchor, and the classes that it or the word without its clitic belongs to.
  func places(of word: WordID) -> WordPlaces {
    var places = WordPlaces(first: anchorStarts[Int(word.raw)], end: anchorStarts[Int(word.raw) + 1])
    for own in [word, base(of: word)].compactMap({ $0 }) {
      for place in classStarts[Int(own.raw)]..<classStarts[Int(own.raw) + 1] {
        places.classes |= WordPlaces.bit(classes[Int(place)])
      }
    }
    return places
  }

  func traits(of word: WordID) -> WordTraits {
    var traits = WordTraits(bits: 0)
    for place in classStarts[Int(word.raw)]..<classStarts[Int(word.raw) + 1] {
      switch classes[Int(place)] {
      case RuleTables.functionWordClass: traits.insert(.functionWord)
      case RuleTables.foreignFunctionWordClass: traits.insert(.foreignFunctionWord)
      default: break
      }
    }
    func isAnchor(_ word: WordID) -> Bool { anchorStarts[Int(word.raw)] < anchorStarts[Int(word.raw) + 1] }
    if isAnchor(word) { traits.insert(.anchor) }
    if let base = base(of: word) {
      traits.insert(.base)
      // the word with its clitic is tried for the word without it
      if isAnchor(base) { traits.insert(.anchor) }
    }
    return traits
  }

  private static func copy<Element>(_ array: [Element]) -> UnsafeBufferPointer<Element> {
    let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
    _ = buffer.initialize(from: array)
    return UnsafeBufferPointer(buffer)
  }

  /// The word without its clitic, where rules mention the word both with and without it.
  @inline(__always)
  func base(of word: WordID) -> WordID? {
    guard word.isListed, bases[Int(word.raw)] > 0 else { return nil }
    return WordID(raw: bases[Int(word.raw)] - 1)
  }

  @inline(__always)
  func hasClass(_ word: WordID, _ wanted: UInt32) -> Bool {
    guard word.isListed else { return false }
    var index = Int(classStarts[Int(word.raw)])
    let end = Int(classStarts[Int(word.raw) + 1])
    while index < end {
      if classes[index] == wanted { return true }
      index += 1
    }
    return false
  }
}
