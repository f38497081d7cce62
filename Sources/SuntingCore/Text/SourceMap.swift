/// From offsets in the text a document is made of back to offsets in the file. Formats that only leave bytes out, or
/// show an entity as the character it stands for, describe that piece by piece; plain text needs none.
package struct SourceMap: Sendable {
  /// A run of text and the bytes of the file it stands for. A verbatim run has the same bytes on both sides.
  package struct Piece: Sendable {
    package let text: TextRange
    package let source: TextRange
    package let isVerbatim: Bool

    package init(text: TextRange, source: TextRange, isVerbatim: Bool) {
      precondition(!isVerbatim || text.length == source.length, "a verbatim piece has one length")
      self.text = text
      self.source = source
      self.isVerbatim = isVerbatim
    }
  }

  /// How characters are written where the text stands.
  package enum Quoting: UInt8, Sendable {
    /// As they are.
    case none
    /// `&` and `<` begin markup.
    case markup
    /// So do both kinds of quotation marks.
    case attribute
    /// Inside double quotation marks with backslashes.
    case doubleQuoted
    /// Inside single quotation marks, which are written twice.
    case singleQuoted
    /// Only text that holds nothing but letters, digits, spaces and hyphens may be written.
    case plain
  }

  /// From `start` of the text on, characters are written in this way.
  package struct QuotedStretch: Sendable {
    package let start: UInt32
    package let quoting: Quoting

    package init(start: UInt32, quoting: Quoting) {
      self.start = start
      self.quoting = quoting
    }
  }

  /// Sorted by text offset; empty for a text that is the file, byte for byte.
  package let pieces: [Piece]
  package static let identity = SourceMap(pieces: [])

  private let quotings: [QuotedStretch]

  package init(pieces: [Piece], quotings: [QuotedStretch] = []) {
    self.pieces = pieces
    self.quotings = quotings
  }

  package var isIdentity: Bool { pieces.isEmpty }

  /// The smallest range of the file that holds the text. An empty text range gives an empty file range.
  package func source(of range: TextRange) -> TextRange {
    if isIdentity { return range }
    let first = pieceIndex(holding: range.start)
    guard !range.isEmpty else {
      let offset = start(of: range.start, in: pieces[first])
      return TextRange(offset, offset)
    }
    let last = pieceIndex(holding: range.end - 1)
    let end =
      pieces[last].isVerbatim
      ? pieces[last].source.start + min(range.end - pieces[last].text.start, UInt32(pieces[last].source.length))
      : pieces[last].source.end
    return TextRange(min(start(of: range.start, in: pieces[first]), end), end)
  }

  /// The runs of the file that the text range is made of, in order; more than one where markup stands between.
  package func sources(of range: TextRange) -> [TextRange] {
    if isIdentity || range.isEmpty { return [source(of: range)] }
    var result: [TextRange] = []
    var index = pieceIndex(holding: range.start)
    while index < pieces.count, pieces[index].text.start < range.end {
      let piece = pieces[index]
      let start = max(range.start, piece.text.start)
      let end = min(range.end, piece.text.end)
      if start < end {
        let run = source(of: TextRange(start, end))
        if let last = result.last, last.end == run.start {
          result[result.count - 1] = TextRange(last.start, run.end)
        } else {
          result.append(run)
        }
      }
      index += 1
    }
    return result
  }

  /// The range, widened to whole pieces where it ends inside one that is not verbatim.
  package func wholePieces(around range: TextRange) -> TextRange {
    guard !isIdentity else { return range }
    guard !range.isEmpty else {
      let piece = pieces[pieceIndex(holding: range.start)]
      let isInside = piece.text.start < range.start && range.start < piece.text.end
      return isInside && !piece.isVerbatim ? piece.text : range
    }
    let first = pieces[pieceIndex(holding: range.start)]
    let last = pieces[pieceIndex(holding: range.end - 1)]
    return TextRange(
      first.isVerbatim ? range.start : min(range.start, first.text.start),
      last.isVerbatim ? range.end : max(range.end, last.text.end))
  }

  /// Whether the file holds the text byte for byte, though perhaps in several runs.
  package func isVerbatim(_ range: TextRange) -> Bool {
    guard !range.isEmpty, !isIdentity else { return true }
    return pieces[pieceIndex(holding: range.start)...pieceIndex(holding: range.end - 1)].allSatisfy(\.isVerbatim)
  }

  /// The text as it must be written at the offset; nil where it cannot stand there.
  package func written(_ text: String, at offset: UInt32) -> String? {
    var low = 0
    var high = quotings.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if quotings[middle].start <= offset { low = middle } else { high = middle }
    }
    return quotings.isEmpty ? text : QuotedText.written(text, quotings[low].quoting)
  }

  private func start(of offset: UInt32, in piece: Piece) -> UInt32 {
    piece.isVerbatim
      ? piece.source.start + min(offset - piece.text.start, UInt32(piece.source.length)) : piece.source.start
  }

  private func pieceIndex(holding offset: UInt32) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].text.start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
