package import SuntingCore

/// `terlambat –kata warga`: a dash with a space on one side only.
package struct OneSidedDash: Check {
  private let reduplication = Reduplication(rhymes: [])

  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let affixes: Set<String> = [
    "ke", "se", "di", "nya", "ku", "mu", "an", "pra", "pasca", "anti", "non", "pro",
  ]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for (joint, block) in context.joints where block.kind != .tableCell && joint.isOpenLeft != joint.isOpenRight {
      if isDash(joint, document) { report(Finding(range: joint.range(in: document))) }
    }
  }

  /// Two words of three letters and more that are not halves of one: a hyphen before a word of grammar is a dash too.
  private func isDash(_ joint: HyphenJoint, _ document: Document) -> Bool {
    let (left, right) = (document.tokens[joint.left], document.tokens[joint.right])
    guard left.kind == .word, right.kind == .word, left.range.length >= 3, right.range.length >= 3,
      !document.tokens[joint.mark].flags.contains(.lineStart), !right.flags.contains(.lineStart)
    else { return false }
    let (first, second) = (document.foldedText(joint.left), document.foldedText(joint.right))
    guard !Self.affixes.contains(first), !Self.affixes.contains(second), !reduplication.joins(first, second) else {
      return false
    }
    guard joint.isHyphen else { return true }
    return joint.isOpenLeft && Particles.all.contains(second) && !left.flags.contains(.capital)
  }
}
