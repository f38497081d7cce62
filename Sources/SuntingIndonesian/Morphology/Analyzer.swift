/// Takes a word without hyphens apart, from the outside in: clitic, suffix, then prefix by prefix.
///
/// The nasal of meN- and peN- leaves one letter's room for the letter it swallowed, so restoring k, p, t, s is writing
/// one byte in place (`menulis`: me·nulis → me·tulis).
struct Analyzer {
  private var letters: [UInt8]
  private var end = 0
  private var suffix = Suffix.none
  private var clitic = ""
  private var isDone = false

  /// The shortest stem that affixes may stand on.
  private static let shortestStem = 3

  init(_ word: String) { letters = Array(word.utf8) }

  mutating func run(_ visit: (Analysis) -> Bool) {
    // The whole word and its suffixes first, then the word without each clitic that fits.
    let whole = letters.count
    runSuffixes(before: whole, visit)
    for ending in Clitic.all where !isDone {
      guard whole - ending.count >= 2, letters.suffix(ending.count).elementsEqual(ending) else { continue }
      clitic = String(decoding: ending, as: UTF8.self)
      runSuffixes(before: whole - ending.count, visit)
    }
  }

  private mutating func runSuffixes(before limit: Int, _ visit: (Analysis) -> Bool) {
    for candidate in Suffix.allCases where !isDone {
      let length = candidate.spelling.utf8.count
      guard limit - length >= Self.shortestStem || length == 0,
        letters[..<limit].suffix(length).elementsEqual(candidate.spelling.utf8)
      else { continue }
      suffix = candidate
      end = limit - length
      strip(0, .empty, visit)
    }
  }

  /// Emits the stem that begins at `start`, and takes the next prefix off.
  private mutating func strip(_ start: Int, _ chain: MorphemeChain, _ visit: (Analysis) -> Bool) {
    emit(start, chain, visit)
    guard !isDone, !chain.isFull, end - start > Self.shortestStem else { return }
    let next = letters[start + 1]
    switch (letters[start], next) {
    case (UInt8(ascii: "m"), UInt8(ascii: "e")) where chain.accepts(.meN):
      nasal(start + 2, chain.appending(.meN), visit)
    case (UInt8(ascii: "p"), UInt8(ascii: "e")):
      if chain.accepts(.peN) { nasal(start + 2, chain.appending(.peN), visit) }
      take(.pe, 2, start, chain, visit)
      r(.per, start, chain, visit)
    case (UInt8(ascii: "b"), UInt8(ascii: "e")): r(.ber, start, chain, visit)
    case (UInt8(ascii: "t"), UInt8(ascii: "e")): r(.ter, start, chain, visit)
    case (UInt8(ascii: "d"), UInt8(ascii: "i")): take(.di, 2, start, chain, visit)
    case (UInt8(ascii: "s"), UInt8(ascii: "e")): take(.se, 2, start, chain, visit)
    case (UInt8(ascii: "k"), UInt8(ascii: "e")): take(.ke, 2, start, chain, visit)
    case (UInt8(ascii: "k"), UInt8(ascii: "u")): take(.ku, 2, start, chain, visit)
    case (UInt8(ascii: "k"), UInt8(ascii: "a")) where letters[start + 2] == UInt8(ascii: "u"):
      take(.kau, 3, start, chain, visit)
    case (UInt8(ascii: "t"), UInt8(ascii: "i")) where matches("tidak", start): take(.negation, 5, start, chain, visit)
    case (UInt8(ascii: "t"), UInt8(ascii: "a")) where matches("tak", start): take(.negation, 3, start, chain, visit)
    default: break
    }
    if next == UInt8(ascii: "e"), end - start >= 6, letters[start] == letters[start + 2] {
      take(.partial, 2, start, chain, visit)
    }
    var lengths: [Int] = []
    BoundForms.lengths(in: letters, at: start, before: end) { lengths.append($0) }
    for length in lengths { take(.bound, length, start, chain, visit) }
  }

  private mutating func take(
    _ morpheme: Morpheme, _ length: Int, _ start: Int, _ chain: MorphemeChain, _ visit: (Analysis) -> Bool
  ) {
    guard !isDone, chain.accepts(morpheme), end - start - length >= Self.shortestStem else { return }
    strip(start + length, chain.appending(morpheme), visit)
  }

  /// ber-, ter-, per-: with their r, without it before r and before a first syllable in -er, with l before `ajar`.
  private mutating func r(
    _ morpheme: Morpheme, _ start: Int, _ chain: MorphemeChain, _ visit: (Analysis) -> Bool
  ) {
    let third = letters[start + 2]
    if third == UInt8(ascii: "r") {
      take(morpheme, 3, start, chain, visit)
      if Spelling.isVowel(letters[start + 3]) { take(morpheme, 2, start, chain, visit) }
    } else if third == UInt8(ascii: "l"), matches("ajar", start + 3) {
      take(morpheme, 3, start, chain, visit)
    } else if morpheme != .per, end - start > 6, letters[start + 3] == UInt8(ascii: "e"),
      letters[start + 4] == UInt8(ascii: "r"), !Spelling.isVowel(letters[start + 5])
    {
      take(morpheme, 2, start, chain, visit)
    }
  }

  /// Undoes the sound change behind `me`/`pe` at `start`.
  private mutating func nasal(_ start: Int, _ chain: MorphemeChain, _ visit: (Analysis) -> Bool) {
    guard end - start >= Self.shortestStem else { return }
    let first = letters[start]
    let second = letters[start + 1]
    switch first {
    case UInt8(ascii: "l"), UInt8(ascii: "r"), UInt8(ascii: "w"), UInt8(ascii: "y"): strip(start, chain, visit)
    case UInt8(ascii: "m"):
      if Spelling.isVowel(second) { strip(start, chain, visit) } else { stripTail(start + 1, chain, visit) }
      if Spelling.isVowel(second) || second == UInt8(ascii: "r") { restore("p", start, chain, visit) }
    case UInt8(ascii: "n") where second == UInt8(ascii: "g"):
      strip(start, chain, visit)
      stripTail(start + 2, chain, visit)
      guard start + 2 < end, Spelling.isVowel(letters[start + 2]) else { return }
      restore("k", start + 1, chain, visit)
      if letters[start + 2] == UInt8(ascii: "e"), end - start - 3 <= 5 { stripTail(start + 3, chain, visit) }
    case UInt8(ascii: "n") where second == UInt8(ascii: "y"):
      strip(start, chain, visit)
      restore("s", start + 1, chain, visit)
    case UInt8(ascii: "n"):
      if Spelling.isVowel(second) {
        strip(start, chain, visit)
        restore("t", start, chain, visit)
      } else {
        stripTail(start + 1, chain, visit)
      }
    default: break
    }
  }

  private mutating func stripTail(_ start: Int, _ chain: MorphemeChain, _ visit: (Analysis) -> Bool) {
    if !isDone, end - start >= Self.shortestStem { strip(start, chain, visit) }
  }

  private mutating func restore(
    _ letter: Unicode.Scalar, _ at: Int, _ chain: MorphemeChain, _ visit: (Analysis) -> Bool
  ) {
    guard !isDone else { return }
    let nasal = letters[at]
    letters[at] = UInt8(ascii: letter)
    strip(at, chain, visit)
    letters[at] = nasal
  }

  private mutating func emit(_ start: Int, _ chain: MorphemeChain, _ visit: (Analysis) -> Bool) {
    guard !isDone, chain.accepts(suffix) else { return }
    var analysis = Analysis(stem: String(decoding: letters[start..<end], as: UTF8.self))
    analysis.prefixes = chain
    analysis.suffix = suffix
    analysis.clitic = clitic
    if !visit(analysis) { isDone = true }
  }

  private func matches(_ text: StaticString, _ start: Int) -> Bool {
    text.utf8CodeUnitCount <= end - start
      && text.withUTF8Buffer { letters[start..<(start + $0.count)].elementsEqual($0) }
  }
}
