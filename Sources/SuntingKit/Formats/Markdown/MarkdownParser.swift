internal import CMD4C

/// What the parser tells of a Markdown text; offsets are those of the source.
protocol MarkdownEvents: AnyObject {
  func enter(_ block: MD_BLOCKTYPE)
  func leave(_ block: MD_BLOCKTYPE)
  func enter(_ span: MD_SPANTYPE, _ link: MarkdownLink?)
  func leave(_ span: MD_SPANTYPE)
  /// - Parameter range: nil for text that stands nowhere in the source.
  func text(_ type: MD_TEXTTYPE, _ range: Range<Int>?)
}

/// Where a link's or picture's address and title stand, as far as they stand in the source as they are.
struct MarkdownLink {
  let address: Range<Int>?
  let addressText: [UInt8]
  let title: Range<Int>?
}

/// MD4C reports text by pointers into the source: each piece of text comes with its true place.
enum MarkdownParser {
  final class Context {
    let base: UnsafePointer<CChar>
    let count: Int
    let offset: Int
    unowned let events: any MarkdownEvents

    init(base: UnsafePointer<CChar>, count: Int, offset: Int, events: any MarkdownEvents) {
      self.base = base
      self.count = count
      self.offset = offset
      self.events = events
    }

    func range(_ text: UnsafePointer<CChar>?, _ size: MD_SIZE) -> Range<Int>? {
      guard let text, size > 0 else { return nil }
      let start = UInt(bitPattern: text) &- UInt(bitPattern: base)
      guard start < UInt(count), start + UInt(size) <= UInt(count) else { return nil }
      return offset + Int(start)..<offset + Int(start) + Int(size)
    }

    func link(_ address: MD_ATTRIBUTE, _ title: MD_ATTRIBUTE) -> MarkdownLink {
      let text = address.text.map { UnsafeRawBufferPointer(start: $0, count: Int(address.size)) }
      return MarkdownLink(
        address: range(address.text, address.size), addressText: text.map(Array.init) ?? [],
        title: range(title.text, title.size))
    }
  }

  private static let flags = UInt32(
    MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_TABLES
      | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)

  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ events: any MarkdownEvents) {
    guard !range.isEmpty, let start = bytes.baseAddress else { return }
    start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { base in
      let context = Context(base: base + range.lowerBound, count: range.count, offset: range.lowerBound, events: events)
      var parser = MD_PARSER()
      parser.flags = flags
      parser.enter_block = { type, _, data in
        MarkdownParser.context(data).events.enter(type)
        return 0
      }
      parser.leave_block = { type, _, data in
        MarkdownParser.context(data).events.leave(type)
        return 0
      }
      parser.enter_span = { type, detail, data in
        let context = MarkdownParser.context(data)
        context.events.enter(type, MarkdownParser.link(type, detail, context))
        return 0
      }
      parser.leave_span = { type, _, data in
        MarkdownParser.context(data).events.leave(type)
        return 0
      }
      parser.text = { type, text, size, data in
        let context = MarkdownParser.context(data)
        context.events.text(type, context.range(text, size))
        return 0
      }
      _ = md_parse(context.base, MD_SIZE(range.count), &parser, Unmanaged.passUnretained(context).toOpaque())
    }
  }

  private static func context(_ data: UnsafeMutableRawPointer?) -> Context {
    guard let data else { preconditionFailure("the parser hands back what it was given") }
    return Unmanaged<Context>.fromOpaque(data).takeUnretainedValue()
  }

  private static func link(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?, _ context: Context) -> MarkdownLink?
  {
    guard let detail else { return nil }
    if type == MD_SPAN_A {
      let link = detail.load(as: MD_SPAN_A_DETAIL.self)
      return context.link(link.href, link.title)
    }
    guard type == MD_SPAN_IMG else { return nil }
    let image = detail.load(as: MD_SPAN_IMG_DETAIL.self)
    return context.link(image.src, image.title)
  }
}
