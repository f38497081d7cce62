/// Bound forms that are written as one word with their base (EYD V, II.A.2), and first members of learned compounds.
///
/// Short ones that begin countless other words (`bi`, `de`, `in`, `ko`, `re`) ask for a longer base.
enum BoundForms {
  /// How many letters of `letters[at...]` are a bound form, for each form that fits.
  static func lengths(in letters: [UInt8], at start: Int, before end: Int, _ take: (Int) -> Void) {
    guard start < end, let entries = byFirstLetter[letters[start]] else { return }
    for entry in entries where end - start >= entry.form.count + entry.minimumBase {
      if letters[start..<(start + entry.form.count)].elementsEqual(entry.form) { take(entry.form.count) }
    }
  }

  /// The same for a part between hyphens: `anti-Rusia`, `non-NATO`.
  static func contains(_ part: String) -> Bool { all.contains(part) || short.contains(part) }

  private struct Entry {
    let form: [UInt8]
    let minimumBase: Int
  }

  private static let all: Set<String> = [
    "adi", "aero", "agro", "alih", "anarko", "antar", "anti", "antropo", "astro", "audio", "auto", "bakterio", "bio",
    "catur", "dasa", "deka", "dwi", "eka", "eko", "eks", "ekso", "ekstra", "elektro", "endo", "etno", "fisio", "fono",
    "foto", "gastro", "geo", "hekto", "hemo", "hetero", "hidro", "hiper", "hipo", "homo", "imuno", "infra", "inter",
    "intra", "iso", "kardio", "kilo", "kontra", "kosmo", "kripto", "kuadri", "kuasi", "lintas", "maha", "makro",
    "maksi", "mala", "manca", "mega", "meta", "mikro", "mili", "mini", "mono", "multi", "nano", "nara", "narko",
    "nefro", "neo", "neuro", "nir", "nitro", "non", "oto", "paleo", "pan", "panca", "para", "pasca", "pedo", "piro",
    "poli", "politiko", "pra", "pramu", "pro", "proto", "pseudo", "psiko", "purna", "purwa", "radio", "sapta", "semi",
    "serba", "sosio", "stereo", "sub", "super", "supra", "swa", "tata", "tekno", "tele", "tera", "termo", "trans",
    "tri", "tuna", "turbo", "ultra", "uni", "vaso", "video", "wira",
  ]

  private static let short: Set<String> = ["bi", "de", "dis", "im", "in", "ko", "re"]

  private static let byFirstLetter: [UInt8: [Entry]] = {
    let entries =
      all.map { Entry(form: Array($0.utf8), minimumBase: 4) }
      + short.map { Entry(form: Array($0.utf8), minimumBase: 6) }
    return Dictionary(grouping: entries, by: { $0.form[0] })
  }()
}
