package import SuntingCore

/// Words and names that a newsroom lets stand.
package struct Allowance: Sendable {
  /// Folded.
  private var words: Set<[UInt8]> = []
  private var names: [[UInt8]] = []

  package init() {}
  package var isEmpty: Bool { words.isEmpty && names.isEmpty }

  package mutating func allow(word: String) { words.insert(Self.folded(word)) }
  package mutating func allow(name: String) { if !name.isEmpty { names.append(Array(name.utf8)) } }

  /// A list from a file: a line is a word, or a name when it holds a space; `#` begins a comment.
  package mutating func allow(list: String) {
    for line in list.split(whereSeparator: \.isNewline) {
      let text = line.trimmingSpaces()
      if text.isEmpty || text.hasPrefix("#") { continue }
      if text.contains(" ") { allow(name: text) } else { allow(word: text) }
    }
  }

  /// Whether the finding is about nothing but allowed words, or lies inside an allowed name.
  package func allows(_ diagnostic: Diagnostic, in bytes: [UInt8]) -> Bool {
    guard !isEmpty else { return false }
    if words.contains(Self.folded(diagnostic.text)) { return true }
    if !words.isEmpty {
      let tokens = Self.words(of: diagnostic.text)
      if !tokens.isEmpty, tokens.allSatisfy({ words.contains(Self.folded($0)) }) { return true }
    }
    return names.contains { isInside($0, diagnostic.range, bytes) }
  }

  /// Whether the range lies within one occurrence of the name.
  private func isInside(_ name: [UInt8], _ range: TextRange, _ bytes: [UInt8]) -> Bool {
    guard range.length <= name.count else { return false }
    let first = max(0, range.bounds.upperBound - name.count)
    let last = min(range.bounds.lowerBound, bytes.count - name.count)
    guard first <= last else { return false }
    return (first...last).contains { bytes[$0..<($0 + name.count)].elementsEqual(name) }
  }

  private static func words(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "’" || $0 == "'") }.map(String.init)
  }

  private static func folded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { Array(WordHash.folded($0)) }
  }
}

extension StringProtocol {
  func trimmingSpaces() -> String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text = text.dropFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text = text.dropLast() }
    return String(text)
  }
}
