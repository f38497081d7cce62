package import SuntingCore

/// U+FFFD, the sign for bytes that could not be read.
package struct ReplacementCharacter: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let utf8 = context.document.utf8
    context.forEachByte(where: { $0 == 0xEF }) { offset, block in
      var end = offset
      while end + 2 < block.range.bounds.upperBound, utf8[end] == 0xEF, utf8[end + 1] == 0xBF, utf8[end + 2] == 0xBD {
        end += 3
      }
      if end > offset { report(Finding(range: TextRange(offset..<end))) }
      return end
    }
  }
}
