import SuntingIndonesian
import Testing

/// Strings made of affix fragments reach every branch of the analysis with every length; none may trap.
@Suite struct FuzzTests {
  private static let fragments = [
    "me", "mem", "men", "meng", "menge", "meny", "pe", "pem", "peng", "penge", "peny", "per", "pel", "ber", "bel", "be",
    "ter", "te", "di", "ke", "ku", "kau", "se", "tidak", "tak", "anti", "antar", "kan", "an", "i", "nya", "lah", "-",
    "a", "e", "r", "l", "k", "p", "t", "s", "ng", "ajar", "bom", "kerja", "é", "1", "AC", " ",
  ]

  @Test func nothingTraps() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var readings = 0
    for _ in 0..<20_000 {
      let word = (0..<next(7)).map { _ in Self.fragments[next(Self.fragments.count)] }.joined()
      Morphology.analyze(word) { _ in
        readings += 1
        return true
      }
      for inflection in [
        Inflection.bare, Inflection(prefix: .meN, suffix: .kan), Inflection(prefix: .peN, suffix: .an),
      ] {
        _ = Morphology.inflect(word, inflection)
      }
    }
    #expect(readings > 20_000)
  }

  @Test func longWordsStayCheap() {
    let word = String(repeating: "memperberketer", count: 500)
    var readings = 0
    Morphology.analyze(word) { _ in
      readings += 1
      return true
    }
    #expect(readings < 10_000)
  }
}
