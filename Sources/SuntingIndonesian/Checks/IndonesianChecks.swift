package import SuntingCore

/// The checks that rule files may name under `check:`.
package enum IndonesianChecks {
  package static let all: [String: any Check.Type] = [
    "abbreviation-clitic": AbbreviationClitic.self,
    "broken-reduplication": BrokenReduplication.self,
    "dash-in-reduplication": DashInReduplication.self,
    "detached-clitic": DetachedClitic.self,
    "detached-prefix": DetachedPrefix.self,
    "joined-words": JoinedWords.self,
    "missing-reduplication-hyphen": MissingReduplicationHyphen.self,
    "unknown-derived-word": UnknownDerivedWord.self,
    "unknown-word": UnknownWord.self,
  ]
}
