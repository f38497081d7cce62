/// The sound shape of a written stem, as far as the affixes ask for it.
enum Spelling {
  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  /// One vowel letter: `bom`, `cek`, `sah`. Two letters are two syllables (`kait`, `tahu`) or a loan that keeps its
  /// cluster anyway (`klaim`).
  static func isMonosyllable(_ stem: [UInt8]) -> Bool {
    stem.reduce(0) { isVowel($1) ? $0 + 1 : $0 } == 1 && stem.count <= 5
  }

  /// Two consonants that stand for two sounds: `produksi`, `kritik`, `stabil`; not `ngeri`, `nyala`, `khianat`, `syarat`.
  static func hasCluster(_ stem: [UInt8]) -> Bool {
    guard stem.count > 1, !isVowel(stem[0]), !isVowel(stem[1]) else { return false }
    switch (stem[0], stem[1]) {
    case (UInt8(ascii: "n"), UInt8(ascii: "g")), (UInt8(ascii: "n"), UInt8(ascii: "y")),
      (UInt8(ascii: "k"), UInt8(ascii: "h")), (UInt8(ascii: "s"), UInt8(ascii: "y")):
      return false
    default:
      return true
    }
  }

  /// A stem whose p, k, t, s stays although a vowel follows: a base already built with per- (`memperkuat`, not
  /// `memerkuat`) and the lexicalised `punya` (`mempunyai`) and `kaji` (`mengkaji`, against `mengaji`, to recite).
  static func keepsFirstLetter(_ stem: [UInt8]) -> Bool {
    let word = String(decoding: stem, as: UTF8.self)
    if word == "punya" || word == "punyai" || word == "kaji" { return true }
    return word.hasPrefix("per") && stem.count > 5 && !perRoots.contains(where: word.hasPrefix)
  }

  /// Roots that begin with the letters p-e-r without being built with the prefix (KBBI VI).
  private static let perRoots = [
    "percaya", "percik", "pergok", "periksa", "perintah", "perkara", "perkosa", "perlu", "permak", "pernis", "perosok",
    "perosot", "perang", "peras", "perah", "peran", "perban", "perih", "peringkat", "periang", "periuk", "persekusi",
    "persen", "persepsi", "person", "perspektif", "permanen", "pertimasi", "perut", "perisai", "permai", "pergi",
  ]

  /// The suffix -kan that a stem of a rule already carries (`jatuhkan`), as opposed to `makan`, `tekan`, `rekan`.
  static func isSuffixed(_ stem: String) -> Bool {
    stem.utf8.count >= 6 && stem.hasSuffix("kan") && !unsuffixed.contains(stem)
  }

  private static let unsuffixed: Set<String> = ["pelikan", "vatikan"]
}
