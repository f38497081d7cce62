import SuntingCore
import SuntingKit

/// What an editor offers at a place.
struct CodeActions {
  static let fixAllKind = "source.fixAll.sunting"

  let analysis: Analysis
  let client: Client
  private var isIndonesian: Bool { analysis.language == .id }

  func actions(in range: Range<Int>, only: [String]?) throws -> [JSONValue] {
    var result: [JSONValue] = []
    if Self.wants("quickfix", only) {
      for diagnostic in analysis.diagnostics(touching: range) {
        result += fixes(diagnostic)
        result += exceptions(diagnostic)
      }
    }
    if Self.wants(Self.fixAllKind, only), let fixed = try analysis.fixed() {
      result.append(
        action(
          isIndonesian ? "Terapkan semua perbaikan aman (sunting)" : "Apply all safe fixes (sunting)", Self.fixAllKind,
          edit: edit(TextChange.between(analysis.document.text.bytes, fixed))))
    }
    return result
  }

  /// A kind means itself and all that is below it.
  static func wants(_ kind: String, _ only: [String]?) -> Bool {
    guard let only else { return true }
    return only.contains { $0.isEmpty || kind == $0 || kind.hasPrefix($0 + ".") }
  }

  private func fixes(_ diagnostic: Diagnostic) -> [JSONValue] {
    var result = diagnostic.fixes.map { fix in
      action(
        title(fix, diagnostic), "quickfix", for: diagnostic, isPreferred: fix.safety == .safe, edit: edit(fix.edits))
    }
    guard replacesWhole(diagnostic) else { return result }
    let offered = Set(diagnostic.fixes.flatMap(\.edits).map(\.text))
    for alternative in diagnostic.alternatives where !offered.contains(alternative) {
      result.append(
        action(
          isIndonesian ? "Ganti dengan “\(alternative)”" : "Replace with “\(alternative)”", "quickfix", for: diagnostic,
          edit: edit([Edit(range: diagnostic.range, text: alternative)])))
    }
    return result
  }

  /// An alternative may be written over the finding where no markup stands inside it and the fix does just that.
  private func replacesWhole(_ diagnostic: Diagnostic) -> Bool {
    guard analysis.document.text.bytes[diagnostic.range.bounds].elementsEqual(diagnostic.text.utf8) else {
      return false
    }
    return diagnostic.fixes.allSatisfy { $0.edits.count == 1 && $0.edits[0].range == diagnostic.range }
  }

  private func title(_ fix: Fix, _ diagnostic: Diagnostic) -> String {
    let check = fix.safety == .safe ? "" : isIndonesian ? " (periksa dulu)" : " (check first)"
    if fix.edits.allSatisfy(\.text.isEmpty) {
      let text = diagnostic.text.flattened()
      let shown = text.count > 40 ? text.prefix(39) + "…" : text[...]
      return (isIndonesian ? "Hapus yang berlebih di “\(shown)”" : "Delete what is too much in “\(shown)”") + check
    }
    let shown = diagnostic.alternatives.first ?? fix.edits.map(\.text).joined(separator: " … ")
    return (isIndonesian ? "Ganti dengan “\(shown.flattened())”" : "Replace with “\(shown.flattened())”") + check
  }

  private func exceptions(_ diagnostic: Diagnostic) -> [JSONValue] {
    var result: [JSONValue] = []
    let title = isIndonesian ? "Abaikan temuan ini (\(diagnostic.rule))" : "Ignore this finding (\(diagnostic.rule))"
    if analysis.document.hasComments {
      result.append(action(title, "quickfix", for: diagnostic, edit: edit([suppression(diagnostic)])))
    } else if analysis.document.isFile {
      result.append(
        command(title, Commands.ignore, [.string(analysis.document.uri), .string(diagnostic.fingerprint)], diagnostic))
    }
    if analysis.document.isFile, Self.isOneWord(diagnostic.text) {
      let title =
        isIndonesian
        ? "Izinkan kata “\(diagnostic.text)” di proyek ini" : "Allow the word “\(diagnostic.text)” in this project"
      result.append(
        command(title, Commands.allowWord, [.string(analysis.document.uri), .string(diagnostic.text)], diagnostic))
    }
    return result
  }

  private static func isOneWord(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0 == "-" || $0 == "’" || $0 == "'" }
  }

  /// A comment on a line of its own above the finding.
  private func suppression(_ diagnostic: Diagnostic) -> Edit {
    let text = analysis.document.text
    let start = text.lineStart(text.line(of: Int(diagnostic.range.start)))
    let indentation = text.bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 }
    let lineEnd = text.bytes.contains(0x0D) ? "\r\n" : "\n"
    let comment =
      String(decoding: indentation, as: UTF8.self) + "<!-- sunting-disable-next-line \(diagnostic.rule) -->" + lineEnd
    return Edit(range: TextRange(start..<start), text: comment)
  }

  private func action(
    _ title: String, _ kind: String, for diagnostic: Diagnostic? = nil, isPreferred: Bool = false, edit: JSONValue
  ) -> JSONValue {
    var entries: [(key: String, value: JSONValue)] = [
      ("title", .string(title)), ("kind", .string(kind)), ("edit", edit),
    ]
    if let diagnostic { entries.append(("diagnostics", [analysis.published(diagnostic, client)])) }
    if isPreferred { entries.append(("isPreferred", true)) }
    return .object(entries)
  }

  private func command(_ title: String, _ name: String, _ arguments: [JSONValue], _ diagnostic: Diagnostic) -> JSONValue
  {
    [
      "title": .string(title), "kind": "quickfix", "diagnostics": [analysis.published(diagnostic, client)],
      "command": ["title": .string(title), "command": .string(name), "arguments": .array(arguments)],
    ]
  }

  /// A workspace edit of the one document.
  func edit(_ edits: [Edit]) -> JSONValue {
    let uri = analysis.document.uri
    let changes = JSONValue.array(
      edits.map {
        ["range": analysis.document.text.range($0.range, client.encoding), "newText": .string($0.text)]
      })
    guard client.knowsVersions else { return ["changes": .object([(uri, changes)])] }
    let version = analysis.document.version.map(JSONValue.int) ?? .null
    return ["documentChanges": [["textDocument": ["uri": .string(uri), "version": version], "edits": changes]]]
  }
}
