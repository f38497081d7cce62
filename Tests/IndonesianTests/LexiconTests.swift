import SuntingIndonesian
import Testing

/// What holds with the dictionaries of the system; skipped where there are none.
@Suite(.enabled(if: DictionaryFiles.indonesian() != nil && DictionaryFiles.english() != nil))
struct LexiconTests {
  private let lexicon = IndonesianLexicon(
    words: LexiconWords(
      supplement: ["siniar", "gawai"], tolerated: ["hutang"],
      common: ["masyarakat", "terhadap", "program", "negara", "ini", "yang", "terbuka", "versi"],
      roots: ["salah", "paham", "tindak", "lanjut", "konsisten"]))

  @Test(arguments: ["rumah", "menulis", "siniar", "gawainya", "hutang", "kata-kata", "tolong-menolong", "makan"])
  func indonesian(_ word: String) { #expect(lexicon.explainsInIndonesian(word)) }

  @Test(arguments: [
    ("ketidakkonsistenan", "konsisten"), ("digawaikan", "gawai"), ("kesalahpahaman", "salahpaham"),
    ("menindaklanjuti", "tindaklanjut"),
  ])
  func derived(_ word: String, _ stem: String) {
    let explanation = lexicon.explanation(of: word)
    #expect(explanation == .derived(stem: stem) || explanation == .indonesian, "\(explanation)")
  }

  /// A slip is not a nonce loan: English stems keep their first letter behind meN-.
  @Test func elisionIsIndonesian() { #expect(!lexicon.explains("mengunakan")) }

  @Test func english() {
    #expect(lexicon.explanation(of: "briefing") == .english(stem: "briefing"))
    #expect(lexicon.explanation(of: "di-upload") == .english(stem: "upload"))
    #expect(!lexicon.explains("xyzzyqq"))
  }

  @Test(arguments: [
    ("masyarkat", "masyarakat"), ("tehadap", "terhadap"), ("progam", "program"), ("negaranya", nil),
    ("masyarkatnya", "masyarakatnya"), ("negaranegara", "negara-negara"),
  ])
  func suggestions(_ word: String, _ meant: String?) {
    guard let meant else {
      #expect(lexicon.explains(word))
      return
    }
    #expect(!lexicon.explains(word))
    #expect(lexicon.suggestions(for: word).first == meant)
  }

  @Test func suggestionsAreBounded() {
    let long = String(repeating: "mempertanggungjawabkan", count: 40)
    #expect(lexicon.suggestions(for: long).isEmpty)
    #expect(lexicon.suggestions(for: "").isEmpty)
    _ = lexicon.explanation(of: "")
    #expect(!lexicon.explainsInIndonesian("café"))
  }
}

/// What holds anywhere.
@Suite struct MissingDictionaryTests {
  @Test func nothingIsKnownButTheLists() {
    let lexicon = IndonesianLexicon(words: LexiconWords(supplement: ["siniar"]), directories: ["/nonexistent"])
    #expect(!lexicon.isAvailable)
    #expect(lexicon.explainsInIndonesian("siniarnya"))
    #expect(!lexicon.explains("rumah"))
    #expect(DictionaryFiles.find(["id_ID"], in: ["/nonexistent"]) == nil)
  }
}
