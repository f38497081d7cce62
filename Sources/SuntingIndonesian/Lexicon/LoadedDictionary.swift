/// A dictionary that is read when the first word is looked up, and that knows nothing where none is installed.
final class LoadedDictionary {
  private let hunspell: Hunspell?

  init(_ files: DictionaryFiles?) {
    hunspell = if let files { Hunspell(files) } else { nil }
  }

  func knows(_ word: String) -> Bool {
    switch hunspell {
    case .none: false
    case .some(let hunspell): hunspell.knows(word)
    }
  }
}
