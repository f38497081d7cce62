/// Pronouns and particles written onto the end of a word (EYD V, II.F and II.E.1): `rumahnya`, `bacalah`, `rumahmukah`.
enum Clitic {
  /// All of them with their combinations; `pun` is joined in the fourteen words that EYD lists and, against the norm,
  /// elsewhere.
  static let all: [[UInt8]] = [
    "nya", "ku", "mu", "lah", "kah", "pun", "nyalah", "nyakah", "nyapun", "kulah", "kukah", "mulah", "mukah", "kupun",
    "mupun", "tah",
  ].map { Array($0.utf8) }

  /// The same as a set, for parts between hyphens.
  static let spellings: Set<String> = Set(all.map { String(decoding: $0, as: UTF8.self) })
}
