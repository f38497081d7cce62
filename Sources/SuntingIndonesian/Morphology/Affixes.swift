/// What stands before a stem.
///
/// The set follows chapter 4 of *Tata Bahasa Baku Bahasa Indonesia*: the simple prefixes, the pronominal ones, and
/// those pairs of prefixes that verbs are built with (`memper-`, `diber-`) or abstract nouns are made from
/// (`keber-…-an`). Clitics are no affixes: the tokenizer takes `-nya`, `-ku`, `-mu`, `-lah`, `-kah`, `-pun` off.
package enum Prefix: UInt8, CaseIterable, Hashable, Sendable {
  /// No prefix: `cari`, `carikan`, `carian`.
  case none
  /// The active verb: `mencari`, `membaca`, `mengebom`.
  case meN
  /// The passive verb: `dicari`.
  case di
  /// The accidental or resultative verb, the superlative: `tercari`, `terbesar`.
  case ter
  /// The middle or possessive verb: `berlari`, `bekerja`, `belajar`.
  case ber
  /// The agent or, with -an, the action of a meN- verb: `pencari`, `pencarian`.
  case peN
  /// The agent of a ber- verb, without nasal: `petani`, `pekerja`, `pegunungan`.
  case pe
  /// The causative base and, with -an, the action of a ber- verb: `perkuat`, `pertahankan`, `perjalanan`.
  case per
  /// With -an, the abstract noun: `kekuatan`.
  case ke
  /// Likeness and wholeness: `sebesar`, `senegara`.
  case se
  /// `memperkuat`, `mempertahankan`, `mempelajari`.
  case memper
  /// `diperkuat`, `dipertahankan`, `dipelajari`.
  case diper
  /// `memberhentikan`, `memberlakukan`.
  case member
  /// `diberhentikan`, `diberlakukan`.
  case diber
  /// `pemberhentian`, `pemberlakuan`.
  case pember
  /// `pemersatu`, `pemerolehan`.
  case pemer
  /// `keberhasilan`.
  case keber
  /// `keterlibatan`.
  case keter
  /// The passive of the first person: `kucari`.
  case ku
  /// The passive of the second person: `kaucari`.
  case kau

  /// The simple prefix this one counts as in a pattern: `@meN-kuat` also means `memperkuat`, `@peN-tani` `petani`.
  package var family: Prefix {
    switch self {
    case .meN, .memper, .member: .meN
    case .di, .diper, .diber: .di
    case .peN, .pe, .pember, .pemer: .peN
    case .ke, .keber, .keter: .ke
    default: self
    }
  }

  /// The prefix family that a pattern names with a hyphen: `meN-`, `di-`, `ter-`, `ber-`, `peN-`, `per-`, `ke-`, `se-`.
  package init?(notation: some StringProtocol) {
    switch notation {
    case "meN-": self = .meN
    case "di-": self = .di
    case "ter-": self = .ter
    case "ber-": self = .ber
    case "peN-": self = .peN
    case "per-": self = .per
    case "ke-": self = .ke
    case "se-": self = .se
    default: return nil
    }
  }

  /// The suffixes that may stand with this prefix around one stem.
  package var suffixes: [Suffix] {
    switch self {
    case .none, .per: [.none, .kan, .i, .an]
    case .meN, .di, .ter, .memper, .diper, .ku, .kau: [.none, .kan, .i]
    case .ber: [.none, .an, .kan]
    case .peN, .pe, .pemer, .ke: [.none, .an]
    case .se: [.none]
    case .member, .diber: [.kan]
    case .pember, .keber, .keter: [.an]
    }
  }
}

/// What stands behind a stem, clitics aside.
package enum Suffix: UInt8, CaseIterable, Hashable, Sendable {
  case none, kan, i, an

  package var spelling: String {
    switch self {
    case .none: ""
    case .kan: "kan"
    case .i: "i"
    case .an: "an"
    }
  }

  /// The suffix that a pattern names with a hyphen: `-kan`, `-i`, `-an`.
  package init?(notation: some StringProtocol) {
    switch notation {
    case "-kan": self = .kan
    case "-i": self = .i
    case "-an": self = .an
    default: return nil
    }
  }
}

/// How a stem is inflected: one prefix slot and one suffix slot.
package struct Inflection: Hashable, Sendable {
  package let prefix: Prefix
  package let suffix: Suffix

  package init(prefix: Prefix, suffix: Suffix) {
    self.prefix = prefix
    self.suffix = suffix
  }

  /// The stem as it stands in the dictionary.
  package static let bare = Inflection(prefix: .none, suffix: .none)

  /// Every inflection that the grammar knows, the simple ones first.
  package static let all: [Inflection] = Prefix.allCases.flatMap { prefix in
    prefix.suffixes.map { Inflection(prefix: prefix, suffix: $0) }
  }
}
