package import SuntingCore

/// The checks that rule files may name under `check:`.
package enum IndonesianChecks {
  package static let all: [String: any Check.Type] = [
    "joined-words": JoinedWords.self,
    "unknown-derived-word": UnknownDerivedWord.self,
    "unknown-word": UnknownWord.self,
  ]
}
