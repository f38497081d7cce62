/// Words with hyphens: reduplication, and affixes that stand off from abbreviations, names and foreign words
/// (EYD V, III.G.4–5: `kata-kata`, `tolong-menolong`, `ber-AC`, `di-upload`, `PBB-nya`, `se-Indonesia`, `1990-an`).
enum Hyphenated {
  static func analyze(_ word: String, _ visit: (Analysis) -> Bool) {
    var whole = Analysis(stem: word)
    whole.isHyphenated = true
    guard visit(whole) else { return }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, !parts.contains("") else { return }
    var isDone = false
    func pass(_ analysis: Analysis) -> Bool {
      if !isDone, !visit(analysis) { isDone = true }
      return !isDone
    }
    if parts.count == 2 { reduplication(parts[0], parts[1], pass) }
    if !isDone { affixes(parts, pass) }
  }

  /// `kata-kata`, `buah-buahan`, `berlari-lari`, `kemerah-merahan`; `tolong-menolong`.
  ///
  /// If the first half ends in the second, the two halves are one derivation said twice in part: `kemerah-merahan` is
  /// `kemerahan` around `merah`.
  private static func reduplication(_ first: String, _ second: String, _ visit: (Analysis) -> Bool) {
    var isDone = false
    func pass(_ analysis: Analysis) -> Bool {
      var doubled = analysis
      doubled.isReduplicated = true
      if !isDone, !visit(doubled) { isDone = true }
      return !isDone
    }
    for half in Morphology.analyses(of: second) where !isDone {
      if half.prefixes.isEmpty, half.stem.utf8.count >= 2, first.hasSuffix(half.stem) {
        Morphology.analyze(first + half.suffix.spelling + half.clitic, pass)
      } else if half.stem == first, let outermost = half.prefixes.outermost, outermost == .meN || outermost == .ber {
        _ = pass(half)
      }
    }
  }

  private static func affixes(_ parts: [String], _ visit: (Analysis) -> Bool) {
    var low = 0
    var high = parts.count
    var analysis = Analysis(stem: "")
    analysis.isHyphenated = true
    while low < high - 1, let chain = prefixes(parts[low].lowercased(), analysis.prefixes) {
      analysis.prefixes = chain
      low += 1
    }
    if high - low > 1, Clitic.spellings.contains(parts[high - 1]) {
      analysis.clitic = parts[high - 1]
      high -= 1
    }
    if high - low > 1, let suffix = Suffix.allCases.first(where: { $0.spelling == parts[high - 1] }) {
      analysis.suffix = suffix
      high -= 1
    } else if high - low > 1, analysis.clitic.isEmpty, parts[high - 1] == "annya" || parts[high - 1] == "kannya" {
      analysis.suffix = parts[high - 1] == "annya" ? .an : .kan
      analysis.clitic = "nya"
      high -= 1
    }
    guard low > 0 || high < parts.count else { return }
    analysis.stem = parts[low..<high].joined(separator: "-")
    _ = visit(analysis)
  }

  /// A part that is one prefix or two (`memper-`), or a bound form.
  private static func prefixes(_ part: String, _ chain: MorphemeChain) -> MorphemeChain? {
    guard !chain.isFull else { return nil }
    switch part {
    case "me", "mem", "men", "meng", "meny", "menge": return chain.appending(.meN)
    case "pe", "pem", "pen", "peng", "peny", "penge": return chain.appending(.peN)
    case "di": return chain.appending(.di)
    case "ter", "te": return chain.appending(.ter)
    case "ber", "be": return chain.appending(.ber)
    case "per": return chain.appending(.per)
    case "ke": return chain.appending(.ke)
    case "se": return chain.appending(.se)
    case "ku": return chain.appending(.ku)
    case "kau": return chain.appending(.kau)
    case "memper": return chain.appending(.meN).appending(.per)
    case "diper": return chain.appending(.di).appending(.per)
    default: return BoundForms.contains(part) ? chain.appending(.bound) : nil
    }
  }
}
