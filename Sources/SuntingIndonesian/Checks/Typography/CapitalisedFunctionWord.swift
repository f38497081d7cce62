package import SuntingCore

/// `digelar Di Jenewa`: a preposition or conjunction with a capital in mid-sentence.
package struct CapitalisedFunctionWord: Check {
  private let words: [String]

  package init(options: CheckOptions) throws(CheckOptionError) {
    words = options["words"] ?? []
    if words.isEmpty { throw CheckOptionError(message: "“words” is the list of words of grammar") }
  }

  package var triggerWords: [String]? { words }
  package static var triggersAreCommon: Bool { true }

  private static let skipped: Token.Flags = [.sentenceStart, .allCapitals, .address, .emphasis, .hyphenated]
  /// What comes before a title: `film Dari Jendela`, `buku Untuk Indonesia`.
  private static let works: Set<String> = [
    "film", "lagu", "buku", "novel", "acara", "album", "program", "gerakan", "judul", "berjudul", "bertajuk", "puisi",
    "drama", "sinetron", "serial", "rubrik", "kolom", "artikel", "esai", "tema", "bertema", "kampanye", "pameran",
    "proyek", "komunitas", "grup", "band", "berita", "dokumen", "laporan", "kelompok", "seri", "edisi", "bab", "bagian",
    "tajuk", "slogan", "moto", "nama", "bernama", "lembaga", "yayasan", "tim", "opsi", "menu", "tombol", "klik",
    "pilih",
  ]
  /// Surnames that begin like a preposition.
  private static let surnames: Set<String> = [
    "maria", "stefano", "caprio", "matteo", "natale", "canio", "lorenzo", "francesco", "marco", "biase", "rupo",
    "pietro",
    "giannantonio", "resta", "livio", "vaio", "benedetto", "brown", "rather", "quayle",
  ]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for index in context.index.names where context.traits(of: index).contains(context.trigger) {
      let token = document.tokens[index]
      let block = context.block(of: index)
      guard token.lacks(Self.skipped), (2...8).contains(token.range.length), block.letterCase == .sentence,
        block.tokens.count > 4, index > block.tokens.lowerBound, index + 1 < block.tokens.upperBound,
        isBetweenLowerCase(index, document, block)
      else { continue }
      report(Finding(range: token.range, replacement: document.foldedText(index)))
    }
  }

  /// Behind a word in lower case that announces no title, before one in lower case or a place.
  private func isBetweenLowerCase(_ index: Int, _ document: Document, _ block: Block) -> Bool {
    let (previous, next) = (document.tokens[index - 1], document.tokens[index + 1])
    guard previous.kind == .word, !previous.flags.contains(.capital), previous.range.length >= 2, next.kind != .mark,
      document.tokens[index].flags.contains(.spaceBefore), !Self.works.contains(document.foldedText(index - 1))
    else { return false }
    guard next.flags.contains(.capital) else { return !block.isHeading }
    guard !block.isHeading, ["di", "dari", "pada", "ke", "oleh"].contains(document.foldedText(index)) else {
      return false
    }
    if index + 2 < block.tokens.upperBound, document.tokens[index + 2].flags.contains(.capital) { return false }
    return !Self.surnames.contains(document.foldedText(index + 1))
  }
}
