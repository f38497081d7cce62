package import SuntingCore

/// `<strong>`, `<br />` printed as text.
package struct HTMLTag: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let names: Set<String> = [
    "a", "b", "i", "u", "p", "s", "br", "hr", "em", "strong", "small", "span", "div", "h1", "h2", "h3", "h4", "h5",
    "h6",
    "ul", "ol", "li", "img", "table", "tr", "td", "th", "tbody", "thead", "blockquote", "iframe", "sup", "sub",
    "strike",
    "figure", "figcaption", "video", "audio", "source", "font", "center", "section", "article", "picture", "noscript",
    "aside", "header", "footer", "nav", "mark", "cite", "del", "ins", "abbr", "script", "style", "pre", "code",
  ]
  /// Blocks and breaks part words.
  private static let parting: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "td", "tr", "hr",
  ]
  private static let longest = 400
  /// Texts about HTML name tags.
  private static let terms: Set<String> = ["tag", "elemen", "element", "kode", "sintaks", "atribut", "tanda", "kelas"]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let utf8 = context.document.utf8
    context.forEachByte(where: { $0 == 0x3C }, isCommon: true) { offset, block in
      guard let (end, name) = Self.tag(at: offset, until: block.range.bounds.upperBound, utf8),
        !context.isCode(offset), !isSubject(offset, context, block)
      else { return offset + 1 }
      let isBetween =
        offset > block.range.bounds.lowerBound && end < block.range.bounds.upperBound && utf8[offset - 1] > 0x20
        && utf8[end] > 0x20 && utf8[end] != 0x3C
      report(
        Finding(
          range: TextRange(offset..<end), replacement: isBetween && Self.parting.contains(name) ? " " : ""))
      return end
    }
  }

  /// The end of the tag that begins here, and its name.
  private static func tag(at offset: Int, until end: Int, _ utf8: [UInt8]) -> (end: Int, name: String)? {
    var start = offset + 1
    if start < end, utf8[start] == 0x2F { start += 1 }
    var stop = start
    while stop < end, stop - start < 12, utf8[stop].isLetterASCII || utf8[stop].isDigitASCII { stop += 1 }
    guard stop > start, stop < end, [0x20, 0x2F, 0x3E].contains(utf8[stop]) else { return nil }
    let name = String(decoding: utf8[start..<stop], as: UTF8.self).lowercased()
    guard names.contains(name) else { return nil }
    var close = stop
    let limit = min(end, offset + longest)
    while close < limit, utf8[close] != 0x3E, utf8[close] != 0x3C { close += 1 }
    guard close < limit, utf8[close] == 0x3E else { return nil }
    // what stands between the name and the end are attributes or a slash
    let attributes = utf8[stop..<close].filter { $0 > 0x20 }
    guard attributes.isEmpty || attributes == [0x2F] || attributes.contains(0x3D) else { return nil }
    return (close + 1, name)
  }

  /// `tag <br>`
  private func isSubject(_ offset: Int, _ context: CheckContext, _ block: Block) -> Bool {
    var token = context.document.token(at: UInt32(offset)) - 1
    while token >= block.tokens.lowerBound, context.document.tokens[token].kind == .mark { token -= 1 }
    guard token >= block.tokens.lowerBound, context.document.tokens[token].kind == .word else { return false }
    return Self.terms.contains(context.document.foldedText(token))
  }
}
