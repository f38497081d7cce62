/// Which stretches of a file rules are off in, by its comments, and which comments were of use.
package struct SuppressedRanges: Sendable {
  /// One name of one comment and where it reaches; no name stands for every rule.
  private struct Scope: Sendable {
    let comment: Int
    let name: String?
    let range: TextRange
    var isUsed = false
  }

  package let comments: [SuppressionComment]
  private var scopes: [Scope] = []
  private var closing: Set<Int> = []

  package init(_ comments: [SuppressionComment], bytes: [UInt8]) {
    self.comments = comments
    guard !comments.isEmpty else { return }
    let lines = LineIndex(bytes)
    for (number, comment) in comments.enumerated() where comment.kind != .enable {
      for name in comment.rules.isEmpty ? [nil] : comment.rules.map(Optional.some) {
        let range = range(of: number, name, lines, bytes)
        scopes.append(Scope(comment: number, name: name, range: range))
      }
    }
  }

  private mutating func range(of number: Int, _ name: String?, _ lines: LineIndex, _ bytes: [UInt8]) -> TextRange {
    let comment = comments[number]
    let end = UInt32(bytes.count)
    switch comment.kind {
    case .file: return TextRange(0, end)
    case .nextLine: return nextLine(after: comment.range.end, lines, bytes)
    case .disable, .enable:
      let closer = comments.indices.dropFirst(number + 1).first { index in
        comments[index].kind == .enable
          && (comments[index].rules.isEmpty || name.map { comments[index].rules.contains($0) } == true)
      }
      if let closer { closing.insert(closer) }
      return TextRange(comment.range.end, max(comment.range.end, closer.map { comments[$0].range.start } ?? end))
    }
  }

  /// The next line that is not blank: between a comment and a paragraph Markdown wants an empty one.
  private func nextLine(after offset: UInt32, _ lines: LineIndex, _ bytes: [UInt8]) -> TextRange {
    var line = lines.line(of: offset) + 1
    while line <= lines.starts.count {
      let start = lines.starts[line - 1]
      let end = lines.lineEnd(line, in: bytes)
      if !bytes[Int(start)..<Int(end)].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return TextRange(start, end) }
      line += 1
    }
    return TextRange(UInt32(bytes.count), UInt32(bytes.count))
  }

  /// Whether a comment turns the finding off; the comments that do are remembered as used.
  package mutating func suppress(_ diagnostic: Diagnostic) -> Bool {
    var isSuppressed = false
    for index in scopes.indices {
      let scope = scopes[index]
      guard scope.range.start <= diagnostic.range.start, diagnostic.range.start < scope.range.end,
        scope.name.map({ SuppressionComment.name($0, means: diagnostic.rule) }) ?? true
      else { continue }
      scopes[index].isUsed = true
      isSuppressed = true
    }
    return isSuppressed
  }

  /// For each comment the names that turned nothing off; `""` stands for a comment without names.
  package var unused: [(comment: SuppressionComment, names: [String])] {
    comments.indices.compactMap { number in
      if comments[number].kind == .enable {
        return closing.contains(number) ? nil : (comments[number], comments[number].rules)
      }
      let names = scopes.filter { $0.comment == number && !$0.isUsed }.map { $0.name ?? "" }
      return names.isEmpty ? nil : (comments[number], names)
    }
  }
}
