package import SuntingCore

/// Markdown: CommonMark with GitHub's tables, strikethrough, task lists and bare links, and front matter.
package enum Markdown {
  /// - Parameter keys: keys of the front matter that hold prose.
  package static func prose(_ bytes: [UInt8], keys: [String]) -> Prose {
    var builder = ProseBuilder(source: bytes)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let body = FrontMatter.read(bytes, from: start, keys: Set(keys), into: &builder)
    return bytes.withUnsafeBufferPointer { buffer in
      let reader = MarkdownReader(builder, buffer, body..<bytes.count)
      reader.read()
      return reader.builder.prose()
    }
  }
}
