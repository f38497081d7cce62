/// All rules, compiled once into flat arrays that every task shares. Built by `RuleTableBuilder`, stored in the
/// binary as a pack, never changed.
package struct RuleTables: Sendable {
  /// What a person is told about a rule, and how it behaves.
  package struct Rule: Sendable {
    package enum Kind: UInt32, Sendable { case phrases, words, blocks, check }
    package let id: String
    package let kind: Kind
    package let severity: Severity
    package let mqm: String
    package let isDefault: Bool
    package let message: Bilingual
    package let why: Bilingual
    package let fix: FixSafety
    package let fixReason: Bilingual
    package let skip: SkippedPlaces
    /// Patterns whose matches hide those of the rule: a range of `patterns`.
    package let except: Range<Int>
    package let checkName: String
    package let options: CheckOptions
    /// How many patterns, words or lines it has.
    package let entryCount: Int

    package var family: String { String(id.prefix { $0 != "/" }) }
  }

  package struct PatternRecord: Sendable {
    package let rule: UInt32
    package let code: UInt32
    package let replacement: UInt32
    package let english: UInt32
    package let fix: FixSafety
    package let firstCondition: UInt32
    package let conditionCount: UInt32
    package let furniture: FurnitureKind
  }

  package struct Condition: Sendable {
    package enum Kind: UInt32, Sendable { case has, lacks, heading, notHeading, quoted, notQuoted, caption }
    package let kind: Kind
    package let scope: Pattern.Scope
    package let code: UInt32
  }

  /// Where a pattern is tried: at a word, so many tokens behind the pattern's start; and what must stand beside the
  /// word for the try to be worth it.
  package struct Anchor: Sendable {
    package enum Neighbour: UInt8, Sendable { case none, nextWord, nextClass, previousWord, previousClass }
    package let pattern: UInt32
    package let least: UInt16
    package let most: UInt16
    package var neighbour: Neighbour = .none
    package var wanted: UInt32 = 0
  }

  package struct SetMember: Sendable {
    package let set: UInt32
    package let firstRest: UInt32
    package let restCount: UInt16
    package let needsCapital: Bool
  }

  package var rules: [Rule] = []
  package var wordHashes: [UInt64] = []
  package var vocabulary = Vocabulary(hashes: [])
  /// For each word that ends in a clitic and whose rest is listed too (`membuatnya`): that word, plus one; else 0.
  package var bases: [UInt32] = []
  /// For each word: its classes (`@cari`, `(a|b)`), sorted.
  package var classStarts: [UInt32] = [0]
  package var classes: [UInt32] = []
  /// For each word: the patterns anchored at it.
  package var anchorStarts: [UInt32] = [0]
  package var anchors: [Anchor] = []
  /// For patterns without a literal: those anchored at a kind of token.
  package var kindAnchors: [TokenClass: [Anchor]] = [:]
  /// For each word: the members of named sets that begin with it.
  package var memberStarts: [UInt32] = [0]
  package var members: [SetMember] = []
  package var memberWords: [UInt32] = []
  package var patterns: [PatternRecord] = []
  package var conditions: [Condition] = []
  package var code: [UInt32] = []
  /// Replacements, sources in English, words to be matched to the letter.
  package var texts = TextTable()
  package var setNames: [String] = []

  package static let functionWordClass: UInt32 = 0
  package static let foreignFunctionWordClass: UInt32 = 1

  package init() {}

  package func hasClass(_ word: WordID, _ wanted: UInt32) -> Bool {
    guard word.isListed, Int(word.raw) + 1 < classStarts.count else { return false }
    return classes[Int(classStarts[Int(word.raw)])..<Int(classStarts[Int(word.raw) + 1])].contains(wanted)
  }

  /// Whether the pattern names the word itself, not only its stem or the word without its clitic.
  func spellsOut(_ word: WordID, in pattern: Int) -> Bool {
    var pc = Int(patterns[pattern].code)
    while let operation = Operation(rawValue: code[pc] & 0xFF), operation != .accept {
      if operation == .word, code[pc] >> 8 == word.raw { return true }
      pc += operation.length
    }
    return false
  }

  /// How many patterns are anchored at the word.
  package func anchorCount(at word: WordID) -> Int {
    Int(anchorStarts[Int(word.raw) + 1] - anchorStarts[Int(word.raw)])
  }

  package func rule(_ id: String) -> Int? { rules.firstIndex { $0.id == id } }
}

/// The instructions that patterns are compiled to: the operation in the low byte, its operand above.
enum Operation: UInt32 {
  /// operand: word; next: case | clitic << 8, then the exact text (or 0)
  case word
  /// operand: class; next: 1 when the token must carry no clitic of its own
  case wordClass
  case kind
  case set
  /// operand: address to try when what follows fails
  case split
  case jump
  case captureStart
  case captureEnd
  /// operand: up to so many words
  case gap
  /// operand: length of the program that must not match here
  case notNext
  case notBefore
  case edge
  case same
  /// operand: capture; next: text that replaces what the alternative matched
  case target
  /// operand: number of the stem; marks the next token as its form
  case stem
  case spanStart
  case spanEnd
  /// must follow the token before without space
  case glued
  case accept

  /// How many numbers the instruction takes.
  var length: Int {
    switch self {
    case .word: 3
    case .wordClass, .notBefore, .target, .stem: 2
    default: 1
    }
  }

  static func code(_ operation: Operation, _ operand: Int = 0) -> UInt32 {
    operation.rawValue | UInt32(operand) << 8
  }
}
