internal import CMD4C
internal import SuntingCore

/// Makes prose of what the parser tells of a Markdown text.
final class MarkdownReader: MarkdownEvents {
  private(set) var builder: ProseBuilder
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  /// The kind of the block whose text comes in; nil between blocks.
  private var kind: BlockKind?
  private var isParagraph = false
  private var holdsPicture = false
  private var quotes = 0
  private var items: [Item] = []
  private var html: Range<Int>?
  private var isInHTML = false
  private var isInCode = false
  private var isBreakPending = false
  private var links: [(link: MarkdownLink?, isAddress: Bool)] = []
  private var titles: Set<Int> = []
  private var rawTags = RawInlineTags()

  private struct Item {
    var blocks: [Int] = []
    var isMore = false
  }

  init(_ builder: ProseBuilder, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.builder = builder
    self.bytes = bytes
    self.range = range
  }

  func read() {
    MarkdownParser.parse(bytes, range, self)
    flush()
  }

  // MARK: blocks

  func enter(_ block: MD_BLOCKTYPE) {
    if block != MD_BLOCK_DOC { flush() }
    switch block {
    case MD_BLOCK_P: begin(items.isEmpty ? .prose : .listItem, isParagraph: items.isEmpty)
    case MD_BLOCK_H: begin(.heading)
    case MD_BLOCK_TH, MD_BLOCK_TD: begin(.tableCell)
    case MD_BLOCK_LI:
      items.append(Item())
      begin(.listItem)
    case MD_BLOCK_QUOTE: quotes += 1
    case MD_BLOCK_CODE: isInCode = true
    case MD_BLOCK_HTML: (isInHTML, html) = (true, nil)
    default: break
    }
  }

  func leave(_ block: MD_BLOCKTYPE) {
    flush()
    kind = nil
    switch block {
    case MD_BLOCK_QUOTE: quotes -= 1
    case MD_BLOCK_CODE:
      isInCode = false
      markMore()
    case MD_BLOCK_HTML: readHTML()
    case MD_BLOCK_TABLE, MD_BLOCK_HR: markMore()
    case MD_BLOCK_LI: endItem()
    default: break
    }
  }

  private func begin(_ kind: BlockKind, isParagraph: Bool = false) {
    self.kind = kind
    self.isParagraph = isParagraph
    holdsPicture = false
  }

  private func flush() {
    isBreakPending = false
    guard builder.isOpen, let kind else { return }
    let number = builder.blocks.count
    let (shape, picture) = (isParagraph, holdsPicture)
    let bytes = bytes
    let block = builder.end(
      kind: { shape ? PlainText.kind($0, number: number) : kind },
      shell: { span, isOneRun in
        if kind == .tableCell || picture { return isOneRun ? span : TextRange(span.start, span.start) }
        return MarkdownLines.shell(span, isHeading: kind == .heading, in: bytes)
      })
    if let block, let last = items.indices.last { items[last].blocks.append(block) }
  }

  private func markMore() {
    if let last = items.indices.last { items[last].isMore = true }
  }

  /// The marker stays where an item holds more than the block that stands behind it.
  private func endItem() {
    guard let item = items.popLast() else { return }
    if let first = item.blocks.first, item.blocks.count > 1 || item.isMore {
      let block = builder.blocks[first]
      builder.setShell(TextRange(block.shell.start, block.shell.start), of: first)
    }
    if let last = items.indices.last { items[last].blocks += item.blocks.prefix(2) }
  }

  // MARK: spans

  func enter(_ span: MD_SPANTYPE, _ link: MarkdownLink?) {
    switch span {
    case MD_SPAN_EM, MD_SPAN_STRONG: builder.set(.emphasis, true)
    case MD_SPAN_CODE: builder.set(.code, true)
    case MD_SPAN_A:
      builder.set(.link, true)
      links.append((link, false))
    case MD_SPAN_IMG:
      holdsPicture = true
      links.append((link, false))
      builder.begin()
    default: break
    }
  }

  func leave(_ span: MD_SPANTYPE) {
    switch span {
    case MD_SPAN_EM, MD_SPAN_STRONG: builder.set(.emphasis, false)
    case MD_SPAN_CODE: builder.set(.code, false)
    case MD_SPAN_A:
      builder.set(.link, false)
      if let entry = links.popLast() {
        if entry.isAddress { builder.set(.code, false) }
        title(entry.link)
      }
    case MD_SPAN_IMG:
      endDescription(quoting: .markup)
      title(links.popLast()?.link)
    default: break
    }
  }

  private func endDescription(quoting: SourceMap.Quoting) {
    builder.end(quoting: quoting, kind: { _ in .caption }, shell: { span, _ in TextRange(span.start, span.start) })
  }

  /// A title that many links share is read once.
  private func title(_ link: MarkdownLink?) {
    guard let title = link?.title, titles.insert(title.lowerBound).inserted, !bytes[title].contains(0x5C) else {
      return
    }
    builder.begin()
    HTMLText.append(title, of: bytes, to: &builder)
    endDescription(quoting: .attribute)
  }

  // MARK: text

  func text(_ type: MD_TEXTTYPE, _ range: Range<Int>?) {
    if isInHTML {
      if let range { html = (html?.lowerBound ?? range.lowerBound)..<range.upperBound }
      return
    }
    guard !isInCode, kind != nil else { return }
    switch type {
    case MD_TEXT_SOFTBR: isBreakPending = true
    case MD_TEXT_BR: if builder.nesting > 1 { isBreakPending = true } else { flush() }
    case MD_TEXT_HTML: if let range { inlineHTML(range) }
    case MD_TEXT_NULLCHAR: break
    default:
      if let range { append(range, isReference: type == MD_TEXT_ENTITY) } else { isBreakPending = true }
    }
  }

  private func append(_ range: Range<Int>, isReference: Bool) {
    if !builder.isOpen { builder.begin() }
    if isBreakPending {
      isBreakPending = false
      if let before = builder.lastSourceEnd,
        let lineBreak = MarkdownLines.lineBreak(Int(before)..<range.lowerBound, in: bytes)
      {
        builder.appendSpace(lineBreak, isLineBreak: true)
      }
    }
    if let last = links.indices.last, !links[last].isAddress, isAddress(range, of: links[last].link) {
      links[last].isAddress = true
      builder.set(.code, true)
    }
    if isReference,
      let (characters, length) = CharacterReference.read(bytes, at: range.lowerBound, end: range.upperBound),
      length == range.count
    {
      builder.append(characters, for: range)
    } else if isEscaped(range.lowerBound) {
      builder.append([bytes[range.lowerBound]], for: range.lowerBound - 1..<range.lowerBound + 1)
      builder.append(range.dropFirst())
    } else {
      builder.append(range)
    }
  }

  /// A mark behind a backslash that is no text itself.
  private func isEscaped(_ offset: Int) -> Bool {
    guard offset > range.lowerBound, bytes[offset - 1] == 0x5C, builder.lastSourceEnd != UInt32(offset) else {
      return false
    }
    let scalar = Unicode.Scalar(bytes[offset])
    return scalar.isASCII && (scalar.properties.generalCategory.isMark)
  }

  /// Whether a link shows its own address.
  private func isAddress(_ range: Range<Int>, of link: MarkdownLink?) -> Bool {
    guard let link, range.count > 3 else { return false }
    return link.address?.lowerBound == range.lowerBound
      || link.addressText.suffix(range.count).elementsEqual(bytes[range])
  }

  // MARK: HTML

  private func inlineHTML(_ range: Range<Int>) {
    var tokens = HTMLTokenizer(bytes, range)
    while let token = tokens.next() {
      switch token {
      case .comment(let inner, let whole):
        builder.add(ProseComment(text: String(decoding: bytes[inner], as: UTF8.self), range: TextRange(whole)))
      case .start("br", _, _): flush()
      case .start(let name, let attributes, _): rawTags.open(name, attributes, bytes, &builder)
      case .end(let name, _): rawTags.close(name, &builder)
      default: break
      }
    }
  }

  private func readHTML() {
    isInHTML = false
    markMore()
    guard let html else { return }
    if quotes > 0 { return inlineHTML(html) }
    var reader = HTMLReader(builder, bytes, html)
    reader.read()
    builder = reader.builder
  }
}

extension Unicode.GeneralCategory {
  /// Punctuation or a symbol.
  fileprivate var isMark: Bool {
    switch self {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .otherPunctuation, .mathSymbol,
      .currencySymbol, .modifierSymbol:
      true
    default: false
    }
  }
}
