import SuntingIndonesian
import Testing

@Suite struct SpeedTests {
  @Test func formsOfAThousandStems() {
    let stems = ["cari", "tulis", "pukul", "sapu", "kirim", "produksi", "serah", "jatuh", "kerja", "tanggung"]
    var count = 0
    let time = ContinuousClock().measure {
      for _ in 0..<100 { for stem in stems { count += Morphology.forms(of: stem).count } }
    }
    print("forms:", count, time)
    #expect(count > 10_000)
  }

  @Test func analysesOfAThousandWords() {
    let words = [
      "mempertanggungjawabkannya", "pencarian", "rumah", "ketidakadilan", "menyeimbangkan", "kata-kata", "dan",
      "presiden", "bersama", "diberitakan",
    ]
    var count = 0
    let time = ContinuousClock().measure {
      for _ in 0..<100 {
        for word in words {
          Morphology.analyze(word) { _ in
            count += 1
            return true
          }
        }
      }
    }
    print("analyses:", count, time)
    #expect(count > 1000)
  }
}
