package import SuntingCore

/// How a word is explained.
package enum WordExplanation: Hashable, Sendable {
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
