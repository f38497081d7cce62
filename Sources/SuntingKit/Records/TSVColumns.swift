/// Which column holds the text: by its name in the first line, or by its number from 1; then there is no header.
package struct TSVColumns: Sendable {
  package let field: Int
  package let id: Int?
  package let hasHeader: Bool

  /// - Parameter path: the file whose first line names the columns; nil is standard input.
  package init(field: String, id: String, path: String?) throws {
    if let number = Int(field) {
      guard number > 0 else { throw TSVError(description: "“\(field)” is no column") }
      self.field = number - 1
      self.id = Int(id).map { $0 - 1 }
      hasHeader = false
      return
    }
    guard let path else {
      throw TSVError(description: "standard input has no header that could be read ahead; give --field as a number")
    }
    let names = try Self.names(path)
    guard let column = names.firstIndex(of: field) else {
      throw TSVError(description: "there is no column “\(field)”; the first line has: \(names.joined(separator: ", "))")
    }
    self.field = column
    self.id = names.firstIndex(of: id)
    hasHeader = true
  }

  private static func names(_ path: String) throws(FileError) -> [String] {
    var bytes: [UInt8] = []
    let file = try RecordFile(path: path)
    while !bytes.contains(0x0A), bytes.count < 1 << 20, try file.append(1 << 16, to: &bytes) {}
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    return String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Where the text stands in a line; nil where the line is too short.
  package func text(_ line: UnsafeBufferPointer<UInt8>) -> Range<Int>? { Self.column(field, of: line) }

  package func name(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    id.flatMap { Self.column($0, of: line) }.map { String(decoding: line[$0], as: UTF8.self) }
  }

  private static func column(_ number: Int, of line: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var start = 0
    var left = number
    for index in 0...line.count where index == line.count || line[index] == 0x09 {
      if left == 0 { return start..<index }
      left -= 1
      start = index + 1
    }
    return nil
  }
}

package struct TSVError: Error, CustomStringConvertible {
  package let description: String
}
