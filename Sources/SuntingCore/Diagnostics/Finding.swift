/// What a check reports, in offsets of the document's text. The linter makes a `Diagnostic` of it.
package struct Finding: Sendable {
  package let range: TextRange
  /// The fix, in offsets of the text; empty for none.
  package var edits: [Edit] = []
  /// nil: as safe as the rule says.
  package var safety: FixSafety?
  /// What may stand there instead, best first.
  package var alternatives: [String] = []
  /// What `{name}` stands for in the rule's message.
  package var values: [String: String] = [:]
  package var related: [RelatedPlace] = []
  /// The whole block is furniture: it is deleted with its line, and hidden from other rules.
  package var isFurniture = false

  package init(range: TextRange) { self.range = range }

  /// A finding that is mended by writing `replacement` over it.
  package init(range: TextRange, replacement: String) {
    self.range = range
    edits = [Edit(range: range, text: replacement)]
    alternatives = [replacement]
  }
}
