package import SuntingCore

/// `&amp;`, `&#8217;`, `&nbsp;` printed as text.
package struct HTMLEntity: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let named: [String: String] = [
    "amp": "&", "nbsp": " ", "quot": "\"", "lt": "<", "gt": ">", "apos": "'", "rsquo": "’", "lsquo": "‘", "rdquo": "”",
    "ldquo": "“", "sbquo": "‚", "bdquo": "„", "ndash": "–", "mdash": "—", "hellip": "…", "copy": "©", "reg": "®",
    "trade": "™", "middot": "·", "bull": "•", "laquo": "«", "raquo": "»", "euro": "€", "pound": "£", "yen": "¥",
    "cent": "¢", "deg": "°", "plusmn": "±", "times": "×", "divide": "÷", "frac12": "½", "frac14": "¼", "frac34": "¾",
    "sup2": "²", "sup3": "³", "shy": "", "zwnj": "", "zwj": "", "ensp": " ", "emsp": " ", "thinsp": " ", "acute": "´",
    "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "aacute": "á", "agrave": "à", "acirc": "â", "auml": "ä",
    "atilde": "ã", "aring": "å", "oacute": "ó", "ograve": "ò", "ocirc": "ô", "ouml": "ö", "otilde": "õ", "uacute": "ú",
    "ugrave": "ù", "ucirc": "û", "uuml": "ü", "iacute": "í", "igrave": "ì", "icirc": "î", "iuml": "ï", "ntilde": "ñ",
    "ccedil": "ç", "oslash": "ø", "szlig": "ß", "rarr": "→", "larr": "←", "sect": "§", "para": "¶",
  ]
  private static let longestName = 8

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let utf8 = context.document.utf8
    context.forEachByte(where: { $0 == 0x26 }, isCommon: true) { offset, block in
      var end = offset
      // the sign of a number makes any word look like an address; in a real one parts are joined by `&amp;`
      guard let text = Self.decode(&end, until: block.range.bounds.upperBound, utf8),
        !context.isCode(offset), utf8[offset + 1] == 0x23 || !context.isAddress(offset)
      else { return offset + 1 }
      report(Finding(range: TextRange(offset..<end), replacement: text))
      return end
    }
  }

  /// The character that the entity at `offset` stands for; encoded twice (`&amp;nbsp;`) it is still one entity.
  private static func decode(_ offset: inout Int, until end: Int, _ utf8: [UInt8]) -> String? {
    var stop = offset + 1
    while stop < end, stop - offset <= longestName + 1, utf8[stop] != 0x3B { stop += 1 }
    guard stop < end, utf8[stop] == 0x3B, stop > offset + 1 else { return nil }
    let name = String(decoding: utf8[(offset + 1)..<stop], as: UTF8.self)
    guard let text = named[name] ?? numbered(name) else { return nil }
    offset = stop + 1
    if name == "amp" {
      // what follows may be the rest of the entity
      var inner = stop + 1
      while inner < end, inner - stop <= longestName + 1,
        utf8[inner].isLetterASCII || utf8[inner].isDigitASCII || utf8[inner] == 0x23
      {
        inner += 1
      }
      if inner < end, inner > stop + 1, utf8[inner] == 0x3B {
        let rest = String(decoding: utf8[(stop + 1)..<inner], as: UTF8.self)
        if let decoded = named[rest] ?? numbered(rest) {
          offset = inner + 1
          return decoded
        }
      }
    }
    return text
  }

  private static func numbered(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits), value >= 0x20, value != 0x7F,
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return value == 0xA0 ? " " : Scalars.isInvisible(value) ? "" : String(Character(scalar))
  }
}
