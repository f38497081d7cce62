/// A phrase as rules write it: see “The pattern notation” in CONTRIBUTING.md.
package struct Pattern: Sendable {
  package indirect enum Node: Sendable {
    /// A word as written; `hasClitic` for `kata~`.
    case word(String, case: WordCase, hasClitic: Bool)
    /// `@cari`, `@meN-cari`, `@serah-kan`.
    case stem(String, prefix: String?, suffix: String?)
    case kind(TokenClass)
    case set(String)
    case choice([Alternative])
    case optional(Node)
    /// Up to so many words.
    case gap(Int)
    /// `[ ]`: must stand there, is not part of the finding.
    case context([Node])
    case not(Node)
    case edge(Edge)
    /// The same words as the numbered capture.
    case same(Int)
  }

  package struct Alternative: Sendable {
    package let nodes: [Node]
    /// What the alternative becomes in the replacement, for `a=>b`.
    package let target: String?
  }

  package enum WordCase: UInt32, Sendable {
    /// Written in lower case: lower case, or the capital that its place demands.
    case lower
    /// Written with a capital: must have one.
    case capital
    /// Letter case does not matter.
    case any
    /// `=kata`: to the letter.
    case exact
  }

  package enum Edge: UInt32, Sendable { case blockStart, blockEnd, sentenceStart, sentenceEnd }

  package enum Scope: UInt32, Sendable { case sentence, block, article }

  package enum Condition: Sendable {
    case has(Scope, [Node])
    case lacks(Scope, [Node])
    case heading(Bool)
    case quoted(Bool)
    case caption
  }

  package let source: String
  package let nodes: [Node]
  package let conditions: [Condition]

  package init(source: String, nodes: [Node], conditions: [Condition]) {
    self.source = source
    self.nodes = nodes
    self.conditions = conditions
  }
}

/// Kinds of token a pattern can ask for in angle brackets.
package enum TokenClass: UInt32, Sendable, CaseIterable {
  case number, year, ordinal, word, lower, name, names, upper, meN, di, ber, ter, duplicate, singleQuote, doubleQuote,
    dash, mark, rest

  package static let byName: [String: TokenClass] = [
    "num": .number, "year": .year, "ordinal": .ordinal, "word": .word, "lower": .lower, "Name": .name,
    "Names": .names, "NAME": .upper, "meN": .meN, "di": .di, "ber": .ber, "ter": .ter, "dup": .duplicate,
  ]
}

/// What is wrong with a pattern, and where: an offset in characters from its start.
package struct PatternError: Error, Sendable, Equatable {
  package let message: String
  package let offset: Int
}
