package import SuntingCore

/// `PBB -nya`, `rumah nya`, `anak- nya`, `1990 -an`: an ending cut off its word.
package struct DetachedClitic: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}
  /// Without `nya` there may be `- ku` or `1990 -an`.
  package var triggerWords: [String]? { Array(Self.withHyphen) + ["an"] }

  private static let withHyphen: Set<String> = ["nya", "ku", "mu", "lah", "kah"]
  /// Grammar books write endings with their hyphen.
  private static let terms: Set<String> = [
    "akhiran", "imbuhan", "klitik", "enklitik", "partikel", "sufiks", "pronomina", "kata", "bentuk", "unsur", "ganti",
    "huruf", "si", "ujaran", "istilah", "morfem",
  ]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    for (joint, block) in context.joints {
      if let finding = finding(joint, context, block) { report(finding) }
    }
    for index in context.triggers {
      if let finding = spaced(index, context, context.block(of: index)) { report(finding) }
    }
  }

  private func finding(_ joint: HyphenJoint, _ context: CheckContext, _ block: Block) -> Finding? {
    let document = context.document
    let ending = document.tokens[joint.right]
    guard joint.isOpen, joint.isHyphen, ending.kind == .word, (2...3).contains(ending.range.length) else { return nil }
    guard !ending.flags.contains(.lineStart) || joint.isOpenLeft else { return nil }
    let text = document.foldedText(joint.right)
    if document.tokens[joint.left].kind == .number {
      return text == "an" && document.text(of: joint.right) == "an" ? joint.finding(document) : nil
    }
    guard Self.withHyphen.contains(text), isHost(joint.left, document) else { return nil }
    let isHyphenated =
      ending.flags.contains(.capital)
      || (text.utf8.count == 3 && text.hasSuffix("ah")
        ? false : Joining.takesHyphen(at: joint.left, in: context, block, unknown: isForeign(joint.left, context)))
    return joint.finding(document, joint: isHyphenated ? "-" : "")
  }

  /// `rumah nya`: no other word is spelled so.
  private func spaced(_ index: Int, _ context: CheckContext, _ block: Block) -> Finding? {
    let document = context.document
    let token = document.tokens[index]
    guard token.kind == .word, token.range.length == 3, index > block.tokens.lowerBound,
      document.utf8[Int(token.start)] == 0x6E, document.text(of: index) == "nya", !token.flags.contains(.address),
      document.tokens[index - 1].kind == .word, token.flags.contains(.spaceBefore), isHost(index - 1, document)
    else { return nil }
    let isHyphenated = Joining.takesHyphen(
      at: index - 1, in: context, block, unknown: isForeign(index - 1, context))
    var finding = Finding(range: document.range(of: (index - 1)..<(index + 1)))
    finding.edits = [Edit(range: document.gap(after: index - 1), text: isHyphenated ? "-" : "")]
    finding.alternatives = [document.text(of: index - 1) + (isHyphenated ? "-" : "") + "nya"]
    return finding
  }

  private func isHost(_ token: Int, _ document: Document) -> Bool {
    guard document.tokens[token].range.length >= 2, !document.tokens[token].flags.contains(.address) else {
      return false
    }
    let word = document.foldedText(token)
    return !Self.terms.contains(word) && !["dan", "atau", "di", "ke", "yang", "pada"].contains(word)
  }

  /// With a dictionary at hand an unknown word is foreign; without one, most words are Indonesian.
  private func isForeign(_ token: Int, _ context: CheckContext) -> Bool { context.lexicon != nil }
}
