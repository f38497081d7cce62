package import SuntingCore

/// A line that holds a bullet, an icon or an empty link and nothing else.
package struct OrphanMark: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let mostTokens = 6

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    guard document.blocks.count > 1 else { return }
    for (_, block) in context.proseBlocks where isOrphan(block, document) {
      var finding = Finding(range: block.range)
      finding.edits = [Edit(range: block.range, text: "")]
      report(finding)
    }
  }

  private func isOrphan(_ block: Block, _ document: Document) -> Bool {
    guard (1...Self.mostTokens).contains(block.tokens.count), block.kind != .tableCell else { return false }
    var first: UInt32 = 0
    var isOneMark = true
    for index in block.tokens {
      let scalar = document.scalar(of: index)
      guard document.tokens[index].kind != .word, document.tokens[index].kind != .number, Self.isIcon(scalar) else {
        return false
      }
      if index == block.tokens.lowerBound { first = scalar } else if scalar != first { isOneMark = false }
    }
    // `***`, `---`, `* * *` part two sections
    return !isOneMark || block.tokens.count == 1
  }

  /// Bullets, brackets of empty links, arrows, boxes and triangles.
  private static func isIcon(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return scalar < 0x41 ? "*#|-()>/+<".utf8.contains(UInt8(scalar)) : "[]|~".utf8.contains(UInt8(scalar))
    }
    return scalar == 0xB7 || scalar == 0xAB || scalar == 0xBB || (0x2012...0x2022).contains(scalar)
      || (0x2190...0x21FF).contains(scalar) || (0x25A0...0x27BF).contains(scalar)
  }
}
