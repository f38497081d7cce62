/// Indonesian word formation: from a stem to its forms and, in `Analysis`, back again.
package enum Morphology {
  /// All derivations of a stem that Indonesian allows, the bare stem first and each spelling once.
  ///
  /// The list is generous: a form that nobody writes does no harm in a pattern. It includes spellings against the norm
  /// that MT engines and newspapers print (`mengkonsumsi`), and leaves out forms that have become words of their own
  /// (`angkat` → `berangkat`; see `Lexicalised`). Not in it are se- (`sepanjang`, `setuju`, `secara`: nearly always
  /// another word) and reduplication. A stem that already ends in -kan takes prefixes only.
  package static func forms(of stem: String) -> [(form: String, inflection: Inflection)] {
    var found: [(form: String, inflection: Inflection)] = []
    var seen: Set<String> = []
    found.reserveCapacity(64)
    seen.reserveCapacity(96)
    let excluded = Lexicalised.forms(of: stem)
    func add(_ form: String, _ inflection: Inflection) {
      guard !excluded.contains(form), seen.insert(form).inserted else { return }
      found.append((form, inflection))
    }
    let word = Stem(stem)
    let productive = Inflection.all.filter(word.isProductive)
    for inflection in productive {
      if let form = word.inflected(inflection) { add(form, inflection) }
    }
    for inflection in productive {
      word.variants(inflection) { add($0, inflection) }
    }
    return found
  }

  /// The derivations of a stem as a pattern restricts them: `@meN-cari` by prefix family, `@serah-kan` by suffix.
  package static func forms(
    of stem: String, family: Prefix?, suffix: Suffix? = nil
  ) -> [(form: String, inflection: Inflection)] {
    forms(of: stem).filter { entry in
      (family == nil || entry.inflection.prefix.family == family)
        && (suffix == nil || entry.inflection.suffix == suffix)
    }
  }

  /// The stem in that inflection, spelled as KBBI and EYD V ask; nil where Indonesian has no such form.
  ///
  /// A stem that already ends in -kan keeps it (`jatuhkan` in meN-…-i is `menjatuhkan`) and gives it up for the noun
  /// of action (peN-…-an: `penjatuhan`).
  package static func inflect(_ stem: String, _ inflection: Inflection) -> String? {
    Stem(stem).inflected(inflection)
  }
}
