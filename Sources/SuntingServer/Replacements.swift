import SuntingCore

/// What a client may write over a stretch of the text. Clients know one stretch and a list of texts for it; a fix of
/// several edits becomes one that also holds what stands between them.
struct Replacement {
  let range: TextRange
  let texts: [String]
}

/// The replacements for each finding. Safe ones are those `sunting fix` makes in one pass, so that a client that writes
/// the first replacement of every match gets its text.
struct Replacements {
  private let bytes: [UInt8]
  private let diagnostics: [Diagnostic]
  private var own: [Int: [Edit]] = [:]

  init(_ diagnostics: [Diagnostic], _ bytes: [UInt8]) {
    self.bytes = bytes
    self.diagnostics = diagnostics
    let result = FixApplier.apply(diagnostics, to: bytes, least: .safe)
    share(result)
  }

  /// Deletions of neighbouring lines were joined; each finding gets its part of the joined one.
  private mutating func share(_ result: FixApplier.Result) {
    var places: [(number: Int, range: TextRange)] = result.applied.flatMap { number in
      (diagnostics[number].fixes.first { $0.safety == .safe }?.edits ?? []).map { (number, $0.range) }
    }
    places.sort { $0.range < $1.range }
    for edit in result.edits {
      if let place = places.first(where: { $0.range == edit.range }) {
        own[place.number, default: []].append(edit)
        continue
      }
      let members = places.filter { edit.range.overlaps($0.range) }
      for (index, member) in members.enumerated() {
        let start = index == 0 ? edit.range.start : member.range.start
        let end = index + 1 < members.count ? members[index + 1].range.start : edit.range.end
        guard start <= end else { continue }
        own[member.number, default: []].append(Edit(range: TextRange(start, end), text: index == 0 ? edit.text : ""))
      }
    }
  }

  func safe(_ number: Int) -> Replacement? {
    guard let edits = own[number] else { return nil }
    let finding = diagnostics[number].range
    let isAlone = !own.contains { $0.key != number && $0.value.contains { $0.range.overlaps(finding) } }
    return joined(edits, with: isAlone ? finding : nil, alternatives: [])
  }

  /// Every replacement that is known, for clients that ask for all.
  func any(_ number: Int) -> Replacement? {
    let diagnostic = diagnostics[number]
    guard let fix = diagnostic.fixes.first else {
      // with markup inside, or in its place, an alternative would be written over it
      let isPlain = bytes[diagnostic.range.bounds].elementsEqual(diagnostic.text.utf8)
      return diagnostic.alternatives.isEmpty || !isPlain
        ? nil : Replacement(range: diagnostic.range, texts: diagnostic.alternatives)
    }
    let replacesWhole = fix.edits.count == 1 && fix.edits[0].range == diagnostic.range
    return joined(fix.edits, with: diagnostic.range, alternatives: replacesWhole ? diagnostic.alternatives : [])
  }

  private func joined(_ edits: [Edit], with finding: TextRange?, alternatives: [String]) -> Replacement {
    let edits = edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    let ranges = edits.map(\.range) + (finding.map { [$0] } ?? [])
    let range = TextRange(ranges.map(\.start).min() ?? 0, ranges.map(\.end).max() ?? 0)
    var text: [UInt8] = []
    var position = range.start
    for edit in edits where edit.range.start >= position {
      text += bytes[TextRange(position, edit.range.start).bounds]
      text += edit.text.utf8
      position = edit.range.end
    }
    text += bytes[TextRange(position, max(position, range.end)).bounds]
    let first = String(decoding: text, as: UTF8.self)
    return Replacement(range: range, texts: [first] + alternatives.filter { $0 != first })
  }
}
