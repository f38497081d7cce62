/// The word that was meant where affixes contradict each other. Nothing is repaired that the lexicon explains, but
/// for doubled suffixes, which any verb in -kan would license.
struct AffixRepair {
  private let lexicon: IndonesianLexicon

  init(_ lexicon: IndonesianLexicon) { self.lexicon = lexicon }

  func word(for word: String) -> String? {
    guard word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return nil }
    if word.hasSuffix("nya"), let host = host(for: String(word.dropLast(3))) { return host + "nya" }
    return host(for: word)
  }

  private func host(for word: String) -> String? {
    if word.hasSuffix("kankan") { return doubledSuffix(word) }
    guard let candidate = candidate(for: word), !isExplained(word), exists(candidate) else { return nil }
    return candidate
  }

  /// Nouns in ketidak-…-an are coined freely; all others are in the dictionary.
  private func exists(_ word: String) -> Bool {
    lexicon.knowsWhole(word) || word.hasPrefix("ketidak") && lexicon.explainsInIndonesian(word)
  }

  /// Word formation is generous with di- before a verb that the dictionary has, and with ke- (`kesampingkan`); where a
  /// noun in ke-…-an exists, -kan needs a stem that begins with those letters itself (`kenalkan`, `keluarkan`).
  private func isExplained(_ word: String) -> Bool {
    if word.hasPrefix("dime") { return lexicon.knowsWhole(word) }
    guard word.hasPrefix("ke"), word.hasSuffix("kan") else { return lexicon.explainsInIndonesian(word) }
    var isExplained = false
    Morphology.analyze(word) { analysis in
      isExplained = analysis.prefixes.isEmpty && lexicon.knowsIndonesian(analysis.stem)
      return !isExplained
    }
    return isExplained
  }

  private func candidate(for word: String) -> String? {
    if word.hasPrefix("dime") { return passive(of: word.dropFirst(2)) }
    let isNoun = word.hasPrefix("ke") || word.hasPrefix("pe")
    // ke-…-kan, peN-…-kan: kesadarkan
    if word.hasSuffix("kan"), isNoun { return word.dropLast(3) + "an" }
    // -i and -kan at once: memengaruhikan
    if word.hasSuffix("ikan") { return String(word.dropLast(3)) }
    // a noun's suffix before -kan: mengingatankan
    if word.hasSuffix("ankan") { return word.dropLast(5) + "kan" }
    // -an twice: pemerintahanan
    if word.hasSuffix("anan"), isNoun { return String(word.dropLast(2)) }
    // an agent of an agent: penyelidikawan
    if word.hasSuffix("wan"), word.hasPrefix("pe") {
      let agent = String(word.dropLast(3))
      return lexicon.knowsWhole(agent) ? agent : word.hasSuffix("awan") ? String(word.dropLast(4)) : nil
    }
    return nil
  }

  /// `mengenakankan` → `mengenakan`; but `menekankan` is a verb of `tekan`.
  private func doubledSuffix(_ word: String) -> String? {
    let single = String(word.dropLast(3))
    var isVerb = false
    var hasShortRoot = false
    Morphology.analyze(word) { analysis in
      let endsAlike = analysis.stem.hasSuffix("kan")
      if analysis.suffix == .kan, endsAlike, analysis.stem.utf8.count <= 5, lexicon.knowsIndonesian(analysis.stem) {
        hasShortRoot = true
      }
      return true
    }
    Morphology.analyze(single) { analysis in
      isVerb = analysis.suffix == .kan && !analysis.prefixes.isEmpty && lexicon.knowsIndonesian(analysis.stem)
      return !isVerb
    }
    return isVerb && !hasShortRoot ? single : nil
  }

  /// `dimenggunakan` → `digunakan`.
  private func passive(of active: Substring) -> String? {
    var found: String?
    Morphology.analyze(String(active)) { analysis in
      guard analysis.prefixes.elementsEqual([.meN]), lexicon.knowsIndonesian(analysis.stem) else { return true }
      found = Morphology.inflect(analysis.stem, Inflection(prefix: .di, suffix: analysis.suffix))
      return found == nil
    }
    return found
  }
}
