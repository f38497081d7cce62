internal import SuntingCore

/// Prose in the TOML of a front matter: strings on one line.
struct TOMLValues {
  let bytes: [UInt8]
  let lines: TextLines
  let isProse: (String) -> Bool

  func read(into builder: inout ProseBuilder) {
    var openMark: UInt8?
    for line in lines {
      if let mark = openMark {
        if holds(line.text, mark) { openMark = nil }
        continue
      }
      guard let equals = bytes[line.text].firstIndex(of: 0x3D) else { continue }
      var start = equals + 1
      while start < line.text.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
      guard start < line.text.upperBound, bytes[start] == 0x22 || bytes[start] == 0x27 else { continue }
      let mark = bytes[start]
      if bytes[start..<line.text.upperBound].prefix(3).elementsEqual([mark, mark, mark]) {
        if !holds(min(start + 3, line.text.upperBound)..<line.text.upperBound, mark) { openMark = mark }
        continue
      }
      let key =
        String(decoding: bytes[line.text.lowerBound..<equals], as: UTF8.self)
        .split { $0 == " " || $0 == "\t" || $0 == "." || $0 == "\"" || $0 == "'" }.last.map(String.init) ?? ""
      guard isProse(key) else { continue }
      _ = FrontMatterValue.quoted(bytes, start..<line.text.upperBound, mark: mark, doublesQuote: false, to: &builder)
    }
  }

  /// Whether three marks stand together in the line.
  private func holds(_ line: Range<Int>, _ mark: UInt8) -> Bool {
    var run = 0
    for index in line {
      run = bytes[index] == mark ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }
}
