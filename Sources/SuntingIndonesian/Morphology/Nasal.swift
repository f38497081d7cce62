/// The sound change of meN- and peN- (EYD V, III.A; Tata Bahasa Baku 4.3.1.1): the nasal takes the place of
/// articulation of the first sound, and k, p, t, s in front of a vowel give way to it.
enum Nasal {
  /// What the nasal does at a stem: the letters after `me`/`pe`, and whether the stem loses its first letter.
  struct Change: Equatable {
    var letters: String
    var drops = false
  }

  /// The change that the norm asks for.
  static func standard(_ stem: [UInt8]) -> Change {
    guard let first = stem.first else { return Change(letters: "") }
    if Spelling.isMonosyllable(stem), !Spelling.hasCluster(stem) || stem == Array("klik".utf8) {
      return Change(letters: "nge")
    }
    return plain(stem, first: first, drops: !Spelling.hasCluster(stem) && !Spelling.keepsFirstLetter(stem))
  }

  /// Spellings against the norm that people write all the same (`mengkonsumsi`, `mensukseskan`, `mencek`, `memrotes`).
  static func variants(_ stem: [UInt8]) -> [Change] {
    guard let first = stem.first else { return [] }
    let standard = standard(stem)
    var found = [plain(stem, first: first, drops: false), plain(stem, first: first, drops: true)]
    if Spelling.isMonosyllable(stem) { found.removeLast() }
    found.removeAll { $0 == standard }
    return found
  }

  /// The change for a stem of several syllables; k, p, t, s fall away on demand where they can.
  private static func plain(_ stem: [UInt8], first: UInt8, drops: Bool) -> Change {
    let second = stem.count > 1 ? stem[1] : 0
    let opens = Spelling.isVowel(second)
    switch first {
    case UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "w"),
      UInt8(ascii: "y"):
      return Change(letters: "")
    case UInt8(ascii: "p"):
      return Change(letters: "m", drops: drops && (opens || second == UInt8(ascii: "r")))
    case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "v"):
      return Change(letters: "m")
    case UInt8(ascii: "t"):
      return Change(letters: "n", drops: drops && opens)
    case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "j"), UInt8(ascii: "z"):
      return Change(letters: "n")
    case UInt8(ascii: "s"):
      return drops && opens ? Change(letters: "ny", drops: true) : Change(letters: "n")
    case UInt8(ascii: "k"):
      return Change(letters: "ng", drops: drops && opens)
    default:
      return Change(letters: "ng")
    }
  }
}
