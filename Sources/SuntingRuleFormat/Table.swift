/// A tab-separated file: the first line names the columns, `#` begins a comment line.
struct Table {
  struct Row {
    let line: Int
    let fields: [String: String]
    subscript(column: String) -> String { fields[column] ?? "" }
  }

  let path: String
  let rows: [Row]

  /// Reads rows that have the first of `columns`, perhaps the others, and nothing else; sorted by it, none twice.
  static func read(_ text: String, path: String, columns: [String]) -> (Table, [RuleFileError]) {
    var rows: [Row] = []
    var errors: [RuleFileError] = []
    var header: [String]?
    var previous: (key: String, line: Int)?
    var seen: [String: Int] = [:]
    func reject(_ line: Int, _ message: String, column: Int = 1) {
      errors.append(.init(path: path, line: line, column: column, message: message))
    }
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.hasSuffix("\r") ? raw.dropLast() : raw
      let number = index + 1
      if line.isEmpty { continue }
      if line.hasPrefix("#"), !line.hasPrefix("#\t"), line.dropFirst().first == " " || line.count == 1 {
        previous = nil
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let names = header else {
        header = fields
        for name in fields where !columns.contains(name) && name != "note" {
          reject(number, "unknown column “\(name)”; columns are \(columns.joined(separator: ", ")) and note")
        }
        if fields.first != columns[0] { reject(number, "the first column must be “\(columns[0])”") }
        continue
      }
      guard fields.count <= names.count else {
        reject(number, "\(fields.count) fields, but only \(names.count) columns")
        continue
      }
      let key = fields[0]
      if let first = seen[key] { reject(number, "“\(key)” stands in line \(first) already") }
      seen[key] = number
      if let previous, !previous.key.utf8.lexicographicallyPrecedes(key.utf8) {
        reject(number, "“\(key)” must stand before “\(previous.key)” (line \(previous.line)): sort the file by bytes")
      }
      previous = (key, number)
      rows.append(Row(line: number, fields: Dictionary(uniqueKeysWithValues: zip(names, fields))))
    }
    if header == nil { reject(1, "the file needs a first line that names its columns") }
    return (Table(path: path, rows: rows), errors)
  }

  /// The lines of a list, without comments and blank lines.
  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.hasSuffix("\r") ? String($0.dropLast()) : String($0) }
      .filter { !$0.isEmpty && !$0.hasPrefix("# ") && $0 != "#" }
  }
}
