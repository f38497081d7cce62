/// Makes diagnostics of findings: offsets in the file, messages filled in, fingerprints, one order.
struct DiagnosticBuilder {
  let linter: Linter
  let document: Document

  func diagnostics(from findings: [(rule: Int, finding: Finding, english: String)]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var occurrences: [Fingerprint: Int] = [:]
    let ordered = findings.sorted { a, b in
      if a.finding.range != b.finding.range { return a.finding.range < b.finding.range }
      let (first, second) = (linter.severities[a.rule], linter.severities[b.rule])
      return first != second ? first > second : linter.tables.rules[a.rule].id < linter.tables.rules[b.rule].id
    }
    for (index, entry) in ordered.enumerated() {
      // one place, one diagnostic: the graver one, then by rule
      if index > 0, ordered[index - 1].finding.range == entry.finding.range { continue }
      result.append(diagnostic(entry.rule, entry.finding, entry.english, &occurrences))
    }
    return result.sorted(by: Diagnostic.inOrder)
  }

  private func diagnostic(
    _ number: Int, _ finding: Finding, _ english: String, _ occurrences: inout [Fingerprint: Int]
  ) -> Diagnostic {
    let rule = linter.tables.rules[number]
    let text = document.text(finding.range)
    var values = finding.values
    values["text"] = text.flattened()
    values["english"] = english
    values["replacement"] = finding.alternatives.first ?? ""
    let key = Fingerprint(rule: rule.id, words: words(text))
    let occurrence = occurrences[key, default: 0]
    occurrences[key] = occurrence + 1
    return Diagnostic(
      rule: rule.id, severity: linter.severities[number], mqm: rule.mqm, range: document.map.source(of: finding.range),
      message: Bilingual(id: rule.message.id.filled(values), en: rule.message.en.filled(values)), text: text,
      fixes: fixes(finding, rule), alternatives: finding.alternatives,
      related: finding.related.map { .init(range: document.map.source(of: $0.range), message: $0.message) },
      penalty: penalty(rule, linter.severities[number]),
      fingerprint: key.text(occurrence: occurrence))
  }

  private func fixes(_ finding: Finding, _ rule: RuleTables.Rule) -> [Fix] {
    let safety = finding.safety ?? rule.fix
    guard safety != .none else { return [] }
    if finding.isFurniture {
      guard let block = block(at: finding.range), !block.shell.isEmpty else { return [] }
      return [Fix(safety: safety, edits: [Edit(range: block.shell, text: "")])]
    }
    guard !finding.edits.isEmpty else { return [] }
    var edits: [Edit] = []
    for edit in finding.edits where !document.utf8[edit.range.bounds].elementsEqual(edit.text.utf8) {
      if edit.text.isEmpty, let block = block(at: edit.range) {
        edits.append(Edit(range: block.shell, text: ""))
        continue
      }
      guard let mapped = SourceEdits.edits(for: edit, in: document) else { return [] }
      edits += mapped
    }
    edits = edits.filter { !($0.range.isEmpty && $0.text.isEmpty) }
    // one piece of markup may stand for the text of two edits; it cannot be written twice
    let places = edits.map(\.range).sorted()
    guard zip(places, places.dropFirst()).allSatisfy({ $0.end <= $1.start }) else { return [] }
    return edits.isEmpty ? [] : [Fix(safety: safety, edits: edits)]
  }

  /// The block that is all of the range.
  private func block(at range: TextRange) -> Block? {
    document.block(at: range.start).flatMap { document.blocks[$0].range == range ? document.blocks[$0] : nil }
  }

  /// MQM severities as weights: accuracy and terminology are major, the rest minor; what is only worth a look is free.
  private func penalty(_ rule: RuleTables.Rule, _ severity: Severity) -> Int {
    guard severity > .suggestion else { return 0 }
    return rule.mqm.hasPrefix("accuracy") || rule.mqm.hasPrefix("terminology") ? 5 : 1
  }

  private func words(_ text: String) -> String {
    var text = text
    let folded = text.withUTF8 { WordHash.folded($0) }
    return String(decoding: folded, as: UTF8.self).flattened()
  }
}

extension String {
  /// `{name}` filled in; unknown names stay.
  fileprivate func filled(_ values: [String: String]) -> String {
    var result = ""
    var rest = self[...]
    while let open = rest.utf8.firstIndex(of: 0x7B), let close = rest.utf8[open...].firstIndex(of: 0x7D) {
      let name = String(rest[rest.utf8.index(after: open)..<close])
      result += rest[..<open]
      result += values[name] ?? String(rest[open...close])
      rest = rest[rest.utf8.index(after: close)...]
    }
    return result + rest
  }

  /// On one line, with single spaces.
  package func flattened() -> String {
    var source = self
    return source.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { target in
        var count = 0
        var isPending = false
        var index = 0
        while index < bytes.count {
          let length = Self.spaceLength(bytes, index)
          if length > 0 {
            isPending = count > 0
            index += length
            continue
          }
          if isPending {
            target[count] = 0x20
            count += 1
            isPending = false
          }
          target[count] = bytes[index]
          count += 1
          index += 1
        }
        return count
      }
    }
  }

  /// The bytes of the white space at `index`: a space, tab, line end or non-breaking space. 0 for none.
  private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x0A, 0x0D, 0x09: 1
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    default: 0
    }
  }
}
