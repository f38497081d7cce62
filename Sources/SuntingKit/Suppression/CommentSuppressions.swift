internal import SuntingCore
internal import SuntingRuleFormat

/// Applies the comments of one article to its findings and reports comments that are wrong or of no use.
struct CommentSuppressions {
  private let engine: Engine
  private let bytes: [UInt8]
  private var ranges: SuppressedRanges
  private var problems: [Diagnostic] = []
  private var occurrences: [String: Int] = [:]

  init(_ comments: [ProseComment], engine: Engine, bytes: [UInt8]) {
    self.engine = engine
    self.bytes = bytes
    var valid: [SuppressionComment] = []
    var invalid: [(problem: String, range: TextRange)] = []
    let names = comments.isEmpty ? nil : RuleNames(engine.library.tables)
    for comment in comments {
      switch SuppressionComment.read(comment) {
      case .other: continue
      case .unknown(let word, let range):
        let known = SuppressionComment.Kind.allCases.map(\.rawValue)
        let hint = Suggestion.nearest(to: word, among: known).map { "; did you mean “\($0)”?" } ?? ""
        invalid.append(("unknown directive “\(word)”\(hint)", range))
      case .suppression(let suppression):
        var isValid = true
        for name in suppression.rules {
          do { try names?.check(name) } catch {
            invalid.append(("\(error)", suppression.range))
            isValid = false
          }
        }
        if isValid { valid.append(suppression) }
      }
    }
    ranges = SuppressedRanges(valid, bytes: bytes)
    for entry in invalid { report(ToolRules.invalidSuppression, entry.range, entry.problem, []) }
  }

  /// The findings that stand, with those about the comments themselves; and how many were suppressed.
  mutating func apply(to diagnostics: [Diagnostic]) -> (kept: [Diagnostic], suppressed: Int) {
    guard !ranges.comments.isEmpty || !problems.isEmpty else { return (diagnostics, 0) }
    let kept = diagnostics.filter { !ranges.suppress($0) }
    for entry in ranges.unused { reportUnused(entry.comment, entry.names) }
    return ((kept + problems).sorted(by: Diagnostic.inOrder), diagnostics.count - kept.count)
  }

  /// Names of rules that do not run now may be of use another time.
  private mutating func reportUnused(_ comment: SuppressionComment, _ names: [String]) {
    let unused = names.filter { name in
      name.isEmpty || engine.severities.keys.contains { SuppressionComment.name(name, means: $0) }
    }
    guard !unused.isEmpty || (names.isEmpty && comment.kind == .enable) else { return }
    let shown = unused.filter { !$0.isEmpty }
    let text = shown.isEmpty ? comment.kind.rawValue : shown.joined(separator: ", ")
    let isWhole = unused.count == names.count && names.count == max(1, comment.rules.count) || comment.kind == .enable
    let edit = isWhole ? wholeComment(comment) : withoutNames(Set(unused), comment)
    report(ToolRules.unusedSuppression, comment.range, text, edit.map { [Fix(safety: .safe, edits: [$0])] } ?? [])
  }

  /// The comment, with its line where it stands alone.
  private func wholeComment(_ comment: SuppressionComment) -> Edit? {
    var start = comment.range.bounds.lowerBound
    var end = comment.range.bounds.upperBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    let isAlone =
      (start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D)
      && (end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D)
    guard isAlone else { return Edit(range: comment.range, text: "") }
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A, end == comment.range.bounds.upperBound || bytes[end - 1] != 0x0A {
      end += 1
    }
    return Edit(range: TextRange(start..<end), text: "")
  }

  /// The list of names written anew without those of no use.
  private func withoutNames(_ names: Set<String>, _ comment: SuppressionComment) -> Edit? {
    let text = Array(bytes[comment.range.bounds])
    guard let first = comment.rules.first, let last = comment.rules.last,
      let keyword = text.firstRange(of: Array(comment.kind.rawValue.utf8)),
      let start = text[keyword.upperBound...].firstRange(of: Array(first.utf8))?.lowerBound,
      let end = text[start...].lastName(Array(last.utf8), before: text.firstRange(of: Array("--".utf8), from: start))
    else { return nil }
    let base = comment.range.bounds.lowerBound
    let left = comment.rules.filter { !names.contains($0) }
    return Edit(range: TextRange((base + start)..<(base + end)), text: left.joined(separator: ", "))
  }

  private mutating func report(_ rule: String, _ range: TextRange, _ text: String, _ fixes: [Fix]) {
    guard let severity = engine.severities[rule], let number = engine.library.tables.rule(rule) else { return }
    let entry = engine.library.tables.rules[number]
    func filled(_ message: String) -> String {
      message.split(separator: "{text}", omittingEmptySubsequences: false).joined(separator: text)
    }
    let occurrence = occurrences[rule + text, default: 0]
    occurrences[rule + text] = occurrence + 1
    problems.append(
      Diagnostic(
        rule: rule, severity: severity, mqm: entry.mqm, range: range,
        message: Bilingual(id: filled(entry.message.id), en: filled(entry.message.en)),
        text: String(decoding: bytes[range.bounds], as: UTF8.self), fixes: fixes, alternatives: [], related: [],
        penalty: 0, fingerprint: Fingerprint.of(rule: rule, words: text, occurrence: occurrence)))
  }
}

extension RandomAccessCollection<UInt8> where Index == Int, SubSequence: RandomAccessCollection<UInt8> {
  /// The first place of `name`.
  fileprivate func firstRange(of name: [UInt8]) -> Range<Int>? {
    guard !name.isEmpty, count >= name.count else { return nil }
    return (startIndex...(endIndex - name.count)).first { self[$0..<($0 + name.count)].elementsEqual(name) }
      .map { $0..<($0 + name.count) }
  }

  fileprivate func firstRange(of name: [UInt8], from start: Int) -> Int? { self[start...].firstPlace(name) }
  private func firstPlace(_ name: [UInt8]) -> Int? { firstRange(of: name)?.lowerBound }

  /// Where the last `name` ends, at the latest at `limit`.
  fileprivate func lastName(_ name: [UInt8], before limit: Int?) -> Int? {
    let end = Swift.min(limit ?? endIndex, endIndex)
    guard end - startIndex >= name.count else { return nil }
    return (startIndex...(end - name.count)).last { self[$0..<($0 + name.count)].elementsEqual(name) }
      .map { $0 + name.count }
  }
}
