internal import SuntingCore

/// What a reader of prose must know of HTML's elements.
enum HTMLElements {
  /// They have no content and no end tag.
  static let void: Set<String> = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta",
    "param", "source", "track", "wbr",
  ]

  /// What they hold is read up to their end tag whatever it looks like.
  static let raw: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  /// What they hold is no prose.
  static let hidden: Set<String> = [
    "pre", "listing", "svg", "math", "template", "noscript", "object", "applet", "canvas", "audio", "video", "select",
    "datalist", "map",
  ]

  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "colgroup", "dd", "details",
    "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4",
    "h5",
    "h6", "head", "header", "hgroup", "hr", "html", "label", "legend", "li", "listing", "main", "menu", "nav", "ol",
    "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead",
    "title", "tr", "ul",
  ]

  /// An open paragraph ends where one of these begins.
  static let endParagraph: Set<String> = blocks.subtracting([
    "body", "button", "caption", "colgroup", "head", "html", "label", "legend", "optgroup", "option", "select", "tbody",
    "td", "tfoot", "th", "thead", "title", "tr",
  ])

  /// Elements that a start tag closes, and those that keep it from looking further.
  static func implied(by name: String) -> (closes: Set<String>, within: Set<String>)? {
    switch name {
    case "li": (["li"], ["ul", "ol", "menu", "dir", "table"])
    case "dd", "dt": (["dd", "dt"], ["dl", "table"])
    case "td", "th": (["td", "th"], ["tr", "table"])
    case "tr": (["tr"], ["thead", "tbody", "tfoot", "table"])
    case "thead", "tbody", "tfoot": (["thead", "tbody", "tfoot"], ["table"])
    case "option", "optgroup": (["option"], ["select", "datalist"])
    case "h1", "h2", "h3", "h4", "h5", "h6": (["h1", "h2", "h3", "h4", "h5", "h6"], scope)
    case "body", "main", "article": (["head"], ["body"])
    default: nil
    }
  }

  /// An end tag looks no further than these.
  static let scope: Set<String> = ["table", "td", "th", "caption", "html", "object", "template", "button"]

  /// They go with the only block that stands in them.
  static let shells: Set<String> = [
    "address", "blockquote", "button", "caption", "center", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2",
    "h3",
    "h4", "h5", "h6", "label", "li", "ol", "p", "summary", "ul",
  ]

  static func mark(_ name: String) -> InlineMark.Kind? {
    switch name {
    case "em", "i", "b", "strong", "cite", "dfn", "mark": .emphasis
    case "code", "kbd", "samp", "var", "tt": .code
    case "a": .link
    default: nil
    }
  }

  /// The kind of the blocks inside; nil where the text's own shape tells.
  static func kind(_ name: String) -> BlockKind? {
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6", "title": .heading
    case "li": .listItem
    case "figcaption", "caption": .caption
    case "td", "th": .tableCell
    default: nil
    }
  }
}
