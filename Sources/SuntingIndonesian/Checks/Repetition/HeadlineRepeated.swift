package import SuntingCore

/// The headline again as the first sentence.
package struct HeadlineRepeated: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    guard let headline = Headline(context) else { return }
    var finding = Finding(range: context.document.range(of: headline.repetition))
    finding.edits = [Edit(range: finding.range, text: "")]
    finding.related = [RelatedPlace(range: headline.headline, message: Bilingual(id: "Judulnya.", en: "The headline."))]
    report(finding)
  }
}
