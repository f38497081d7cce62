package import SuntingCore

/// What the project knows about lower-case words: its own lists, the Indonesian and the English Hunspell dictionary,
/// and Indonesian word formation on top of all three.
///
/// One per worker: the handles and the caches are neither shared nor locked. A dictionary is loaded when the first word
/// comes up that nothing cheaper explains; most articles never need the English one.
package final class IndonesianLexicon: Lexicon {
  /// Whether the Indonesian dictionary is installed; rules that need the lexicon do not run without it.
  package var isAvailable: Bool { indonesianFiles != nil }

  package let words: LexiconWords
  private let indonesianFiles: DictionaryFiles?
  private let englishFiles: DictionaryFiles?
  private lazy var indonesian = LoadedDictionary(indonesianFiles)
  private lazy var english = LoadedDictionary(englishFiles)
  private var explanations = BoundedCache<WordExplanation>(limit: 1 << 14)
  private var stems = BoundedCache<Bool>(limit: 1 << 14)
  /// What `Suggestions` found.
  var meanings = BoundedCache<[String]>(limit: 1 << 14)

  package init(words: LexiconWords, directories: [String] = DictionaryFiles.searchPath) {
    self.words = words
    indonesianFiles = .indonesian(in: directories)
    englishFiles = .english(in: directories)
  }

  package func standing(of word: String) -> WordStanding { explanation(of: word).standing }

  /// Not explained without the English dictionary, or derived from a root that nobody uses any more.
  package func isSuspect(_ word: String) -> Bool {
    !explainsInIndonesian(word) || Derivations(self).fault(in: word) != nil || AffixRepair(self).word(for: word) != nil
  }

  package func suggestions(for word: String) -> [String] { Suggestions(self).words(for: word) }

  package func explains(_ word: String) -> Bool { explanation(of: word) != .unknown }

  package func explanation(of word: String) -> WordExplanation {
    let indonesian = indonesianExplanation(of: word)
    guard indonesian == .unknown else { return indonesian }
    if let stem = englishStem(of: word) { return .english(stem: stem) }
    if isChain(word, of: { explains($0) }) { return .english(stem: word) }
    return .unknown
  }

  /// Without asking the English dictionary.
  package func explainsInIndonesian(_ word: String) -> Bool { indonesianExplanation(of: word) != .unknown }

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

  private func indonesianExplanation(of word: String) -> WordExplanation {
    if words.contains(word) { return .indonesian }
    if let known = explanations[word] { return known }
    let found = findIndonesianExplanation(of: word)
    explanations[word] = found
    return found
  }

  /// The lists first, with every stem the word may have; then the dictionary, the whole word before its stems; then
  /// compounds. Each step costs more and says less.
  private func findIndonesianExplanation(of word: String) -> WordExplanation {
    if let stem = stem(of: word, where: { words.contains($0) }) { return .derived(stem: stem) }
    if let stem = stem(of: word, where: { knowsIndonesian($0) }) {
      return stem == word ? .indonesian : .derived(stem: stem)
    }
    if isChain(word, of: { explainsInIndonesian($0) }) { return .derived(stem: word) }
    if let stem = compoundStem(of: word) { return .derived(stem: stem) }
    return .unknown
  }

  private func stem(of word: String, where isKnown: (String) -> Bool) -> String? {
    var found: String?
    Morphology.analyze(word) { analysis in
      // Two letters are a stem only where nothing else could be meant.
      let isPlausible =
        analysis.stem.utf8.count >= 3 || analysis.isBare || analysis.isHyphenated || analysis.isReduplicated
      guard isPlausible, isKnown(analysis.stem) else { return true }
      found = analysis.stem
      return false
    }
    return found
  }

  /// `sosial-ekonomi`, `anak-cucu`: every part is a word of its own.
  private func isChain(_ word: String, of isWord: (String) -> Bool) -> Bool {
    guard word.utf8.contains(UInt8(ascii: "-")) else { return false }
    let parts = word.split(separator: "-")
    return !parts.isEmpty && parts.allSatisfy { isWord(String($0)) }
  }

  /// A compound that affixes on both sides have welded (EYD V, II.B.4): `menindaklanjuti`, `pertanggungjawaban`.
  /// Both halves must be in current use: the dictionary's rare short roots would split almost any string.
  private func compoundStem(of word: String) -> String? {
    var found: String?
    Morphology.analyze(word) { analysis in
      guard analysis.isCircumfixed else { return true }
      let isCompound = Compounds.splits(of: analysis.stem).contains { first, second in
        words.contains(first) && words.contains(second)
      }
      if isCompound { found = analysis.stem }
      return !isCompound
    }
    return found
  }

  private func englishStem(of word: String) -> String? {
    var found: String?
    Morphology.analyze(word) { analysis in
      // The English dictionary takes any two words with a hyphen for one.
      // And a nonce loan keeps its first letter: `mengunakan` is a slip, not meN- and kuna.
      guard !analysis.stem.utf8.contains(UInt8(ascii: "-")), word.contains(analysis.stem) else { return true }
      let isKnown =
        analysis.isBare || analysis.isHyphenated
        ? knowsEnglish(analysis.stem) : analysis.stem.utf8.count >= 4 && knowsEnglishWord(analysis.stem)
      guard isKnown else { return true }
      found = analysis.stem
      return false
    }
    return found
  }

  static func capitalized(_ word: String) -> String {
    guard let first = word.first else { return word }
    return first.uppercased() + word.dropFirst()
  }
}
