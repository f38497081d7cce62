package import SuntingCore

/// `negara–negara`: a dash or minus sign where the hyphen belongs.
package struct DashInReduplication: Check {
  private let reduplication: Reduplication

  package init(options: CheckOptions) throws(CheckOptionError) {
    reduplication = Reduplication(rhymes: options["rhyme"] ?? [])
  }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    for (joint, _) in context.joints where !joint.isOpen && !joint.isHyphen {
      guard document.tokens[joint.left].kind == .word, document.tokens[joint.right].kind == .word,
        !document.tokens[joint.right].flags.contains(.capital),
        reduplication.joins(document.foldedText(joint.left), document.foldedText(joint.right))
      else { continue }
      report(joint.finding(document))
    }
  }
}
