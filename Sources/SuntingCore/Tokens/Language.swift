/// Everything the core needs to know about one language. A value, not a subclass: `Language.indonesian` is a constant.
package struct Language: Sendable {
  package let code: String
  /// ICU's name for the break rules.
  package let locale: String
  /// Lower-case abbreviations, without their final stop, that do not end a sentence.
  package let abbreviations: Set<String>
  /// Endings that stand behind a word without changing what it means, longest first.
  package let clitics: [[UInt8]]
  /// Frequent words of the language and of English, to tell what a text is written in.
  package let functionWords: Set<String>
  package let foreignFunctionWords: Set<String>
  /// Whether a word, in small letters, looks like no word of the language.
  package let looksForeign: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
  /// The stem `replacement` in the inflection that `word` is of `stem`; nil when it has none.
  package let inflect: @Sendable (_ replacement: String, _ stem: String, _ word: String) -> String?

  package init(
    code: String, locale: String, abbreviations: Set<String>, clitics: [String], functionWords: Set<String>,
    foreignFunctionWords: Set<String>,
    looksForeign: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool = { _ in false },
    inflect: @escaping @Sendable (String, String, String) -> String?
  ) {
    self.code = code
    self.locale = locale
    self.abbreviations = abbreviations
    self.clitics = clitics.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    self.functionWords = functionWords
    self.foreignFunctionWords = foreignFunctionWords
    self.looksForeign = looksForeign
    self.inflect = inflect
  }

  /// The clitic a token ends in, with its hyphen if it has one; empty when there is none.
  package func clitic(of word: String) -> String {
    let bytes = Array(word.lowercased().utf8)
    for clitic in clitics where bytes.count > clitic.count && bytes.suffix(clitic.count).elementsEqual(clitic) {
      let isHyphenated = bytes[bytes.count - clitic.count - 1] == 0x2D
      return String(decoding: word.utf8.suffix(clitic.count + (isHyphenated ? 1 : 0)), as: UTF8.self)
    }
    return ""
  }
}
