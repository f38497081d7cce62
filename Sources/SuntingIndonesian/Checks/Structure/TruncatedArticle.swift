package import SuntingCore

/// The article stops at a word that wants a continuation: `… menyiapkan bantuan untuk`.
package struct TruncatedArticle: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let leastWords = 6
  private static let wanting: Set<String> = [
    "yang", "dan", "atau", "untuk", "di", "ke", "dari", "pada", "dengan", "bahwa", "karena", "oleh", "sebagai",
    "dalam", "akan", "agar", "tentang", "antara", "sebuah", "seorang", "para", "terhadap", "kepada", "bagi", "hingga",
    "serta", "setelah", "sebelum", "ketika", "sejak", "melalui", "secara", "namun", "tetapi", "jika",
  ]

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    let document = context.document
    guard let block = context.proseBlocks.last(where: { !$0.block.tokens.isEmpty })?.block,
      context.proseBlocks.contains(where: { !$0.block.tokens.isEmpty && $0.block.tokens != block.tokens }),
      block.tokens.count >= Self.leastWords,
      block.kind == .prose || block.kind == .heading, block.letterCase == .sentence
    else { return }
    let last = block.tokens.upperBound - 1
    let token = document.tokens[last]
    guard token.kind == .word, !token.flags.contains(.capital), Self.wanting.contains(document.text(of: last)) else {
      return
    }
    // an item of a list: `…; dan`
    guard document.tokens[last - 1].kind == .word else { return }
    report(Finding(range: token.range))
  }
}
