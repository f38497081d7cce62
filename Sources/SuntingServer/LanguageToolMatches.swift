import SuntingCore
import SuntingKit

/// Findings as LanguageTool writes its matches.
struct LanguageToolMatches {
  let bytes: [UInt8]
  let diagnostics: [Diagnostic]
  let library: RuleLibrary
  let language: MessageLanguage
  let isPicky: Bool

  func json() -> [JSONValue] {
    let replacements = Replacements(diagnostics, bytes)
    let offsets = UTF16Offsets(bytes)
    let matches = diagnostics.enumerated().map { number, diagnostic in
      let known = replacements.safe(number) ?? (isPicky ? replacements.any(number) : nil)
      return (diagnostic, known ?? Replacement(range: diagnostic.range, texts: []))
    }
    return matches.sorted { $0.1.range < $1.1.range }.map { match($0, $1, offsets) }
  }

  private func match(_ diagnostic: Diagnostic, _ replacement: Replacement, _ offsets: UTF16Offsets) -> JSONValue {
    let range = replacement.range.bounds
    let start = offsets[range.lowerBound]
    let length = offsets[range.upperBound] - start
    return [
      "message": .string(diagnostic.message[language]),
      "shortMessage": .string(FamilyName.of(diagnostic.family, language)),
      "replacements": .array(replacement.texts.map { ["value": .string($0)] }),
      "offset": .int(start), "length": .int(length), "context": context(range),
      "sentence": .string(sentence(range)),
      "type": ["typeName": "Other"],
      "rule": rule(diagnostic),
      "ignoreForIncompleteSentence": false, "contextForSureMatch": 0,
    ]
  }

  private func rule(_ diagnostic: Diagnostic) -> JSONValue {
    let why = library.tables.rule(diagnostic.rule).map { library.tables.rules[$0].why[language].flattened() }
    return [
      "id": .string(diagnostic.rule), "description": .string(why ?? diagnostic.rule),
      "issueType": .string(IssueType.of(diagnostic)),
      "category": ["id": .string(diagnostic.family), "name": .string(FamilyName.of(diagnostic.family, language))],
      "severity": .string(diagnostic.severity.name),
    ]
  }

  /// Some characters on each side, line ends as spaces.
  private func context(_ range: Range<Int>) -> JSONValue {
    let width = 45
    let start = boundary(max(0, range.lowerBound - width), -1)
    let end = boundary(min(bytes.count, range.upperBound + width), 1)
    let before = (start > 0 ? "..." : "") + text(start..<range.lowerBound)
    let inside = text(range)
    let after = text(range.upperBound..<end) + (end < bytes.count ? "..." : "")
    return [
      "text": .string(before + inside + after), "offset": .int(before.utf16.count), "length": .int(inside.utf16.count),
    ]
  }

  private func boundary(_ offset: Int, _ step: Int) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += step }
    return offset
  }

  /// Line ends become spaces, one for one, so that offsets stay.
  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }

  /// From the mark that ends the sentence before to the one that ends this, on one line.
  private func sentence(_ range: Range<Int>) -> String {
    func ends(_ index: Int) -> Bool {
      [0x2E, 0x21, 0x3F].contains(bytes[index]) && (index + 1 == bytes.count || bytes[index + 1] <= 0x20)
    }
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != 0x0A, !ends(start - 1) { start -= 1 }
    while start < range.lowerBound, bytes[start] == 0x20 { start += 1 }
    var end = max(range.upperBound, start)
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      end += 1
      if ends(end - 1) { break }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// Families in words.
enum FamilyName {
  private static let names: [String: Bilingual] = [
    "residue": .init(id: "Sisa halaman web", en: "Left over from a web page"),
    "repetition": .init(id: "Pengulangan", en: "Repetition"),
    "hyphenation": .init(id: "Tanda hubung", en: "Hyphens"),
    "spelling": .init(id: "Ejaan baku", en: "Standard spelling"),
    "lexicon": .init(id: "Kata tak dikenal", en: "Unknown words"),
    "language": .init(id: "Bahasa lain", en: "Other languages"),
    "names": .init(id: "Nama", en: "Names"),
    "locale": .init(id: "Angka, tanggal, satuan", en: "Numbers, dates, units"),
    "typography": .init(id: "Tipografi", en: "Typography"),
    "encoding": .init(id: "Pengodean", en: "Encoding"),
    "calque": .init(id: "Terjemahan harfiah", en: "Word-for-word translation"),
    "redundancy": .init(id: "Kata berlebih", en: "Redundancy"),
    "grammar": .init(id: "Tata bahasa", en: "Grammar"),
    "consistency": .init(id: "Ketaatasasan", en: "Consistency"),
    "structure": .init(id: "Susunan", en: "Structure"),
  ]

  static func of(_ family: String, _ language: MessageLanguage) -> String { names[family]?[language] ?? family }
}

/// The issue types of the Internationalization Tag Set 2.0.
enum IssueType {
  private static let byFamily: [String: String] = [
    "residue": "addition", "repetition": "duplication", "hyphenation": "typographical", "spelling": "misspelling",
    "lexicon": "misspelling", "language": "untranslated", "names": "mistranslation", "locale": "locale-violation",
    "typography": "typographical", "encoding": "characters", "calque": "mistranslation", "redundancy": "style",
    "grammar": "grammar", "consistency": "inconsistency", "structure": "formatting",
  ]

  static func of(_ diagnostic: Diagnostic) -> String { byFamily[diagnostic.family] ?? "uncategorized" }
}
