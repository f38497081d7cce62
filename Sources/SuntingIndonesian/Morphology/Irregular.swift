/// Forms that follow no rule of sound (KBBI VI).
enum Irregular {
  static let forms: [String: [Inflection: String]] = [
    // ber-, per- and their kin take l before `ajar`.
    "ajar": table(
      (.ber, .none, "belajar"), (.pe, .none, "pelajar"), (.per, .none, "pelajar"), (.per, .i, "pelajari"),
      (.per, .an, "pelajaran"), (.memper, .i, "mempelajari"), (.diper, .i, "dipelajari"),
      (.pember, .an, "pembelajaran"),
      (.member, .kan, "membelajarkan"), (.diber, .kan, "dibelajarkan")),
    "kerja": table(
      (.per, .none, "pekerja"), (.per, .kan, "pekerjakan"), (.per, .an, "pekerjaan"),
      (.memper, .kan, "mempekerjakan"), (.diper, .kan, "dipekerjakan")),
    // The base of the transitive verb is `ketahu-`.
    "tahu": table(
      (.meN, .i, "mengetahui"), (.di, .i, "diketahui"), (.none, .i, "ketahui"), (.ku, .i, "kuketahui"),
      (.kau, .i, "kauketahui"), (.peN, .an, "pengetahuan"), (.ter, .i, "terketahui")),
    "serta": table((.ber, .none, "beserta")),
  ]

  private static func table(_ rows: (Prefix, Suffix, String)...) -> [Inflection: String] {
    Dictionary(uniqueKeysWithValues: rows.map { (Inflection(prefix: $0.0, suffix: $0.1), $0.2) })
  }
}
