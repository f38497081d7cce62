import SuntingIndonesian
import Testing

@Suite struct AnalysisTests {
  @Test(arguments: [
    ("menulis", "tulis"), ("memukul", "pukul"), ("menyapu", "sapu"), ("mengirim", "kirim"), ("membaca", "baca"),
    ("memasak", "masak"), ("menikah", "nikah"), ("menyanyi", "nyanyi"), ("menganga", "nganga"), ("mengambil", "ambil"),
    ("mengebom", "bom"), ("pengesahannya", "sah"), ("mempertanyakan", "tanya"), ("mengesampingkan", "samping"),
    ("mengemukakan", "muka"), ("ketidakadilan", "adil"), ("ketidakbangkaran", "bangkar"), ("ketakberdayaan", "daya"),
    ("keterlibatannya", "libat"), ("keberpihakan", "pihak"), ("pemberdayaan", "daya"), ("pemersatu", "satu"),
    ("mempelajari", "ajar"), ("pembelajaran", "ajar"), ("bekerja", "kerja"), ("mempekerjakan", "kerja"),
    ("tepercaya", "percaya"), ("berkesinambungan", "sinambung"), ("menyeimbangkan", "imbang"), ("leluhur", "luhur"),
    ("pepohonan", "pohon"), ("antarnegara", "negara"), ("pascaperang", "perang"), ("sebaiknya", "baik"),
    ("pemrosesan", "proses"), ("mengkonsumsi", "konsumsi"), ("mensukseskan", "sukses"), ("diberhentikannya", "henti"),
    ("menindaklanjuti", "tindaklanjut"), ("pertanggungjawaban", "tanggungjawab"), ("keikutsertaan", "ikutserta"),
    ("bacalah", "baca"), ("rumahnyalah", "rumah"), ("seperjuangan", "juang"), ("ketidakkonsistenan", "konsisten"),
    ("perekonomian", "ekonomi"), ("kepemimpinan", "pimpin"), ("berpendidikan", "didik"), ("kubaca", "baca"),
    ("kaubaca", "baca"), ("keseratus", "ratus"), ("terselesaikan", "selesai"),
  ])
  func stemIsAmongTheReadings(_ word: String, _ stem: String) {
    #expect(Morphology.analyses(of: word).contains { $0.stem == stem })
  }

  @Test(arguments: [
    ("kata-kata", "kata"), ("kata-katanya", "kata"), ("buah-buahan", "buah"), ("berlari-lari", "lari"),
    ("memukul-mukul", "pukul"), ("kemerah-merahan", "merah"), ("tolong-menolong", "tolong"), ("seolah-olah", "olah"),
    ("kebijakan-kebijakannya", "bijak"), ("sebaik-baiknya", "baik"), ("pukul-memukul", "pukul"),
  ])
  func reduplication(_ word: String, _ stem: String) {
    #expect(Morphology.analyses(of: word).contains { $0.stem == stem && $0.isReduplicated })
  }

  @Test(arguments: [
    ("di-upload", "upload"), ("men-tweet", "tweet"), ("ber-AC", "AC"), ("PBB-nya", "PBB"),
    ("se-Indonesia", "Indonesia"),
    ("1990-an", "1990"), ("anti-Rusia", "Rusia"), ("mem-PHK-kan", "PHK"), ("ke-20", "20"),
  ])
  func hyphenatedAffixes(_ word: String, _ stem: String) {
    #expect(Morphology.analyses(of: word).contains { $0.stem == stem && $0.isHyphenated })
  }

  @Test func layersAreNamedFromTheOutside() throws {
    let analysis = try #require(Morphology.analyses(of: "mempertemukannya").first { $0.stem == "temu" })
    #expect(Array(analysis.prefixes) == [.meN, .per])
    #expect(analysis.suffix == .kan && analysis.clitic == "nya" && analysis.isCircumfixed)
  }

  @Test func theWholeWordComesFirst() {
    #expect(Morphology.analyses(of: "makan").first?.isBare == true)
    #expect(Morphology.analyses(of: "x").count == 1)
    #expect(!Morphology.analyses(of: "").isEmpty)
    for word in ["-", "--", "a-", "-nya", "me", "pe", "meng", "menge", "peny", "tak", "bel"] {
      #expect(!Morphology.analyses(of: word).isEmpty)
    }
  }

  /// Every form that the generator makes is a form that the analysis undoes.
  @Test(arguments: [
    "cari", "tulis", "pukul", "sapu", "kirim", "produksi", "kritik", "bom", "ajar", "kerja", "rasa", "lihat", "nyanyi",
    "hukum", "ubah", "percaya", "transfer", "stabil", "kaji", "punya",
  ])
  func undoesEveryForm(_ stem: String) {
    for (form, inflection) in Morphology.forms(of: stem) where !form.contains("rubah") {
      #expect(Morphology.analyses(of: form).contains { $0.stem == stem }, "\(form) \(inflection)")
    }
  }
}
