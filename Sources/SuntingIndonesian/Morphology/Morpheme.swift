/// One prefix as the analysis takes it off, outermost first.
///
/// Unlike `Prefix`, which names whole slots (`memper-`), a morpheme is a single layer: `mempertemukan` is meN + per +
/// temu + kan.
package enum Morpheme: UInt8, CaseIterable, Hashable, Sendable {
  case meN = 1
  case di, ter, ber, peN, pe, per, ke, se, ku, kau
  /// The negation inside ke-…-an: `ketidakadilan`, `ketakberdayaan`.
  case negation
  /// A bound form joined to its base (EYD V, II.A.2): `antarkota`, `pascaperang`.
  case bound
  /// Reduplication of the first syllable: `leluhur`, `pepohonan`.
  case partial

  fileprivate var bit: UInt16 { 1 << rawValue }

  /// The layers that may stand directly inside this one.
  ///
  /// Generous on purpose: an analysis too many explains a word that should have been reported, one too few reports a
  /// good word.
  fileprivate var inner: UInt16 {
    switch self {
    case .meN, .di, .ku, .kau: Self.mask(.per, .pe, .ber, .ke, .se, .ter, .bound, .partial)
    case .ter: Self.mask(.per, .ke, .se, .ber, .bound)
    case .ber: Self.mask(.ke, .per, .peN, .pe, .se, .ter, .bound, .partial)
    case .peN, .pe, .per: Self.mask(.ber, .per, .ke, .se, .ter, .bound, .partial)
    case .ke: Self.mask(.ber, .ter, .per, .peN, .pe, .se, .meN, .di, .negation, .bound, .partial)
    case .se: Self.mask(.ber, .ke, .per, .peN, .pe, .ter, .bound, .partial)
    case .negation: Self.mask(.ber, .ter, .se, .meN, .di, .bound, .per, .peN)
    case .bound: ~Self.mask(.ku, .kau, .negation)
    case .partial: 0
    }
  }

  fileprivate static func mask(_ members: Morpheme...) -> UInt16 { members.reduce(0) { $0 | $1.bit } }

  /// The suffixes that this layer asks for or puts up with.
  fileprivate var suffixes: UInt8 {
    switch self {
    case .meN, .di, .ter, .ku, .kau: 0b0111
    case .ber, .pe: 0b1011
    case .peN: 0b1001
    case .per, .ke, .partial, .bound, .negation: 0b1111
    case .se: 0b0001
    }
  }
}

/// The prefixes of one word, outermost first, packed so that an analysis needs no allocation.
package struct MorphemeChain: Hashable, Sendable, Sequence {
  private var bits: UInt32 = 0

  package static let empty = MorphemeChain()
  private static let limit = 5

  package var isEmpty: Bool { bits == 0 }
  package var isFull: Bool { bits >> UInt32(4 * (Self.limit - 1)) != 0 }
  package var innermost: Morpheme? { Morpheme(rawValue: UInt8(bits & 0xF)) }
  package var outermost: Morpheme? { first { _ in true } }

  func appending(_ morpheme: Morpheme) -> MorphemeChain {
    var copy = self
    copy.bits = bits << 4 | UInt32(morpheme.rawValue)
    return copy
  }

  /// Whether the layer may come next on the way in.
  func accepts(_ morpheme: Morpheme) -> Bool {
    guard let innermost else { return morpheme != .negation }
    return !isFull && innermost.inner & (1 << morpheme.rawValue) != 0
  }

  /// Whether some layer goes together with the suffix.
  func accepts(_ suffix: Suffix) -> Bool {
    isEmpty || contains { $0.suffixes & (1 << suffix.rawValue) != 0 }
  }

  package func makeIterator() -> AnyIterator<Morpheme> {
    var shift = 28
    return AnyIterator {
      while shift >= 0 {
        defer { shift -= 4 }
        if let next = Morpheme(rawValue: UInt8(bits >> UInt32(shift) & 0xF)) { return next }
      }
      return nil
    }
  }
}
