import SuntingIndonesian
import Testing

@Suite struct FormsTests {
  private func forms(_ stem: String) -> Set<String> { Set(Morphology.forms(of: stem).map(\.form)) }

  @Test func everyDerivationOfCari() {
    let found = forms("cari")
    for form in [
      "cari", "mencari", "dicari", "tercari", "mencarikan", "dicarikan", "carikan", "pencari", "pencarian", "kucari",
      "kaucari", "kucarikan",
    ] { #expect(found.contains(form), "\(form)") }
    #expect(!found.contains("mencarii"))
  }

  @Test(arguments: [
    ("tulis", "menulis"), ("pukul", "memukul"), ("sapu", "menyapu"), ("kirim", "mengirim"), ("baca", "membaca"),
    ("fitnah", "memfitnah"), ("veto", "memveto"), ("dengar", "mendengar"), ("jual", "menjual"), ("cari", "mencari"),
    ("ziarahi", "menziarahi"), ("syukuri", "mensyukuri"), ("khawatirkan", "mengkhawatirkan"), ("ganti", "mengganti"),
    ("hukum", "menghukum"), ("ambil", "mengambil"), ("uji", "menguji"), ("lihat", "melihat"), ("rasa", "merasa"),
    ("wakili", "mewakili"), ("yakini", "meyakini"), ("makan", "memakan"), ("nikah", "menikah"),
    ("nyanyi", "menyanyi"), ("nganga", "menganga"), ("produksi", "memproduksi"), ("kritik", "mengkritik"),
    ("transfer", "mentransfer"), ("stabilkan", "menstabilkan"), ("klaim", "mengklaim"), ("bom", "mengebom"),
    ("cek", "mengecek"), ("klik", "mengeklik"), ("blok", "memblok"), ("kaji", "mengkaji"), ("perkuat", "memperkuat"),
    ("pertahankan", "mempertahankan"), ("percayai", "memercayai"), ("perkosa", "memerkosa"), ("periksa", "memeriksa"),
    ("perangi", "memerangi"), ("jatuhkan", "menjatuhkan"), ("kait", "mengait"), ("quran", "mengquran"),
  ])
  func activeVerb(_ stem: String, _ form: String) {
    #expect(Morphology.inflect(stem, Inflection(prefix: .meN, suffix: .none)) == form)
  }

  @Test(arguments: [
    ("cari", Prefix.peN, Suffix.an, "pencarian"), ("sah", .peN, .an, "pengesahan"), ("bom", .peN, .an, "pengeboman"),
    ("proses", .peN, .an, "pemrosesan"), ("kritik", .peN, .none, "pengkritik"), ("rawat", .peN, .none, "perawat"),
    ("ajar", .ber, .none, "belajar"), ("ajar", .peN, .none, "pengajar"), ("ajar", .memper, .i, "mempelajari"),
    ("kerja", .ber, .none, "bekerja"), ("kerja", .memper, .kan, "mempekerjakan"), ("rasa", .ter, .none, "terasa"),
    ("percaya", .ter, .none, "tepercaya"), ("rebut", .memper, .kan, "memperebutkan"), ("tani", .pe, .none, "petani"),
    ("henti", .member, .kan, "memberhentikan"), ("libat", .keter, .an, "keterlibatan"),
    ("hasil", .keber, .an, "keberhasilan"), ("tahu", .meN, .i, "mengetahui"), ("tunjuk", .meN, .kan, "menunjukkan"),
    ("punya", .meN, .i, "mempunyai"), ("besar", .se, .none, "sebesar"), ("satu", .pemer, .none, "pemersatu"),
    ("jatuhkan", .meN, .i, "menjatuhkan"), ("jatuhkan", .peN, .an, "penjatuhan"), ("jatuhkan", .di, .kan, "dijatuhkan"),
  ])
  func inflected(_ stem: String, _ prefix: Prefix, _ suffix: Suffix, _ form: String) {
    #expect(Morphology.inflect(stem, Inflection(prefix: prefix, suffix: suffix)) == form)
  }

  @Test func whatDoesNotExist() {
    #expect(Morphology.inflect("cari", Inflection(prefix: .peN, suffix: .kan)) == nil)
    #expect(Morphology.inflect("beri", Inflection(prefix: .meN, suffix: .i)) == nil)
    #expect(Morphology.inflect("jatuhkan", Inflection(prefix: .ke, suffix: .an)) == nil)
    #expect(Morphology.inflect("", .bare) == nil)
  }

  @Test func spellingsAgainstTheNormAreMatchedToo() {
    #expect(forms("konsumsi").isSuperset(of: ["mengonsumsi", "mengkonsumsi", "pengonsumsi", "pengkonsumsi"]))
    #expect(forms("pengaruh").isSuperset(of: ["memengaruhi", "mempengaruhi"]))
    #expect(forms("sukses").isSuperset(of: ["menyukseskan", "mensukseskan"]))
    #expect(forms("bom").isSuperset(of: ["mengebom", "membom", "pengeboman", "pemboman"]))
    #expect(forms("percaya").isSuperset(of: ["tepercaya", "terpercaya"]))
    #expect(forms("ubah").isSuperset(of: ["mengubah", "merubah", "dirubah", "perubahan"]))
  }

  @Test(arguments: [
    ("angkat", "berangkat"), ("reka", "mereka"), ("api", "terapi"), ("turut", "menurut"), ("sebut", "tersebut"),
    ("tua", "ketua"), ("luar", "keluar"), ("tip", "kutip"), ("cara", "secara"), ("perintah", "pemerintah"),
  ])
  func otherWordsAreNot(_ stem: String, _ word: String) { #expect(!forms(stem).contains(word)) }

  @Test func patternsRestrict() {
    let active = Morphology.forms(of: "kuat", family: .meN).map(\.form)
    #expect(active.contains("memperkuat") && active.contains("menguatkan") && !active.contains("diperkuat"))
    let benefactive = Morphology.forms(of: "serah", family: nil, suffix: .kan).map(\.form)
    #expect(benefactive.contains("menyerahkan") && !benefactive.contains("menyerah"))
  }

  @Test func everyFormOnce() {
    for stem in ["lari", "rawat", "main", "tulis", "ajar", "kerja"] {
      let all = Morphology.forms(of: stem).map(\.form)
      #expect(all.count == Set(all).count)
      #expect(all.first == stem)
    }
  }
}
