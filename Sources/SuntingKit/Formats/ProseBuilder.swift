internal import SuntingCore

/// Collects prose out of a file with markup, block by block and piece by piece, and remembers where each piece stands.
struct ProseBuilder {
  let source: [UInt8]
  private var text: [UInt8] = []
  private var pieces: [SourceMap.Piece] = []
  private var quotings: [SourceMap.QuotedStretch] = []
  private(set) var blocks: [ProseBlock] = []
  private var marks: [InlineMark] = []
  private(set) var comments: [ProseComment] = []
  /// Inner ones are texts that stand inside a block but are none of it, as the description of a picture.
  private var open: [OpenBlock] = []
  private var depth = [Int](repeating: 0, count: 4)

  private struct OpenBlock {
    var text: [UInt8] = []
    var pieces: [SourceMap.Piece] = []
    var marks: [InlineMark] = []
    var markStarts: [UInt32?] = [nil, nil, nil, nil]
    var length: UInt32 { UInt32(text.count) }
  }

  init(source: [UInt8]) {
    self.source = source
    text.reserveCapacity(source.count)
  }

  var isOpen: Bool { !open.isEmpty }
  var nesting: Int { open.count }
  /// Where the source continues behind the last piece of the open block.
  var lastSourceEnd: UInt32? { open.last?.pieces.last?.source.end }

  mutating func begin() {
    var block = OpenBlock()
    for kind in depth.indices where depth[kind] > 0 { block.markStarts[kind] = 0 }
    open.append(block)
  }

  /// Bytes of the file as they are. White space that follows white space across markup shows once.
  mutating func append(_ range: Range<Int>) {
    var range = range
    guard let last = open.indices.last else { return }
    let isApart = open[last].pieces.last.map { Int($0.source.end) != range.lowerBound } ?? true
    if isApart, open[last].text.last.map(Self.isWhite) ?? true {
      while !range.isEmpty, Self.isWhite(source[range.lowerBound]) { range = range.lowerBound + 1..<range.upperBound }
    }
    guard !range.isEmpty else { return }
    let start = open[last].length
    open[last].text += source[range]
    if let piece = open[last].pieces.last, piece.isVerbatim, !isApart {
      open[last].pieces[open[last].pieces.count - 1] = SourceMap.Piece(
        text: TextRange(piece.text.start, start + UInt32(range.count)),
        source: TextRange(piece.source.start, UInt32(range.upperBound)), isVerbatim: true)
    } else {
      open[last].pieces.append(
        SourceMap.Piece(text: TextRange(start, start + UInt32(range.count)), source: TextRange(range), isVerbatim: true)
      )
    }
  }

  /// Characters that bytes of the file stand for.
  mutating func append(_ characters: [UInt8], for range: Range<Int>) {
    guard let last = open.indices.last, !characters.isEmpty else { return }
    let start = open[last].length
    open[last].text += characters
    open[last].pieces.append(
      SourceMap.Piece(text: TextRange(start, open[last].length), source: TextRange(range), isVerbatim: false))
  }

  /// White space that counts as one character.
  mutating func appendSpace(_ range: Range<Int>, isLineBreak: Bool) {
    guard let last = open.indices.last, let before = open[last].text.last, !Self.isWhite(before) else { return }
    let byte: UInt8 = isLineBreak ? 0x0A : 0x20
    if range.count == 1, source[range.lowerBound] == byte { append(range) } else { append([byte], for: range) }
  }

  /// Opens (or closes) a stretch; stretches of one kind may nest.
  mutating func set(_ kind: InlineMark.Kind, _ isOn: Bool) {
    let index = Int(kind.rawValue)
    depth[index] += isOn ? 1 : -1
    guard depth[index] == (isOn ? 1 : 0), let last = open.indices.last else { return }
    if isOn {
      open[last].markStarts[index] = open[last].length
    } else {
      closeMark(kind, in: last)
    }
  }

  private mutating func closeMark(_ kind: InlineMark.Kind, in block: Int) {
    guard let start = open[block].markStarts[Int(kind.rawValue)] else { return }
    open[block].markStarts[Int(kind.rawValue)] = nil
    if start < open[block].length {
      open[block].marks.append(InlineMark(range: TextRange(start, open[block].length), kind: kind))
    }
  }

  mutating func add(_ comment: ProseComment) { comments.append(comment) }

  /// Closes the innermost open text; a block comes of it unless it is blank.
  ///
  /// - Parameters:
  ///   - kind: what kind of block a text is.
  ///   - shell: what goes with the block, given where its text stands.
  /// - Returns: the number of the block.
  @discardableResult
  mutating func end(
    quoting: SourceMap.Quoting = .markup, kind: (ArraySlice<UInt8>) -> BlockKind,
    shell: (_ span: TextRange, _ isOneRun: Bool) -> TextRange
  ) -> Int? {
    for kind in [InlineMark.Kind.emphasis, .code, .foreign, .link] { closeMark(kind, in: open.count - 1) }
    guard let block = open.popLast() else { return nil }
    guard let first = block.text.firstIndex(where: { !Self.isWhite($0) }),
      let last = block.text.lastIndex(where: { !Self.isWhite($0) })
    else { return nil }
    let base = UInt32(text.count)
    let map = SourceMap(pieces: block.pieces)
    let inner = TextRange(first..<last + 1)
    let span = map.source(of: inner)
    blocks.append(
      ProseBlock(
        range: TextRange(base + inner.start, base + inner.end), kind: kind(block.text[first...last]),
        shell: shell(span, map.sources(of: inner).count == 1)))
    text += block.text
    text.append(0x0A)
    for piece in block.pieces {
      pieces.append(
        SourceMap.Piece(
          text: TextRange(base + piece.text.start, base + piece.text.end), source: piece.source,
          isVerbatim: piece.isVerbatim))
    }
    let end = block.pieces.last?.source.end ?? 0
    pieces.append(
      SourceMap.Piece(
        text: TextRange(base + block.length, base + block.length + 1), source: TextRange(end, end), isVerbatim: false))
    marks += block.marks.sorted { $0.range < $1.range }.map {
      InlineMark(range: TextRange(base + $0.range.start, base + $0.range.end), kind: $0.kind)
    }
    quotings.append(.init(start: base, quoting: quoting))
    return blocks.count - 1
  }

  mutating func setShell(_ shell: TextRange, of block: Int) {
    blocks[block] = ProseBlock(range: blocks[block].range, kind: blocks[block].kind, shell: shell)
  }

  /// The text of a finished block.
  func text(of block: Int) -> ArraySlice<UInt8> { text[blocks[block].range.bounds] }

  consuming func prose() -> Prose {
    Prose(
      utf8: text, blocks: blocks, marks: marks, map: SourceMap(pieces: pieces, quotings: quotings),
      comments: comments.sorted { $0.range < $1.range })
  }

  static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
