internal import SuntingCore

/// The page's own words.
struct HTMLWords {
  private let isIndonesian: Bool
  init(_ language: MessageLanguage) { isIndonesian = language == .id }

  var title: String { isIndonesian ? "Laporan sunting" : "sunting report" }
  var article: String { isIndonesian ? "Artikel" : "Article" }
  var articles: String { isIndonesian ? "artikel" : "articles" }
  var words: String { isIndonesian ? "kata" : "words" }
  var errors: String { isIndonesian ? "kesalahan" : "errors" }
  var warnings: String { isIndonesian ? "peringatan" : "warnings" }
  var suggestions: String { isIndonesian ? "saran" : "suggestions" }
  var perThousand: String { isIndonesian ? "penalti artefak per 1.000 kata" : "artifact penalty per 1,000 words" }
  var severity: String { isIndonesian ? "Tingkat" : "Severity" }
  var family: String { isIndonesian ? "Rumpun" : "Family" }
  var failed: String { isIndonesian ? "Tidak dapat diperiksa" : "Could not be checked" }
  var rules: String { isIndonesian ? "Aturan dalam laporan ini" : "Rules in this report" }
  var hint: String {
    isIndonesian
      ? "<kbd>j</kbd> temuan berikutnya, <kbd>k</kbd> sebelumnya, <kbd>Esc</kbd> menutup keterangan."
      : "<kbd>j</kbd> next finding, <kbd>k</kbd> previous, <kbd>Esc</kbd> closes the note."
  }

  func clean(_ count: Int) -> String {
    isIndonesian ? "\(count) artikel tanpa temuan" : "\(count) articles without findings"
  }
  func counts(_ counts: [Int]) -> String {
    "\(counts[0]) \(errors), \(counts[1]) \(warnings), \(counts[2]) \(suggestions)"
  }
  func penalty(_ value: String) -> String { "\(perThousand): \(value)" }
}
