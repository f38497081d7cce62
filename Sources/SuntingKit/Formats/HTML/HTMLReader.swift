internal import SuntingCore

/// Reads HTML as found in the wild: prose out of the text, blocks from the elements.
struct HTMLReader {
  private(set) var builder: ProseBuilder
  private let bytes: UnsafeBufferPointer<UInt8>
  private var tokens: HTMLTokenizer
  private var stack: [OpenElement] = []
  private var openCounts: [String: Int] = [:]
  private var hiddenDepth = 0
  private var isForeign = false
  private var descriptions: [HTMLTokenizer.Attribute] = []
  /// Deeper elements are read as if they were not there.
  private static let deepest = 2000

  private struct OpenElement {
    /// What an element holds so far; the shell of a lone block grows to its element.
    enum Content {
      case nothing
      case block(Int)
      case more
    }
    let name: String
    let start: Int
    let isBlock: Bool
    var isHidden = false
    var wasForeign = false
    var content = Content.nothing
  }

  init(_ builder: ProseBuilder, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.builder = builder
    self.bytes = bytes
    tokens = HTMLTokenizer(bytes, range)
  }

  mutating func read() {
    while let token = tokens.next() {
      switch token {
      case .text(let range): text(range)
      case .start(let name, let attributes, let range): start(name, attributes, range)
      case .end(let name, let range): end(name, range)
      case .comment(let inner, let range):
        let comment = ProseComment(text: String(decoding: bytes[inner], as: UTF8.self), range: TextRange(range))
        builder.add(comment)
        if case .other = SuppressionComment.read(comment) { note(.more) }
      case .other: break
      }
    }
    flush()
    while !stack.isEmpty { pop(at: tokens.position) }
    describe()
  }

  // MARK: text

  private mutating func text(_ range: Range<Int>) {
    guard hiddenDepth == 0 else { return }
    if !builder.isOpen {
      guard range.contains(where: { !ProseBuilder.isWhite(bytes[$0]) }) else { return }
      builder.begin()
    }
    HTMLText.append(range, of: bytes, to: &builder)
  }

  /// Ends the open block.
  private mutating func flush() {
    guard builder.isOpen else { return }
    let kind = stack.last { HTMLElements.kind($0.name) != nil }.flatMap { HTMLElements.kind($0.name) }
    let number = builder.blocks.count
    let block = builder.end(
      kind: { kind ?? PlainText.kind($0, number: number) },
      shell: { span, isOneRun in isOneRun ? span : TextRange(span.start, span.start) })
    if let block { note(.block(block)) }
  }

  private mutating func note(_ content: OpenElement.Content) {
    guard let last = stack.indices.last else { return }
    switch (stack[last].content, content) {
    case (_, .nothing): break
    case (.nothing, _): stack[last].content = content
    default: stack[last].content = .more
    }
  }

  // MARK: tags

  private mutating func start(_ name: String, _ attributes: [HTMLTokenizer.Attribute], _ range: Range<Int>) {
    let isBlock = HTMLElements.blocks.contains(name)
    if isBlock || name == "br" { flush() }
    if HTMLElements.endParagraph.contains(name) { close(["p"], within: HTMLElements.scope, at: range.lowerBound) }
    if let (closes, within) = HTMLElements.implied(by: name) { close(closes, within: within, at: range.lowerBound) }
    if hiddenDepth == 0 { descriptions += attributes.filter { isDescription($0, of: name) } }
    if HTMLElements.void.contains(name) {
      if name != "br" && name != "wbr" { note(.more) }
      return
    }
    guard stack.count < Self.deepest else { return }
    var element = OpenElement(name: name, start: range.lowerBound, isBlock: isBlock, wasForeign: isForeign)
    if HTMLElements.raw.contains(name) { return raw(element) }
    if let language = attributes.first(where: { $0.name == "lang" }), name != "html", name != "body" {
      setForeign(HTMLText.isForeign(language.value, in: bytes))
    }
    if HTMLElements.hidden.contains(name) {
      element.isHidden = true
      hiddenDepth += 1
      note(.more)
    }
    if let mark = HTMLElements.mark(name) { builder.set(mark, true) }
    stack.append(element)
    openCounts[name, default: 0] += 1
  }

  private mutating func raw(_ element: OpenElement) {
    let content = tokens.rawText(of: element.name)
    guard element.name == "title", hiddenDepth == 0 else { return note(.more) }
    flush()
    builder.begin()
    HTMLText.append(content, of: bytes, to: &builder)
    builder.end(kind: { _ in .heading }, shell: { span, _ in TextRange(span.start, span.start) })
    note(.more)
  }

  private mutating func end(_ name: String, _ range: Range<Int>) {
    if HTMLElements.blocks.contains(name) || name == "br" { flush() }
    guard openCounts[name, default: 0] > 0 else { return }
    let isTable = ["table", "thead", "tbody", "tfoot", "tr", "td", "th", "html", "body"].contains(name)
    var index = stack.count - 1
    while index >= 0, stack[index].name != name {
      if !isTable, HTMLElements.scope.contains(stack[index].name), stack[index].name != "html" { return }
      index -= 1
    }
    guard index >= 0 else { return }
    while stack.count > index + 1 { pop(at: range.lowerBound) }
    pop(at: range.upperBound)
  }

  private mutating func close(_ names: Set<String>, within scope: Set<String>, at offset: Int) {
    guard names.contains(where: { openCounts[$0, default: 0] > 0 }) else { return }
    guard let index = stack.lastIndex(where: { names.contains($0.name) || scope.contains($0.name) }),
      names.contains(stack[index].name)
    else { return }
    while stack.count > index { pop(at: offset) }
  }

  private mutating func pop(at end: Int) {
    guard let element = stack.popLast() else { return }
    openCounts[element.name, default: 1] -= 1
    var end = end
    while end > element.start, ProseBuilder.isWhite(bytes[end - 1]) { end -= 1 }
    if let mark = HTMLElements.mark(element.name) { builder.set(mark, false) }
    if element.isHidden { hiddenDepth -= 1 }
    setForeign(element.wasForeign)
    var content = element.content
    if case .block(let block) = content, HTMLElements.shells.contains(element.name) {
      builder.setShell(HTMLText.shell(TextRange(element.start..<end), in: bytes), of: block)
    } else if case .nothing = content, element.isBlock {
      content = .more
    }
    note(content)
  }

  private mutating func setForeign(_ value: Bool) {
    guard value != isForeign else { return }
    isForeign = value
    builder.set(.foreign, value)
  }

  // MARK: descriptions of pictures, titles

  /// The title of a link mostly repeats its text.
  private func isDescription(_ attribute: HTMLTokenizer.Attribute, of name: String) -> Bool {
    guard attribute.isQuoted, !attribute.value.isEmpty, !isForeign else { return false }
    return attribute.name == "alt" || (attribute.name == "title" && !["a", "link", "iframe", "abbr"].contains(name))
  }

  /// Descriptions come last, and only those that say what no block and no other description says.
  private mutating func describe() {
    var seen = Set(builder.blocks.indices.map { Array(builder.text(of: $0)) })
    for attribute in descriptions {
      let text = HTMLText.decoded(attribute.value, of: bytes)
      guard seen.insert(text).inserted else { continue }
      builder.begin()
      HTMLText.append(attribute.value, of: bytes, to: &builder, inAttribute: true)
      builder.end(
        quoting: .attribute, kind: { _ in .caption },
        shell: { span, isOneRun in isOneRun ? span : TextRange(span.start, span.start) })
    }
  }
}
