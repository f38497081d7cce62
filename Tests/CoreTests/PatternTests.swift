import SuntingCore
import Testing

/// One test per construct of the notation (CONTRIBUTING.md, “The pattern notation”).
struct PatternTests {
  static let sets = ["Country": ["Rusia", "Korea Utara"], "Month": ["Mei"], "NotVerb": ["menteri"]]

  static func matches(_ pattern: String, _ text: String, replace: String? = nil) throws -> [String] {
    let definition = RuleDefinition(
      id: "calque/test", severity: .error, mqm: "", isDefault: true, message: Bilingual(id: "", en: ""),
      why: Bilingual(id: "", en: ""), english: "", fix: .safe, fixReason: Bilingual(id: "", en: ""), skip: [],
      except: [],
      body: .phrases([
        .init(pattern: try PatternParser.parse(pattern), replacement: replace, english: nil, fix: .safe)
      ]))
    let forms = ["cari": ["mencari", "dicari", "pencarian"], "tuntut": ["menuntut", "dituntut", "penuntutan"]]
    let language = Language(
      code: "id", locale: "id", abbreviations: [], clitics: ["nya"], functionWords: [], foreignFunctionWords: [],
      inflect: { new, stem, word in
        forms[stem]?.firstIndex(of: word).flatMap { forms[new]?[$0] }
      })
    let knowledge = WordKnowledge(forms: { stem, _, _ in forms[stem] ?? [] }, frequency: { $0.count < 4 ? 900 : 5 })
    let tables = try RuleTableBuilder(language: language, knowledge: knowledge, sets: sets).build([definition])
    let decoded = SevenBit.encode(RulePack.encode(tables)).withUnsafeBytes { RulePack.decode($0) }
    let linter = try Linter(
      tables: decoded, language: language, isEnabled: [true], severities: [.error], checkTypes: [:])
    var blocks: [ProseBlock] = []
    var start = 0
    let bytes = Array(text.utf8)
    for end in bytes.indices.filter({ bytes[$0] == 0x0A }) + [bytes.count] {
      let range = TextRange(start..<end)
      if !range.isEmpty {
        blocks.append(ProseBlock(range: range, kind: blocks.isEmpty ? .heading : .prose, shell: range))
      }
      start = end + 1
    }
    let result = try linter.worker(lexicon: nil).lint(Prose(utf8: bytes, blocks: blocks))
    return result.diagnostics.map { replace == nil ? $0.text : $0.alternatives.first ?? "" }
  }

  @Test(arguments: [
    ("gencatan api", "Mereka menolak gencatan api itu.", ["gencatan api"]),
    ("gencatan api", "Gencatan\u{A0}api ditolak.", ["Gencatan\u{A0}api"]),
    ("gencatan api", "Grup Gencatan Api tampil di kota.", []),
    ("Sekretaris Negara", "Kata Sekretaris Negara itu dan sekretaris negara.", ["Sekretaris Negara"]),
    ("=apel", "Ia makan apel dari Apel.", ["apel"]),
    ("penyebaran~", "Kata dia, penyebarannya cepat.", ["penyebarannya"]),
    ("penyebaran", "Kata dia, penyebarannya cepat.", []),
    ("@cari hukuman mati", "Jaksa mencari hukuman mati.", ["mencari hukuman mati"]),
    (
      "(hukuman|vonis kurungan) mati", "Ada vonis kurungan mati dan hukuman mati.",
      ["vonis kurungan mati", "hukuman mati"]
    ),
    (
      "konferensi (pers|berita)? itu", "Setelah konferensi itu ada konferensi pers itu.",
      ["konferensi itu", "konferensi pers itu"]
    ),
    ("angkat ... senjata", "Mereka angkat dan lalu pakai senjata.", ["angkat dan lalu pakai senjata"]),
    ("angkat ... senjata", "Mereka angkat, lalu senjata.", []),
    ("lebih dari <num> tahun", "Sudah lebih dari 3 tahun.", ["lebih dari 3 tahun"]),
    ("mengutip <Names> mengatakan", "Ia mengutip Kim Jong Un mengatakan itu.", ["mengutip Kim Jong Un mengatakan"]),
    ("tentang <meN> kembali", "Buku tentang merebut kembali dan tentang menteri kembali.", ["tentang merebut kembali"]),
    ("beberapa <dup>", "Ada beberapa kota-kota di sana.", ["beberapa kota-kota"]),
    ("di <Country>", "Ada di Korea Utara dan di Rusia.", ["di Korea Utara", "di Rusia"]),
    ("<Name> , kiri ,", "Foto Putin, kiri, di sana.", ["Putin, kiri,"]),
    ("remaja #-tahun", "Seorang remaja 17-tahun hilang.", ["remaja 17-tahun"]),
    ("^ Berita $", "Berita\nBerita itu benar.", ["Berita"]),
    ("<start> Tetapi", "Ada. Tetapi tidak. Mereka Tetapi.", ["Tetapi"]),
    ("[tentara yang] jatuh", "Ada tentara yang jatuh.", ["jatuh"]),
    ("jatuh !(dari|ke)", "Ia jatuh dari kuda. Lalu jatuh lagi.", ["jatuh"]),
    ("!tidak jatuh", "Ia tidak jatuh. Ia jatuh.", ["jatuh"]),
    ("<meN> dan $1", "Untuk memusnahkan dan memusnahkan mereka.", ["memusnahkan dan memusnahkan"]),
    ("penyebaran :: sentence has (pasukan|tentara)", "Ada penyebaran pasukan. Ada penyebaran virus.", ["penyebaran"]),
    ("penyebaran :: sentence lacks virus", "Ada penyebaran pasukan. Ada penyebaran virus.", ["penyebaran"]),
    ("utara :: article has Korea Utara", "Judul\nKe arah utara.", []),
    ("utara :: article has Korea Utara", "Korea Utara\nKe arah utara.", ["utara"]),
    ("kota :: heading", "Berita kota ini\nDi kota itu.", ["kota"]),
    ("kota :: in quotes", "Judul\nDi kota “kota mati” itu.", ["kota"]),
    ("kota mati :: any case", "Di Kota Mati itu.", ["Kota Mati"]),
    ("kota !<Name>", "Ke kota Bogor atau kota lain.", ["kota"]),
  ])
  func matchesAsDocumented(_ pattern: String, _ text: String, _ expected: [String]) throws {
    #expect(try Self.matches(pattern, text) == expected)
  }

  @Test(arguments: [
    ("@cari hukuman mati", "@tuntut hukuman mati", "Yang dicari hukuman mati.", "dituntut hukuman mati"),
    ("Sekretaris (Pertahanan|Negara=>Luar Negeri)", "Menteri $1", "Kata Sekretaris Negara.", "Menteri Luar Negeri"),
    ("Sekretaris (Pertahanan|Negara=>Luar Negeri)", "Menteri $1", "Kata Sekretaris Pertahanan.", "Menteri Pertahanan"),
    ("lebih dari <num> (tahun|bulan)", "$1 $2 lebih", "Ada lebih dari 3 bulan.", "3 bulan lebih"),
    ("gencatan api", "gencatan senjata", "Gencatan api gagal.", "Gencatan senjata"),
    ("gencatan api~", "gencatan senjata~", "Kata dia, gencatan apinya gagal.", "gencatan senjatanya"),
    ("gencatan api", "gencatan senjata", "GENCATAN API GAGAL LAGI", "GENCATAN SENJATA"),
  ])
  func replacesAsDocumented(_ pattern: String, _ replace: String, _ text: String, _ expected: String) throws {
    #expect(try Self.matches(pattern, text, replace: replace) == [expected])
  }

  @Test(arguments: ["(a|b", "<nama>", "kata, lain", "(a|) b", "kata :: paragraph has x", "@", "x ...99"])
  func rejectsWhatItCannotRead(_ pattern: String) {
    #expect(throws: PatternError.self) { try PatternParser.parse(pattern) }
  }
}
