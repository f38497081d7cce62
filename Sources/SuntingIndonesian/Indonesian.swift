package import SuntingCore

extension Language {
  /// Indonesian, as EYD V writes it.
  package static let indonesian = Language(
    code: "id", locale: "id", abbreviations: Abbreviations.all,
    clitics: ["nya", "ku", "mu", "lah", "kah", "pun"],
    functionWords: FunctionWords.indonesian, foreignFunctionWords: FunctionWords.english,
    looksForeign: { ForeignShape.fits($0) },
    inflect: { replacement, stem, word in
      guard let inflection = Morphology.forms(of: stem).first(where: { $0.form == word })?.inflection else {
        return nil
      }
      // `tewas-kan`: prefix as matched, suffix as written
      let parts = replacement.split(separator: "-", maxSplits: 1)
      guard parts.count == 2, let suffix = Suffix(notation: "-" + parts[1]) else {
        return Morphology.inflect(replacement, inflection)
      }
      return Morphology.inflect(String(parts[0]), Inflection(prefix: inflection.prefix, suffix: suffix))
    })
}

extension WordKnowledge {
  package static let indonesian = WordKnowledge(
    forms: { stem, prefix, suffix in
      Morphology.forms(
        of: stem, family: prefix.flatMap { Prefix(notation: $0 + "-") },
        suffix: suffix.flatMap { Suffix(notation: "-" + $0) }
      ).map(\.form)
    },
    frequency: { WordFrequencies.perMillion($0) })
}
