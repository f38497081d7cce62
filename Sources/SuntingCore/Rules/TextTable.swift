/// Many short texts, made into strings only when they are asked for: most texts of the rule pack never are.
package struct TextTable: Sendable {
  /// The bytes of the texts that came out of a pack, and where each begins; one more start than there are texts.
  private let bytes: [UInt8]
  private let starts: [UInt32]
  private var added: [String] = []

  package init(_ texts: [String] = []) {
    bytes = []
    starts = [0]
    added = texts
  }

  /// - Parameters:
  ///   - bytes: the texts one behind the other.
  ///   - lengths: of each text.
  init(bytes: [UInt8], lengths: [UInt32]) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(lengths.count + 1)
    var end: UInt32 = 0
    for length in lengths {
      end += length
      starts.append(end)
    }
    self.bytes = bytes
    self.starts = starts
  }

  private var packedCount: Int { starts.count - 1 }
  package var count: Int { packedCount + added.count }

  package subscript(index: Int) -> String {
    if index >= packedCount { return added[index - packedCount] }
    return String(decoding: bytes[Int(starts[index])..<Int(starts[index + 1])], as: UTF8.self)
  }

  package var all: [String] { (0..<count).map { self[$0] } }

  package mutating func append(_ text: String) { added.append(text) }
  package static func += (table: inout TextTable, other: TextTable) { table.added += other.all }

  /// The UTF-8 of each text, without making a string of it.
  package func forEachUTF8(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<packedCount {
        body(UnsafeBufferPointer(rebasing: bytes[Int(starts[index])..<Int(starts[index + 1])]))
      }
    }
    for var text in added { text.withUTF8(body) }
  }
}

/// The options of a check: lists of lines by name.
package struct CheckOptions: Sendable, ExpressibleByDictionaryLiteral {
  private var lists: [(name: String, lines: TextTable)] = []

  package init(dictionaryLiteral elements: (String, [String])...) {
    lists = elements.map { ($0, TextTable($1)) }
  }

  package init(_ options: [String: [String]]) {
    lists = options.sorted { $0.key < $1.key }.map { ($0.key, TextTable($0.value)) }
  }

  init(lists: [(name: String, lines: TextTable)]) { self.lists = lists }

  package subscript(name: String) -> [String]? { table(name)?.all }

  package func table(_ name: String) -> TextTable? { lists.first { $0.name == name }?.lines }

  /// By name, sorted.
  var all: [(name: String, lines: TextTable)] { lists }
}
