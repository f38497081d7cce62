internal import SuntingCore

/// HTML tags inside a line of Markdown, as far as they set text apart.
struct RawInlineTags {
  private var open: [(name: String, kinds: [InlineMark.Kind])] = []

  mutating func open(
    _ name: String, _ attributes: [HTMLTokenizer.Attribute], _ bytes: UnsafeBufferPointer<UInt8>,
    _ builder: inout ProseBuilder
  ) {
    guard !HTMLElements.void.contains(name) else { return }
    var kinds = [HTMLElements.mark(name)].compactMap(\.self)
    if let language = attributes.first(where: { $0.name == "lang" }), HTMLText.isForeign(language.value, in: bytes) {
      kinds.append(.foreign)
    }
    if HTMLElements.hidden.contains(name) || HTMLElements.raw.contains(name) { kinds.append(.code) }
    guard !kinds.isEmpty else { return }
    for kind in kinds { builder.set(kind, true) }
    open.append((name, kinds))
  }

  mutating func close(_ name: String, _ builder: inout ProseBuilder) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    for kind in open.remove(at: index).kinds { builder.set(kind, false) }
  }
}
