package import SuntingCore

/// `langkah -langkah`, `langkah- langkah`, `langkah - langkah`: halves of a reduplication torn apart at the hyphen.
///
/// A space before the hyphen is what one widely used engine writes; people hardly ever do.
package struct BrokenReduplication: Check {
  private let reduplication: Reduplication

  package init(options: CheckOptions) throws(CheckOptionError) {
    reduplication = Reduplication(rhymes: options["rhyme"] ?? [])
  }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    let hasSoftHyphens = document.summary.bytes.contains(0xAD)
    for (joint, block) in context.joints where joint.isOpen && isBroken(joint, document, block) {
      report(joint.finding(document))
    }
    guard hasSoftHyphens else { return }
    for (_, block) in context.proseBlocks where !block.isCommon {
      for index in block.tokens where document.tokens[index].kind != .mark {
        if let soft = SoftHyphen(at: index, in: document, block), let finding = soft.finding(document, reduplication) {
          report(finding)
        }
      }
    }
  }

  private func isBroken(_ joint: HyphenJoint, _ document: Document, _ block: Block) -> Bool {
    let (left, right) = (document.tokens[joint.left], document.tokens[joint.right])
    guard left.kind == .word, right.kind == .word, isVisible(joint, document) else { return false }
    // a line may end at the hyphen, and a bullet may begin one
    if right.flags.contains(.lineStart), !joint.isOpenLeft { return false }
    if document.tokens[joint.mark].flags.contains(.lineStart), joint.isOpenRight { return false }
    let (first, second) = (document.foldedText(joint.left), document.foldedText(joint.right))
    guard joint.isOpenOnBothSides || !joint.isHyphen else { return reduplication.joins(first, second) }
    // the mark may be a dash between two phrases: no names, no affixes
    return !right.flags.contains(.capital) && reduplication.isCertain(first, second)
  }

  /// Characters without width alone are the business of another rule.
  private func isVisible(_ joint: HyphenJoint, _ document: Document) -> Bool {
    document.tokens[joint.mark].flags.contains(.spaceBefore)
      || document.tokens[joint.right].flags.contains(.spaceBefore)
  }
}
