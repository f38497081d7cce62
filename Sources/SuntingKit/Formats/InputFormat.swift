package import SuntingCore

/// The kinds of files that are read. A format says which bytes are prose; it never rewrites them.
package enum InputFormat: String, Sendable, CaseIterable {
  case text, markdown, html

  /// By the ending of the file's name; what is not known is plain text.
  package static func of(path: String) -> InputFormat {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return .text }
    let ending = name[name.index(after: dot)...].lowercased()
    return allCases.first { $0.endings.contains(ending) } ?? .text
  }

  package var endings: [String] {
    switch self {
    case .text: ["txt"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm", "xhtml"]
    }
  }

  /// Whether a file holds records with fields, one in a line.
  package var hasFields: Bool { rawValue == "jsonl" }
  package var hasFrontMatter: Bool { self == .markdown }

  package func prose(_ bytes: [UInt8], options: FormatOptions = FormatOptions()) -> Prose {
    switch self {
    case .text: PlainText.prose(bytes)
    case .markdown: Markdown.prose(bytes, keys: options.frontMatter)
    case .html: HTML.prose(bytes)
    }
  }
}

/// What a configuration says of a kind of file.
package struct FormatOptions: Sendable, Hashable {
  /// Keys of the front matter that hold prose.
  package var frontMatter = ["title", "description", "summary", "excerpt", "caption", "alt"]
  /// Fields of a record that hold text, and the one that names it.
  package var fields = ["text"]
  package var id = "id"

  package init() {}
}
