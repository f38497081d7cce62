internal import SuntingCore
internal import SuntingKit

/// A line of web furniture in one record.
struct FurnitureLine: Sendable {
  let text: String
  let rule: String
  let sample: String
  /// Its number in the text.
  let number: Int

  private static let longest = 300

  /// The line that holds the finding, cut to a length that a table can hold.
  init(_ report: FileReport, _ diagnostic: Diagnostic, _ place: RecordPlace) {
    number = report.lines.line(of: diagnostic.range.start)
    let start = Int(report.lines.starts[number - 1])
    let end = Int(report.lines.lineEnd(number, in: report.source.bytes))
    var bytes = report.source.bytes[start..<max(start, end)]
    if bytes.count > Self.longest {
      bytes = bytes.prefix(Self.longest)
      while let last = bytes.last, last & 0x80 != 0 { bytes.removeLast() }
    }
    text = String(decoding: bytes, as: UTF8.self).trimmed
    rule = diagnostic.rule
    sample = report.document ?? "\(place.path):\(place.line)"
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}

/// Counts lines in bounded memory: when the table is full, the rarest go (lossy counting), so a line that comes back
/// often stays. Fed in input order, it is the same whatever the number of threads.
package struct FurnitureTable: Sendable {
  package struct Entry: Sendable {
    package let text: String
    package let rule: String
    package fileprivate(set) var count: Int
    package fileprivate(set) var samples: [String]
  }

  private let capacity: Int
  private var entries: [String: Entry] = [:]
  /// At most so many occurrences of a line may have gone uncounted.
  package private(set) var uncounted = 0

  package init(capacity: Int = 50_000) { self.capacity = capacity }

  mutating func add(_ line: FurnitureLine) {
    if var entry = entries.removeValue(forKey: line.text) {
      entry.count += 1
      if entry.samples.count < 3, entry.samples.last != line.sample { entry.samples.append(line.sample) }
      entries[line.text] = entry
      return
    }
    while entries.count >= capacity {
      uncounted += 1
      let floor = uncounted
      entries = entries.filter { $0.value.count > floor }
    }
    entries[line.text] = Entry(text: line.text, rule: line.rule, count: 1 + uncounted, samples: [line.sample])
  }

  /// Lines that came twice or more, most frequent first.
  package func top(_ count: Int) -> [Entry] {
    Array(
      entries.values.filter { $0.count - uncounted > 1 || $0.samples.count > 1 }
        .sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(count))
  }
}
