import SuntingIndonesian
import Testing

/// One lexicon per thread is safe: the dictionaries share a global inside libhunspell while they are opened.
@Suite struct ConcurrencyTests {
  @Test func manyLexiconsAtOnce() async {
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<12 {
        group.addTask {
          let lexicon = IndonesianLexicon(words: LexiconWords())
          return ["rumah", "briefing", "xyzzyqq", "mempertanyakan"].filter { lexicon.explains($0) }.count
        }
      }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(counts.count == 1)
  }
}
