package import SuntingCore

/// `non -imigran`, `se -Indonesia`, `ke -20`, `e -commerce`, `meng -host`: a bound form cut off its word.
package struct DetachedPrefix: Check {
  private let prefixes: WordList
  private let affixes: WordList
  private let letters: WordList

  package init(options: CheckOptions) throws(CheckOptionError) {
    prefixes = WordList(options["prefixes"])
    affixes = WordList(options["affixes"])
    letters = WordList(options["letters"])
    if prefixes.isEmpty { throw CheckOptionError(message: "“prefixes” is the list of bound forms") }
  }

  /// Behind a suspended hyphen: `pra- dan pascapanen`.
  private static let links: Set<String> = ["dan", "atau", "maupun", "serta", "hingga", "sampai", "ataupun", "dan/atau"]
  /// Bound forms that are also words: there a mark between spaces is a dash.
  private static let alsoWords: Set<String> = [
    "pro", "kontra", "super", "mega", "ultra", "antar", "semi", "tri", "dwi", "eko", "bio", "mono", "uni", "pan",
    "poli", "mini", "tele", "tuna", "video", "ekstra", "oto", "bi", "re", "ko", "nir",
  ]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for (joint, block) in context.joints where joint.isOpen && joint.isHyphen {
      guard document.tokens[joint.left].kind == .word, document.tokens[joint.left].range.length <= 8,
        let joiner = joiner(joint, context, block)
      else { continue }
      report(joint.finding(document, joint: joiner))
    }
  }

  /// What belongs between the two: a hyphen, nothing, or nil for no finding.
  private func joiner(_ joint: HyphenJoint, _ context: CheckContext, _ block: Block) -> String? {
    let document = context.document
    let prefix = document.foldedText(joint.left)
    let right = document.tokens[joint.right]
    guard !isLineEnd(joint, document) else { return nil }
    if prefix == "ke" || prefix == "se", right.kind == .number { return ordinal(joint, prefix, document, block) }
    if letters.contains(prefix) {
      return right.kind == .word && right.range.length >= 3 && !isLink(joint.right, document)
        && !joint.isOpenOnBothSides ? "-" : nil
    }
    let isBound = prefixes.contains(prefix)
    guard isBound || affixes.contains(prefix), !isLink(joint.right, document), isPrefix(joint, document, block) else {
      return nil
    }
    if joint.isOpenOnBothSides, !isBound || Self.alsoWords.contains(prefix) { return nil }
    if right.flags.contains(.capital) { return capital(joint, prefix, isBound: isBound, document) }
    if right.kind == .number { return isBound ? "-" : nil }
    if prefix == "pro", document.foldedText(joint.right) == "kontra" { return "-" }
    return Joining.takesHyphen(at: joint.right, in: context, block, unknown: !isBound) ? "-" : ""
  }

  /// `se -Indonesia`, `anti -Rusia`, `di -PHK`; a place behind `di` or `ke` is something else.
  private func capital(_ joint: HyphenJoint, _ prefix: String, isBound: Bool, _ document: Document) -> String? {
    if prefix == "di" || prefix == "ke" {
      return document.tokens[joint.right].flags.contains(.allCapitals) ? "-" : nil
    }
    return prefix == "uni" ? nil : "-"
  }

  /// `abad ke -20`, but not the negative number of `dari 5 ke -7 derajat`.
  private func ordinal(_ joint: HyphenJoint, _ prefix: String, _ document: Document, _ block: Block) -> String? {
    let number = document.text(of: joint.right)
    guard prefix == "ke", !joint.isOpenOnBothSides, number.utf8.allSatisfy(\.isDigitASCII) else { return nil }
    let before = max(document.sentence(of: joint.left).lowerBound, joint.left - 4)..<joint.left
    if before.contains(where: { document.tokens[$0].kind == .number }), !joint.isOpenRight { return nil }
    let next = joint.right + 1
    if next < block.tokens.upperBound {
      if document.isMark(next, 0x25) || document.tokens[next].kind == .other { return nil }
      if document.tokens[next].kind == .word, ["derajat", "persen", "poin"].contains(document.foldedText(next)) {
        return nil
      }
    }
    return "-"
  }

  /// A hyphen at the end of a line is a line break; a mark at its beginning may be a bullet.
  private func isLineEnd(_ joint: HyphenJoint, _ document: Document) -> Bool {
    (document.tokens[joint.right].flags.contains(.lineStart) && !joint.isOpenLeft)
      || document.tokens[joint.mark].flags.contains(.lineStart)
  }

  private func isLink(_ token: Int, _ document: Document) -> Bool {
    guard document.tokens[token].kind == .word, document.tokens[token].range.length <= 9 else { return false }
    let word = document.foldedText(token)
    return Self.links.contains(word) || Particles.all.contains(word)
  }

  /// In lower case, or with a capital that its place explains: `Tri -` is a person elsewhere.
  private func isPrefix(_ joint: HyphenJoint, _ document: Document, _ block: Block) -> Bool {
    !document.isName(joint.left, in: block) && !document.tokens[joint.left].flags.contains(.allCapitals)
  }
}
