/// What a check may read.
package struct CheckContext {
  package let document: Document
  package let tables: RuleTables
  /// One per block: furniture, which only `residue` rules look at.
  package let isFurniture: [Bool]
  /// nil where no dictionary is installed.
  package let lexicon: (any Lexicon)?
  package let skip: SkippedPlaces

  /// Blocks that are prose, with their numbers.
  package var proseBlocks: [(number: Int, block: Block)] {
    document.blocks.enumerated().filter { !isFurniture[$0.offset] }.map { (number: $0.offset, block: $0.element) }
  }
}

/// A rule as an algorithm. It reads the document and reports; it keeps nothing.
package protocol Check: Sendable {
  /// - Throws: a sentence that says which option is wrong and what it may be.
  init(options: [String: [String]]) throws(CheckOptionError)
  /// Whether the check asks the dictionaries; without them it is reported as not run.
  static var needsLexicon: Bool { get }
  func run(_ context: CheckContext, report: (Finding) -> Void)
}

extension Check {
  package static var needsLexicon: Bool { false }
}

package struct CheckOptionError: Error, Sendable {
  package let message: String
  package init(message: String) { self.message = message }
}

/// Words that the dictionaries know.
package protocol Lexicon: AnyObject {
  func standing(of word: String) -> WordStanding
  /// Words that may have been meant, best first.
  func suggestions(for word: String) -> [String]
}

package enum WordStanding: Sendable, Hashable { case indonesian, english, unknown }
