internal import SuntingCore

/// What looks like a repetition and is none: names, species, idioms. Entries with a capital match that casing only.
struct Legitimate: Sendable {
  private let exact: Set<String>
  private let lower: Set<String>
  /// Words of the longest entry.
  private let longest: Int

  init(_ lines: [String]?) {
    let lines = lines ?? []
    exact = Set(lines.filter { $0 != $0.lowercased() })
    lower = Set(lines.filter { $0 == $0.lowercased() })
    longest = lines.map { $0.split(separator: " ").count }.max() ?? 0
  }

  /// Whether an entry covers all of the tokens; it may begin before and end behind them.
  func covers(_ tokens: Range<Int>, _ document: Document, _ block: Block) -> Bool {
    for count in tokens.count..<max(tokens.count + 1, longest + 1) {
      for start in (tokens.upperBound - count)...tokens.lowerBound {
        guard start >= block.tokens.lowerBound, start + count <= block.tokens.upperBound else { continue }
        let text = document.text(document.range(of: start..<(start + count))).flattened()
        if exact.contains(text) || lower.contains(text.lowercased()) { return true }
      }
    }
    return false
  }
}
