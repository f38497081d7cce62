package import SuntingCore

/// What the project knows about lower-case words: its own list, the Indonesian and the English Hunspell dictionary, and
/// Indonesian word formation on top of all three.
///
/// One per worker: the handles and the cache are neither shared nor locked. A dictionary is loaded when the first word
/// comes up that nothing else explains.
package final class IndonesianLexicon: Lexicon {
  /// How a word is explained.
  package enum Explanation: Hashable, Sendable {
    /// It stands in a list or in the Indonesian dictionary, which knows many derivations itself.
    case indonesian
    /// It is a regular derivation of an Indonesian stem.
    case derived(stem: String)
    /// It is an English word, or an Indonesian derivation of one.
    case english(stem: String)
    case unknown

    package var standing: WordStanding {
      switch self {
      case .indonesian, .derived: .indonesian
      case .english: .english
      case .unknown: .unknown
      }
    }
  }

  /// Whether the Indonesian dictionary is installed; rules that need the lexicon do not run without it.
  package var isAvailable: Bool { indonesianFiles != nil }

  package let words: LexiconWords
  private let indonesianFiles: DictionaryFiles?
  private let englishFiles: DictionaryFiles?
  private lazy var indonesian = LoadedDictionary(indonesianFiles)
  private lazy var english = LoadedDictionary(englishFiles)
  private var explanations = BoundedCache<Explanation>(limit: 1 << 14)
  private var stems = BoundedCache<Bool>(limit: 1 << 14)

  package init(words: LexiconWords, directories: [String] = DictionaryFiles.searchPath) {
    self.words = words
    indonesianFiles = .indonesian(in: directories)
    englishFiles = .english(in: directories)
  }

  package func explains(_ word: String) -> Bool { explanation(of: word) != .unknown }

  package func standing(of word: String) -> WordStanding { explanation(of: word).standing }

  package func explanation(of word: String) -> Explanation {
    if words.contains(word) { return .indonesian }
    if let known = explanations[word] { return known }
    let explanation = findExplanation(of: word)
    explanations[word] = explanation
    return explanation
  }

  package func suggestions(for word: String) -> [String] { Suggestions(self).words(for: word) }

  /// A stem that stands in a list or in the Indonesian dictionary as it is.
  package func knowsIndonesian(_ stem: String) -> Bool {
    if words.contains(stem) { return true }
    if let known = stems[stem] { return known }
    let isKnown = indonesian.knows(stem) || indonesian.knows(Self.capitalized(stem))
    stems[stem] = isKnown
    return isKnown
  }

  /// The word as written, or without its clitic, stands in the dictionary, which licenses many derivations by itself.
  func knowsWhole(_ word: String) -> Bool {
    if knowsIndonesian(word) { return true }
    return Clitic.spellings.contains { word.hasSuffix($0) && knowsIndonesian(String(word.dropLast($0.count))) }
  }

  /// An English word or, since the word stands in lower case, an English name that lost its capital.
  package func knowsEnglish(_ word: String) -> Bool {
    knowsEnglishWord(word) || english.knows(Self.capitalized(word))
  }

  func knowsEnglishWord(_ word: String) -> Bool { english.knows(word) }

  /// Own derivation before the dictionary's: trying bare stems there is a hundred times cheaper than its affixes.
  private func findExplanation(of word: String) -> Explanation {
    var derived: String?
    Morphology.analyze(word) { analysis in
      guard Self.isPlausible(analysis), knowsIndonesian(analysis.stem) else { return true }
      derived = analysis.stem
      return false
    }
    if let derived { return derived == word ? .indonesian : .derived(stem: derived) }
    if haveStandings(word, { $0 == .indonesian }) { return .derived(stem: word) }
    if let stem = compoundStem(of: word) { return .derived(stem: stem) }
    if let stem = englishStem(of: word) { return .english(stem: stem) }
    if haveStandings(word, { $0 != .unknown }) { return .english(stem: word) }
    return .unknown
  }

  /// `sosial-ekonomi`, `anak-cucu`: every part is a word of its own.
  private func haveStandings(_ word: String, _ isGood: (WordStanding) -> Bool) -> Bool {
    guard word.utf8.contains(UInt8(ascii: "-")) else { return false }
    return word.split(separator: "-").allSatisfy { isGood(standing(of: String($0))) }
  }

  /// A compound that affixes on both sides have welded (EYD V, II.B.4): `menindaklanjuti`, `pertanggungjawaban`.
  /// Both halves must be in current use: the dictionary's rare short roots would split almost any string.
  private func compoundStem(of word: String) -> String? {
    var found: String?
    Morphology.analyze(word) { analysis in
      guard analysis.isCircumfixed else { return true }
      let isCompound = Compounds.splits(of: analysis.stem).contains { first, second in
        isCurrentStem(first) && isCurrentStem(second)
      }
      if isCompound { found = analysis.stem }
      return !isCompound
    }
    return found
  }

  /// In current use itself, or the derivation of a root that is (`ikut` + `serta`, `salah` + `paham`).
  private func isCurrentStem(_ stem: String) -> Bool { words.isCurrent(stem) || words.tolerated.contains(stem) }

  private func englishStem(of word: String) -> String? {
    var found: String?
    Morphology.analyze(word) { analysis in
      let isKnown =
        analysis.isBare || analysis.isHyphenated
        ? knowsEnglish(analysis.stem) : analysis.stem.utf8.count >= 4 && knowsEnglishWord(analysis.stem)
      guard isKnown else { return true }
      found = analysis.stem
      return false
    }
    return found
  }

  /// Three letters are a stem only where a list of roots would hold them too: with affixes on both sides, or bare.
  private static func isPlausible(_ analysis: Analysis) -> Bool {
    analysis.stem.utf8.count >= 3 || analysis.isBare || analysis.isHyphenated || analysis.isReduplicated
  }

  static func capitalized(_ word: String) -> String {
    guard let first = word.first else { return word }
    return first.uppercased() + word.dropFirst()
  }
}
