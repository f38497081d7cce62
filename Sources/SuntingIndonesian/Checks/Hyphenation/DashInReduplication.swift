package import SuntingCore

/// `negara–negara`: a dash or minus sign where the hyphen belongs.
package struct DashInReduplication: Check {
  private let reduplication: Reduplication

  package init(options: [String: [String]]) throws(CheckOptionError) {
    reduplication = Reduplication(rhymes: options["rhyme"] ?? [])
  }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for (_, block) in context.proseBlocks {
      for index in block.tokens where document.tokens[index].kind == .mark {
        guard let joint = HyphenJoint(at: index, in: document, block), !joint.isOpen, !joint.isHyphen,
          document.tokens[joint.left].kind == .word, document.tokens[joint.right].kind == .word,
          !document.tokens[joint.right].flags.contains(.capital),
          reduplication.joins(document.foldedText(joint.left), document.foldedText(joint.right))
        else { continue }
        report(joint.finding(document))
      }
    }
  }
}
