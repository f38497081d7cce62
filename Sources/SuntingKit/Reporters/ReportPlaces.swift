internal import SuntingCore

/// Where a finding stands, as reports count it.
struct ReportRegion {
  let line: Int
  let column: Int
  let endLine: Int
  let endColumn: Int

  init(_ range: TextRange, in report: FileReport, unit: LineIndex.ColumnUnit = .codePoints) {
    (line, column) = report.place(range.start, unit: unit)
    (endLine, endColumn) = report.place(range.end, unit: unit)
  }

  var isOnOneLine: Bool { line == endLine }
}

extension Diagnostic {
  /// The fix as one replacement of the bytes from its first edit to its last; nil where there is none.
  func joinedEdit(in bytes: [UInt8]) -> Edit? {
    guard let edits = fixes.first?.edits.sorted(by: { $0.range < $1.range }), let first = edits.first else {
      return nil
    }
    var text = first.text
    var end = first.range.end
    for edit in edits.dropFirst() {
      guard edit.range.start >= end else { return nil }
      text += String(decoding: bytes[Int(end)..<Int(edit.range.start)], as: UTF8.self) + edit.text
      end = edit.range.end
    }
    return Edit(range: TextRange(first.range.start, end), text: text)
  }

  /// What to write instead, in a few words: “dari”, “dari” atau “oleh”, (hapus). Empty where nothing is proposed.
  func advice(_ language: MessageLanguage) -> String {
    let words = alternatives.filter { !$0.isEmpty }.prefix(3).map { "“\($0.flattened())”" }
    if !words.isEmpty { return words.joined(separator: language == .id ? " atau " : " or ") }
    if let fix = fixes.first, fix.edits.allSatisfy({ $0.text.isEmpty }) {
      return language == .id ? "(hapus)" : "(delete)"
    }
    return ""
  }

  /// The message with what to write instead.
  func messageWithAdvice(_ language: MessageLanguage) -> String {
    let advice = advice(language)
    return advice.isEmpty ? message[language] : "\(message[language]) → \(advice)"
  }
}

extension FileReport {
  /// The path as reports show it, without a leading `./`; CI services match it with the repository.
  package var plainPath: String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }

  /// A relative URI reference, or a `file:` URI for an absolute path.
  var uri: String {
    let escaped = URIText.escapedPath(plainPath)
    return path.hasPrefix("/") ? "file://" + escaped : escaped
  }
}

/// Paths in URIs.
enum URIText {
  /// Escapes what a URI path cannot hold. Bytes that the display form of a path has escaped already stay as they are.
  static func escapedPath(_ path: String) -> String {
    let bytes = Array(path.utf8)
    var result = ""
    for (index, byte) in bytes.enumerated() {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2D, 0x2E, 0x2F, 0x5F, 0x7E].contains(byte) || (byte == 0x25 && isEscape(bytes[(index + 1)...]))
      result += isPlain ? String(Unicode.Scalar(byte)) : "%" + hex(byte)
    }
    return result
  }

  private static func isEscape(_ rest: ArraySlice<UInt8>) -> Bool {
    let digits = rest.prefix(2)
    guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else { return false }
    return value < 0x20 || value >= 0x7F
  }

  static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
}
