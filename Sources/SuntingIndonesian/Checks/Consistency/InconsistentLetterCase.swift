package import SuntingCore

/// A name once with its capitals and once without (`Botpress` and `botpress`, `Mautic` and `MAUTIC`).
package struct InconsistentLetterCase: Check {
  package static let needsLexicon = true

  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    guard let lexicon = context.lexicon else { return }
    let names = NameForms(context)
    for name in names.all where name.places.count > 1 && name.isTelling {
      let forms = name.places.map { (place: $0, text: names.text($0)) }
      guard Set(forms.map(\.text)).count > 1, let folded = names.folded(name), let kept = kept(of: forms, folded),
        lexicon.standing(of: folded) == .unknown
      else { continue }
      let right = forms.filter { $0.text == kept }.map(\.place)
      for (place, text) in forms
      where isDeviation(text, from: kept, at: place) && !isSpeciesName(place, context.document) {
        report(names.finding(at: place, kept: kept, right))
      }
    }
  }

  /// The commonest form with a capital that its place does not demand; capitals throughout only yield. Two such places
  /// prove it, or one beside two more if it is not commoner in lower case.
  private func kept(of forms: [(place: NameForms.Place, text: String)], _ folded: String) -> String? {
    var telling: [String: Int] = [:]
    var total: [String: Int] = [:]
    for (place, text) in forms where text != text.uppercased() && text != folded {
      total[text, default: 0] += 1
      if place.isTelling { telling[text, default: 0] += 1 }
    }
    guard let best = telling.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    let lower = forms.count { $0.text == folded }
    return best.value >= 2 || total[best.key, default: 0] >= max(3, lower) ? best.key : nil
  }

  /// `Caretta caretta`: genus and species may be one word, and only the genus has a capital.
  private func isSpeciesName(_ place: NameForms.Place, _ document: Document) -> Bool {
    place.token > 0 && document.isSameWord(place.token - 1, place.token)
  }

  private func isDeviation(_ text: String, from kept: String, at place: NameForms.Place) -> Bool {
    text != kept && !(place.isFree && text.dropFirst() == kept.dropFirst())
  }
}
