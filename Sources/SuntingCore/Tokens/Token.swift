/// A word that some rule mentions, or a word known in its own document only. Comparing two is comparing integers.
package struct WordID: Hashable, Sendable, BitwiseCopyable {
  package let raw: UInt32

  @inlinable package init(raw: UInt32) { self.raw = raw }
  @inlinable package static func local(_ index: Int) -> WordID { WordID(raw: 0x8000_0000 | UInt32(index)) }

  /// True for a word that rules mention: `raw` is its place in the tables of the rules.
  @inlinable package var isListed: Bool { raw & 0x8000_0000 == 0 }
}

/// One word, number or mark. 16 bytes; holds no text.
package struct Token: Sendable, BitwiseCopyable {
  package enum Kind: UInt8, Sendable, BitwiseCopyable { case word, number, mark, other }

  package struct Flags: OptionSet, Sendable, BitwiseCopyable {
    package let rawValue: UInt16
    @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// White space of any kind stands before it.
    @inlinable package static var spaceBefore: Flags { Flags(rawValue: 1 << 0) }
    /// A non-breaking space, soft hyphen or zero-width character stands before it.
    @inlinable package static var oddSpaceBefore: Flags { Flags(rawValue: 1 << 1) }
    /// Its first letter is upper case.
    @inlinable package static var capital: Flags { Flags(rawValue: 1 << 2) }
    /// All its letters are upper case, and it has two or more.
    @inlinable package static var allCapitals: Flags { Flags(rawValue: 1 << 3) }
    /// First word of a sentence or of a quotation: a capital says nothing about it.
    @inlinable package static var sentenceStart: Flags { Flags(rawValue: 1 << 4) }
    /// Joined at one or more hyphens.
    @inlinable package static var hyphenated: Flags { Flags(rawValue: 1 << 5) }
    /// `word` names the word without its clitic (-nya, -ku, -mu, -lah, -kah, -pun).
    @inlinable package static var clitic: Flags { Flags(rawValue: 1 << 6) }
    @inlinable package static var quoted: Flags { Flags(rawValue: 1 << 7) }
    /// Part of a web or mail address, handle, hashtag, file name or code.
    @inlinable package static var address: Flags { Flags(rawValue: 1 << 8) }
    /// In parentheses.
    @inlinable package static var gloss: Flags { Flags(rawValue: 1 << 9) }
    @inlinable package static var emphasis: Flags { Flags(rawValue: 1 << 10) }
    /// First token behind a line end inside a hard-wrapped block.
    @inlinable package static var lineStart: Flags { Flags(rawValue: 1 << 11) }
    /// First token of a sentence, mark or word.
    @inlinable package static var sentenceFirst: Flags { Flags(rawValue: 1 << 12) }
    /// A capital (A–Z) stands behind its first byte, and not all letters are capitals.
    @inlinable package static var innerCapital: Flags { Flags(rawValue: 1 << 13) }

    // What OptionSet has for any set, for this one: called for every token, it must not go through a witness table.
    @inlinable package func contains(_ other: Flags) -> Bool { rawValue & other.rawValue == other.rawValue }
    @inlinable package func isDisjoint(with other: Flags) -> Bool { rawValue & other.rawValue == 0 }
    @inlinable package func union(_ other: Flags) -> Flags { Flags(rawValue: rawValue | other.rawValue) }
    @inlinable package mutating func formUnion(_ other: Flags) { self = union(other) }
    @inlinable package mutating func add(_ other: Flags) { self = union(other) }
    @inlinable package init(arrayLiteral elements: Flags...) {
      var bits: UInt16 = 0
      for element in elements { bits |= element.rawValue }
      self.init(rawValue: bits)
    }
  }

  package let start: UInt32
  package var end: UInt32
  package var word: WordID
  package var kind: Kind
  package var flags: Flags

  @inlinable package var range: TextRange { TextRange(start, end) }
  @inlinable package var isWord: Bool { kind == .word }
}
