package import SuntingCore

/// A range of years whose second year is cut to two digits (`Perang Korea 1950-53`).
package struct ShortYearRange: Check {
  /// Words that make a range of years likely, within a few tokens before it.
  private static let cues: Set<String> = [
    "perang", "tahun", "konflik", "revolusi", "periode", "masa", "antara", "wabah", "pandemi", "krisis", "pendudukan",
    "pemberontakan", "era", "depresi", "kelaparan", "resesi",
  ]
  /// Seasons and school years are written short.
  private static let seasons: Set<String> = [
    "musim", "ajaran", "akademik", "anggaran", "liga", "kompetisi", "fiskal", "pelajaran",
  ]

  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for index in context.index.numbers
    where document.tokens[index].flags.contains(.hyphenated) && document.beginsWithDigit(index) {
      guard document.tokens[index].range.length == 7, let years = Self.years(document.text(of: index)) else { continue }
      let sentence = document.sentence(of: index)
      let near = (max(sentence.lowerBound, index - 4)..<index).map { document.lowercased($0, in: sentence) }
      guard near.contains(where: Self.cues.contains), !near.contains(where: Self.seasons.contains) else { continue }
      report(Finding(range: document.tokens[index].range, replacement: years))
    }
  }

  /// `1950-53` in full; nil for anything else, where the second part might be a month, and for the two years of a
  /// season or a budget.
  private static func years(_ text: String) -> String? {
    let parts = text.split(separator: "-")
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let first = Int(parts[0]),
      let second = Int(parts[1]), (1000..<2100).contains(first), second > 12, second > first % 100 + 1
    else { return nil }
    return "\(first)–\(first / 100 * 100 + second)"
  }
}
