import SuntingKit

/// A text with «places» marked, and where these lie as an editor counts.
struct MarkedText {
  let text: String
  /// LSP ranges in UTF-16.
  let ranges: [JSONValue]

  init(_ marked: String) {
    var text = ""
    var ranges: [JSONValue] = []
    var start = JSONValue.null
    var (line, character) = (0, 0)
    for scalar in marked.unicodeScalars {
      let here: JSONValue = ["line": .int(line), "character": .int(character)]
      switch scalar {
      case "«": start = here
      case "»": ranges.append(["start": start, "end": here])
      default:
        text.unicodeScalars.append(scalar)
        character += scalar.utf16.count
        if scalar == "\n" { (line, character) = (line + 1, 0) }
      }
    }
    self.text = text
    self.ranges = ranges
  }

  /// The text after LSP edits in UTF-16, applied from the end so that earlier ranges stay true.
  static func applying(_ edits: [JSONValue], to text: String) -> String {
    var lines = [0]
    let units = Array(text.utf16)
    for (index, unit) in units.enumerated() where unit == 10 { lines.append(index + 1) }
    func offset(_ position: JSONValue) -> Int {
      guard let line = position["line"].int, line < lines.count else { return units.count }
      return lines[line] + (position["character"].int ?? 0)
    }
    var result = units
    for edit in edits.sorted(by: { offset($0["range"]["start"]) > offset($1["range"]["start"]) }) {
      result.replaceSubrange(
        offset(edit["range"]["start"])..<offset(edit["range"]["end"]), with: (edit["newText"].string ?? "").utf16)
    }
    return String(decoding: result, as: UTF16.self)
  }
}
