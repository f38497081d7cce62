internal import SuntingCore

/// What an unknown word may have been meant to be, best first.
///
/// One slip away, and a word of everyday news: a misspelling of a rare word is far less likely than a rare word. The
/// cost is bounded: some fifty candidates per letter, each a look into a set; only when none is common is the
/// dictionary asked.
struct Suggestions {
  private static let limit = 3
  /// People do not mistake the first letter, and a word that differs there is another word (`genteng`, `benteng`).
  private static let highestCost = 5
  /// Longer words are addresses, chains of compounds or rubbish.
  private static let longestWord = 32

  private let lexicon: IndonesianLexicon

  init(_ lexicon: IndonesianLexicon) { self.lexicon = lexicon }

  func words(for word: String) -> [String] {
    guard word.utf8.count <= Self.longestWord else { return [] }
    let common = common(for: word)
    if !common.isEmpty { return common }
    return best(word, where: { _ in true }) { lexicon.knowsIndonesian($0) && !lexicon.words.isTolerated($0) }
  }

  /// Common words and their clitic forms only.
  func common(for word: String) -> [String] {
    guard word.utf8.count <= Self.longestWord else { return [] }
    if let known = lexicon.meanings[word] { return known }
    let found = findCommon(for: word)
    lexicon.meanings[word] = found
    return found
  }

  private func findCommon(for word: String) -> [String] {
    if let doubled = doubled(word) { return [doubled] }
    let whole = best(word, where: lexicon.words.isCommon) { !isOtherEnding(of: word, $0) }
    if !whole.isEmpty { return whole }
    for clitic in ["nya", "lah", "kah", "pun", "ku", "mu"] where word.hasSuffix(clitic) {
      let host = String(word.dropLast(clitic.count))
      guard host.utf8.count >= 4, !lexicon.explainsInIndonesian(host) else { continue }
      let found = best(host, where: lexicon.words.isCommon) { _ in true }.map { $0 + clitic }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Loans come in families that differ in the last letter (`inklusi`, `inklusif`; `metodologi`, `metodologis`): that
  /// is no slip.
  private func isOtherEnding(of word: String, _ candidate: String) -> Bool {
    guard LoanShape.fits(word) else { return false }
    let stem = word.dropLast()
    return stem == candidate || word == candidate.dropLast() || stem == candidate.dropLast()
  }

  /// `masingmasing`, `ketentuanketentuannya`: a reduplication whose hyphen is lost.
  private func doubled(_ word: String) -> String? {
    for clitic in ["", "nya", "ku", "mu"] where word.hasSuffix(clitic) {
      let both = word.dropLast(clitic.count)
      let half = both.utf8.count / 2
      guard half >= 3, both.utf8.count % 2 == 0, both.utf8.prefix(half).elementsEqual(both.utf8.suffix(half)) else {
        continue
      }
      let first = String(both.prefix(half))
      if lexicon.explainsInIndonesian(first) { return "\(first)-\(first)\(clitic)" }
    }
    return nil
  }

  /// - Parameters:
  ///   - mayBeGood: asked with the hash of each candidate, before it is spelled out.
  ///   - isGood: asked with the candidates that are left.
  private func best(
    _ word: String, where mayBeGood: (UInt64) -> Bool, _ isGood: (String) -> Bool
  ) -> [String] {
    var costs: [String: Int] = [:]
    Edits(word).forEach { bytes, cost in
      guard cost <= Self.highestCost, mayBeGood(WordHash.hash(bytes)) else { return }
      let candidate = String(decoding: bytes, as: UTF8.self)
      guard costs[candidate, default: .max] > cost, isGood(candidate) else { return }
      costs[candidate] = cost
    }
    return costs.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(Self.limit).map(\.key)
  }
}
