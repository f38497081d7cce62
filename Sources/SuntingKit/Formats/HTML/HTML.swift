package import SuntingCore

/// HTML: prose is the text that a browser shows, and what `alt` and `title` say.
package enum HTML {
  package static func prose(_ bytes: [UInt8]) -> Prose {
    bytes.withUnsafeBufferPointer { buffer in
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var reader = HTMLReader(ProseBuilder(source: bytes), buffer, start..<bytes.count)
      reader.read()
      return reader.builder.prose()
    }
  }
}
