/// A word that some rule mentions, or a word known in its own document only. Comparing two is comparing integers.
package struct WordID: Hashable, Sendable {
  package let raw: UInt32

  @inlinable package init(raw: UInt32) { self.raw = raw }
  @inlinable package static func local(_ index: Int) -> WordID { WordID(raw: 0x8000_0000 | UInt32(index)) }

  /// True for a word that rules mention: `raw` is its place in the tables of the rules.
  @inlinable package var isListed: Bool { raw & 0x8000_0000 == 0 }
}

/// One word, number or mark. 16 bytes; holds no text.
package struct Token: Sendable {
  package enum Kind: UInt8, Sendable { case word, number, mark, other }

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt16
    @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// White space of any kind stands before it.
    package static let spaceBefore = Flags(rawValue: 1 << 0)
    /// A non-breaking space, soft hyphen or zero-width character stands before it.
    package static let oddSpaceBefore = Flags(rawValue: 1 << 1)
    /// Its first letter is upper case.
    package static let capital = Flags(rawValue: 1 << 2)
    /// All its letters are upper case, and it has two or more.
    package static let allCapitals = Flags(rawValue: 1 << 3)
    /// First word of a sentence or of a quotation: a capital says nothing about it.
    package static let sentenceStart = Flags(rawValue: 1 << 4)
    /// Joined at one or more hyphens.
    package static let hyphenated = Flags(rawValue: 1 << 5)
    /// `word` names the word without its clitic (-nya, -ku, -mu, -lah, -kah, -pun).
    package static let clitic = Flags(rawValue: 1 << 6)
    package static let quoted = Flags(rawValue: 1 << 7)
    /// Part of a web or mail address, handle, hashtag, file name or code.
    package static let address = Flags(rawValue: 1 << 8)
    /// In parentheses.
    package static let gloss = Flags(rawValue: 1 << 9)
    package static let emphasis = Flags(rawValue: 1 << 10)
    /// First token behind a line end inside a hard-wrapped block.
    package static let lineStart = Flags(rawValue: 1 << 11)
    /// First token of a sentence, mark or word.
    package static let sentenceFirst = Flags(rawValue: 1 << 12)
  }

  package let start: UInt32
  package var end: UInt32
  package var word: WordID
  package var kind: Kind
  package var flags: Flags

  @inlinable package var range: TextRange { TextRange(start, end) }
  @inlinable package var isWord: Bool { kind == .word }
}
