/// What a block is, as far as the format or its shape tells.
package enum BlockKind: UInt8, Sendable, CaseIterable { case prose, heading, listItem, caption, tableCell }

/// A stretch of text that rules never look beyond: a line, a paragraph, a list item.
package struct ProseBlock: Sendable {
  /// The block's text, without white space around it (byte offsets into the prose text).
  package let range: TextRange
  package let kind: BlockKind
  /// The bytes of the file that go when the whole block is deleted: its line with its line end, list marker, element.
  package let shell: TextRange

  package init(range: TextRange, kind: BlockKind, shell: TextRange) {
    self.range = range
    self.kind = kind
    self.shell = shell
  }
}

/// A stretch of text that the markup sets apart.
package struct InlineMark: Sendable {
  package enum Kind: UInt8, Sendable { case emphasis, code, foreign, link }
  package let range: TextRange
  package let kind: Kind

  package init(range: TextRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

/// A comment in the markup. Suppressions are written in such.
package struct ProseComment: Sendable {
  /// What stands between the comment's delimiters.
  package let text: String
  /// The whole comment, delimiters included, in bytes of the file.
  package let range: TextRange

  package init(text: String, range: TextRange) {
    self.text = text
    self.range = range
  }
}

/// What an input format makes of a file: the text that is prose, cut into blocks, and the way back to the file.
package struct Prose: Sendable {
  package var utf8: [UInt8]
  package var blocks: [ProseBlock]
  package var marks: [InlineMark]
  package var map: SourceMap
  /// Comments of the markup in the order of the file; plain text has none.
  package var comments: [ProseComment]

  package init(
    utf8: [UInt8], blocks: [ProseBlock], marks: [InlineMark] = [], map: SourceMap = .identity,
    comments: [ProseComment] = []
  ) {
    self.utf8 = utf8
    self.comments = comments
    self.blocks = blocks
    self.marks = marks
    self.map = map
  }
}
