package import SuntingCore
internal import SuntingRuleFormat

/// A rule as a dictionary entry: what it says, why, examples, what stays silent, how far the fix is to be trusted.
package struct Explanation {
  private let library: RuleLibrary

  package init(_ library: RuleLibrary) { self.library = library }

  /// nil for an unknown rule.
  package func text(_ id: String, language: MessageLanguage) -> String? {
    guard let number = library.tables.rule(id) else { return nil }
    let rule = library.tables.rules[number]
    let file = library.file(id)
    let words = Words(language)
    var lines = ["\(id)", String(repeating: "─", count: id.count)]
    lines.append(
      "\(rule.severity.name) · \(rule.mqm) · \(rule.isDefault ? words.on : words.off) · \(rule.entryCount) \(words.entries)"
    )
    lines.append("")
    lines += Self.wrap(rule.message[language])
    lines.append("")
    lines += Self.wrap(rule.why[language])
    if let file {
      if !file.examples.isEmpty {
        lines += ["", words.examples]
        for example in file.examples.prefix(8) {
          lines.append("  ✗ " + example.bad.flattened())
          if let good = example.good { lines.append("  ✓ " + (good.isEmpty ? words.deleted : good.flattened())) }
        }
      }
      if !file.silent.isEmpty {
        lines += ["", words.silent]
        for silent in file.silent.prefix(8) {
          lines.append("  · " + silent.text.flattened() + (silent.why.isEmpty ? "" : "  — " + silent.why))
        }
      }
      if !file.limits.isEmpty {
        lines += ["", words.limits]
        lines += file.limits.map { "  · " + $0 }
      }
    }
    if let measured = Measured.of(id) { lines += ["", words.measured(measured)] }
    lines += ["", words.fix(rule.fix)]
    if !rule.fixReason[language].isEmpty { lines += Self.wrap(rule.fixReason[language], indent: "  ") }
    if let file, !file.sources.isEmpty { lines += ["", words.sources] + file.sources.map { "  " + $0 } }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func wrap(_ text: String, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = indent
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if line.count + word.count > 88, line != indent {
        lines.append(line)
        line = indent
      }
      line += (line == indent ? "" : " ") + word
    }
    return lines + [line]
  }

  private struct Words {
    let isIndonesian: Bool
    init(_ language: MessageLanguage) { isIndonesian = language == .id }
    var on: String { isIndonesian ? "aktif" : "on" }
    var off: String { isIndonesian ? "tidak aktif secara bawaan" : "off by default" }
    var entries: String { isIndonesian ? "entri" : "entries" }
    var examples: String { isIndonesian ? "Contoh" : "Examples" }
    var silent: String { isIndonesian ? "Bukan kesalahan" : "Not reported" }
    var limits: String { isIndonesian ? "Yang tidak tertangkap" : "Known misses" }
    var sources: String { isIndonesian ? "Sumber" : "Sources" }
    var deleted: String { isIndonesian ? "(dihapus)" : "(deleted)" }
    func measured(_ m: Measured) -> String {
      isIndonesian
        ? "Terukur pada Corpus: \(m.hits) temuan, \(m.right) benar (95 %: \(m.low)–\(m.high)); \(m.cleanHits) pada \(m.cleanWords) kata bersih"
        : "Measured on Corpus: \(m.hits) findings, \(m.right) right (95 %: \(m.low)–\(m.high)); \(m.cleanHits) on \(m.cleanWords) clean words"
    }
    func fix(_ safety: FixSafety) -> String {
      switch (safety, isIndonesian) {
      case (.safe, true): "Perbaikan: aman (--fix)"
      case (.unsafe, true): "Perbaikan: perlu diperiksa penyunting (--unsafe-fixes)"
      case (.none, true): "Perbaikan: tidak ada yang otomatis"
      case (.safe, false): "Fix: safe (--fix)"
      case (.unsafe, false): "Fix: needs an editor's eye (--unsafe-fixes)"
      case (.none, false): "Fix: none that is automatic"
      }
    }
  }
}

extension Selection.UnknownName {
  package static func inLibrary(_ name: String, _ library: RuleLibrary) -> Selection.UnknownName {
    do {
      _ = try Selection(select: [name]).enabled(in: library.tables)
      return Selection.UnknownName(name: name, suggestion: nil)
    } catch { return error }
  }
}
