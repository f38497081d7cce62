/// What a rule was measured at on the project's own corpus, as text: a row of `Rules/measured.tsv`.
package struct Measured: Sendable {
  package let hits, right, low, high, cleanHits, cleanWords: Substring

  /// nil for a rule without findings in the corpus.
  package static func of(_ id: String) -> Measured? {
    for row in BuiltInRules.measured.description.split(separator: "\n") {
      let fields = row.split(separator: "\t")
      guard fields.count == 7, fields[0] == id else { continue }
      return Measured(
        hits: fields[1], right: fields[2], low: fields[3], high: fields[4], cleanHits: fields[5],
        cleanWords: fields[6])
    }
    return nil
  }
}
