package import SuntingCore

/// `cafÃ©`, `Jumâ€™at`: UTF-8 read as Windows-1252.
package struct Mojibake: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let utf8 = context.document.utf8
    // all first characters of garbled runs are Latin-1 letters: C3 in UTF-8
    context.forEachByte(where: { $0 == 0xC3 }) { offset, block in
      var end = offset
      var text = ""
      while end < block.range.bounds.upperBound, utf8[end] == 0xC3,
        let run = Windows1252.decode(at: end, until: block.range.bounds.upperBound, utf8)
      {
        text += run.text
        end = run.end
      }
      if end > offset { report(Finding(range: TextRange(offset..<end), replacement: text)) }
      return end
    }
  }
}
