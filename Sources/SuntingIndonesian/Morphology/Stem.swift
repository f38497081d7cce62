/// One stem on its way through the affixes.
struct Stem {
  private let text: String
  private let letters: [UInt8]
  /// The stem already carries -kan.
  private let isSuffixed: Bool
  private let irregular: [Inflection: String]

  init(_ stem: String) {
    text = stem
    letters = Array(stem.utf8)
    isSuffixed = Spelling.isSuffixed(stem)
    irregular = Irregular.forms[stem] ?? [:]
  }

  /// Whether `forms(of:)` should list the inflection at all.
  ///
  /// Bare ke- is no longer productive (`ketua`, `kepala`, `keluar` are other words), se- makes adverbs that are words
  /// of their own, and ku-/kau- before short stems meet too many others (`tip` → `kutip`).
  func isProductive(_ inflection: Inflection) -> Bool {
    switch inflection.prefix {
    case .se: false
    case .ke where inflection.suffix == .none: text == "temu"
    case .ku, .kau: letters.count >= 4
    default: !isSuffixed || inflection.suffix == .none || inflection.prefix == .peN
    }
  }

  func inflected(_ inflection: Inflection) -> String? {
    guard inflection.prefix.suffixes.contains(inflection.suffix), !letters.isEmpty else { return nil }
    if let form = irregular[inflection] { return form }
    guard let (body, tail) = bodyAndTail(inflection) else { return nil }
    return head(inflection.prefix, body) + tail
  }

  /// Spellings against the norm for the same inflection.
  func variants(_ inflection: Inflection, _ take: (String) -> Void) {
    guard inflection.prefix.suffixes.contains(inflection.suffix), !letters.isEmpty,
      let (body, tail) = bodyAndTail(inflection)
    else { return }
    switch inflection.prefix {
    case .meN: for change in Nasal.variants(body) { take(joined("me", change, body) + tail) }
    case .peN: for change in Nasal.variants(body) { take(joined("pe", change, body) + tail) }
    case .ter where losesR(body): take("ter" + text + tail)
    case .ber where losesR(body): take("ber" + text + tail)
    default: break
    }
    if text == "ubah", inflection.prefix == .meN { take("merubah" + tail) }
    if text == "ubah", inflection.prefix == .di { take("dirubah" + tail) }
  }

  /// The stem without a suffix that must go, and the suffix to add; nil where the two do not go together.
  private func bodyAndTail(_ inflection: Inflection) -> (body: [UInt8], tail: String)? {
    guard isSuffixed else {
      // Two i in a row do not occur: `beri` has no -i.
      if inflection.suffix == .i, letters.last == UInt8(ascii: "i") { return nil }
      return (letters, inflection.suffix.spelling)
    }
    switch (inflection.prefix, inflection.suffix) {
    case (.peN, .an): return (Array(letters.dropLast(3)), "an")
    case (_, .an), (.peN, _), (.pe, _), (.ber, _), (.ke, _), (.pemer, _), (.member, _), (.diber, _), (.se, _):
      return nil
    default: return (letters, "")
    }
  }

  private func head(_ prefix: Prefix, _ body: [UInt8]) -> String {
    let word = String(decoding: body, as: UTF8.self)
    let loses = losesR(body)
    return switch prefix {
    case .none: word
    case .meN: joined("me", Nasal.standard(body), body)
    case .peN:
      // The cluster pr- loses its p after peN- only: `pemrosesan`, `pemrakarsa`, but `memproses` (KBBI VI).
      if word.hasPrefix("pr") { "pem" + word.dropFirst() } else { joined("pe", Nasal.standard(body), body) }
    case .di: "di" + word
    case .ter: (loses ? "te" : "ter") + word
    case .ber: (loses ? "be" : "ber") + word
    case .pe: "pe" + word
    case .per: (startsWithR(body) ? "pe" : "per") + word
    case .ke: "ke" + word
    case .se: "se" + word
    case .memper: (startsWithR(body) ? "mempe" : "memper") + word
    case .diper: (startsWithR(body) ? "dipe" : "diper") + word
    case .member: (loses ? "membe" : "member") + word
    case .diber: (loses ? "dibe" : "diber") + word
    case .pember: (loses ? "pembe" : "pember") + word
    case .pemer: (startsWithR(body) ? "peme" : "pemer") + word
    case .keber: (loses ? "kebe" : "keber") + word
    case .keter: (loses ? "kete" : "keter") + word
    case .ku: "ku" + word
    case .kau: "kau" + word
    }
  }

  private func joined(_ start: String, _ change: Nasal.Change, _ body: [UInt8]) -> String {
    start + change.letters + String(decoding: change.drops ? body[1...] : body[...], as: UTF8.self)
  }

  private func startsWithR(_ body: [UInt8]) -> Bool { body.first == UInt8(ascii: "r") }

  /// ber- and ter- lose their r before r and before these stems whose first syllable ends in -er (KBBI VI: `bekerja`,
  /// `beserta`, `tepercaya`); loans keep it (`bersertifikat`, `berpersepsi`).
  private func losesR(_ body: [UInt8]) -> Bool {
    guard !startsWithR(body) else { return true }
    let word = String(decoding: body, as: UTF8.self)
    return Self.erStems.contains(where: word.hasPrefix)
  }

  private static let erStems = [
    "kerja", "sertakan", "ternak", "terbang", "pergi", "perkara", "percaya", "pergok", "percik",
  ]
}
