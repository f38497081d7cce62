package import SuntingCore
internal import SuntingICU

/// Characters without width between Latin letters: soft hyphens, zero-width spaces, direction marks.
package struct InvisibleCharacter: Check {
  private static let reduplication = Reduplication(rhymes: [])

  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    context.forEachByte(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) { offset, block in
      var end = offset
      var names: [String] = []
      while end < block.range.bounds.upperBound {
        let (scalar, length) = context.scalar(at: end)
        guard Scalars.isInvisible(scalar) else { break }
        names.append(Self.name(scalar))
        end += length
      }
      guard end > offset, !isNeeded(offset..<end, context, block), !isBrokenReduplication(offset, context, block) else {
        return end
      }
      var finding = Finding(range: TextRange(offset..<end), replacement: "")
      finding.values["name"] = names.joined(separator: " ")
      report(finding)
      return end
    }
  }

  /// Emoji and other scripts need their joiners and direction marks; a soft hyphen may be all that is left of a hyphen.
  private func isNeeded(_ range: Range<Int>, _ context: CheckContext, _ block: Block) -> Bool {
    let before =
      range.lowerBound > block.range.bounds.lowerBound
      ? context.document.utf8.withUnsafeBufferPointer { Scalars.decodeBackwards($0, before: range.lowerBound).scalar }
      : 0x20
    let after = range.upperBound < block.range.bounds.upperBound ? context.scalar(at: range.upperBound).scalar : 0x20
    return Self.isOther(before) || Self.isOther(after)
  }

  /// `langkah­langkah`: another rule writes the hyphen.
  private func isBrokenReduplication(_ offset: Int, _ context: CheckContext, _ block: Block) -> Bool {
    let (document, index) = (context.document, context.document.token(at: UInt32(offset)))
    let near = max(block.tokens.lowerBound, index - 2)..<min(block.tokens.upperBound, index + 2)
    return near.contains { place in
      if let soft = SoftHyphen(at: place, in: document, block), soft.gap.bounds.contains(offset) {
        return soft.finding(document, Self.reduplication) != nil
      }
      guard let joint = HyphenJoint(at: place, in: document, block), joint.isOpen else { return false }
      return joint.range(in: document).bounds.contains(offset)
        && document.isSameText(joint.left, joint.right)
    }
  }

  private static func isOther(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x250 else { return false }
    if scalar >= 0x1F000 || (0x2600...0x27BF).contains(scalar) || scalar == 0xFE0F { return true }
    return Characters.isAlphabetic(scalar) && Characters.script(scalar) != Characters.latinScript
  }

  private static func name(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
