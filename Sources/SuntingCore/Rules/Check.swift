/// What a check may read.
package final class CheckContext {
  package let document: Document
  package let tables: RuleTables
  /// One per block: furniture, which only `residue` rules look at.
  package let isFurniture: [Bool]
  /// nil where no dictionary is installed.
  package let lexicon: (any Lexicon)?
  /// Blocks that are prose, with their numbers.
  package let proseBlocks: [(number: Int, block: Block)]
  /// What of them checks look for.
  package let index: TokenIndex
  /// The bit of the check's own trigger words.
  package internal(set) var trigger = WordTraits(bits: 0)

  init(document: Document, tables: RuleTables, isFurniture: [Bool], lexicon: (any Lexicon)?, listed: WordTraits) {
    self.document = document
    self.tables = tables
    self.isFurniture = isFurniture
    self.lexicon = lexicon
    proseBlocks = document.blocks.enumerated().filter { !isFurniture[$0.offset] }.map { ($0.offset, $0.element) }
    index = TokenIndex(
      document, proseBlocks, listed: listed, isSuspect: lexicon.map { lexicon in { lexicon.isSuspect($0) } })
  }

  /// What is known of a token's spelling.
  package func traits(of token: Int) -> WordTraits { document.traits(of: token) }

  /// Tokens that are words the check waits for, unless these are common.
  package var triggers: [Int] { index.triggers.filter { traits(of: $0).contains(trigger) } }

  /// The prose block behind this one.
  package func proseBlock(behind block: Block) -> Block? {
    var low = 0
    var high = proseBlocks.count
    while low < high {
      let middle = (low + high) / 2
      if proseBlocks[middle].block.range.start <= block.range.start { low = middle + 1 } else { high = middle }
    }
    return low < proseBlocks.count ? proseBlocks[low].block : nil
  }

  /// The block that holds the token.
  package func block(of token: Int) -> Block { document.blocks[document.block(of: token)] }

  /// Calls `body` for each prose block that holds some of the tokens.
  package func forEachBlock(holding tokens: [Int], _ body: (_ block: Block, _ tokens: ArraySlice<Int>) -> Void) {
    var first = 0
    while first < tokens.count {
      let block = block(of: tokens[first])
      var end = first + 1
      while end < tokens.count, tokens[end] < block.tokens.upperBound { end += 1 }
      body(block, tokens[first..<end])
      first = end
    }
  }
}

/// A rule as an algorithm. It reads the document and reports; it keeps nothing.
package protocol Check: Sendable {
  /// - Throws: a sentence that says which option is wrong and what it may be.
  init(options: CheckOptions) throws(CheckOptionError)
  /// Whether the check asks the dictionaries; without them it is reported as not run.
  static var needsLexicon: Bool { get }
  /// Words without one of which in the article the check has nothing to find; nil where no word tells.
  var triggerWords: [String]? { get }
  /// Whether these are common words; then their places are not listed.
  static var triggersAreCommon: Bool { get }
  func run(_ context: CheckContext, report: (Finding) -> Void)
}

extension Check {
  package static var needsLexicon: Bool { false }
  package var triggerWords: [String]? { nil }
  package static var triggersAreCommon: Bool { false }
}

package struct CheckOptionError: Error, Sendable {
  package let message: String
  package init(message: String) { self.message = message }
}

/// Words that the dictionaries know.
package protocol Lexicon: AnyObject {
  func standing(of word: String) -> WordStanding
  /// Whether a small word of the letters a–z needs a closer look.
  func isSuspect(_ word: String) -> Bool
  /// Words that may have been meant, best first.
  func suggestions(for word: String) -> [String]
}

package enum WordStanding: Sendable, Hashable { case indonesian, english, unknown }
