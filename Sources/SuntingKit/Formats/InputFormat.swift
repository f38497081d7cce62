package import SuntingCore

/// The kinds of files that are read. A format says which bytes are prose; it never rewrites them.
package enum InputFormat: String, Sendable, CaseIterable {
  case text, markdown, html
  /// Records, each with a text of its own.
  case jsonl, tsv

  /// By the ending of the file's name; what is not known is plain text.
  package static func of(path: String) -> InputFormat {
    var name = path.split(separator: "/").last ?? ""
    for ending in [".gz", ".zst"] where name.hasSuffix(ending) { name = name.dropLast(ending.count) }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return .text }
    let ending = name[name.index(after: dot)...].lowercased()
    let format = allCases.first { $0.endings.contains(ending) } ?? .text
    // compressed articles are not read
    return name.endIndex == path.endIndex || format.hasFields ? format : .text
  }

  package var endings: [String] {
    switch self {
    case .text: ["txt"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm", "xhtml"]
    case .jsonl: ["jsonl", "ndjson"]
    case .tsv: ["tsv"]
    }
  }

  /// Whether a file holds records with fields, one in a line.
  package var hasFields: Bool { self == .jsonl || self == .tsv }
  package var hasFrontMatter: Bool { self == .markdown }
  /// The formats of a single article.
  package static let articles = allCases.filter { !$0.hasFields }

  package func prose(_ bytes: [UInt8], options: FormatOptions = FormatOptions()) -> Prose {
    switch self {
    case .text, .jsonl, .tsv: PlainText.prose(bytes)
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
