/// Whole lines of one file, about half a megabyte of them.
package struct Chunk: Sendable {
  /// Lines with their ends, and room behind them that the JSON reader may look at.
  package let bytes: [UInt8]
  package let count: Int
  package let file: Int
  package let path: String
  /// The number of the first line, from 1.
  package let firstLine: Int
  package let lines: Int
  /// Where the file goes on, in decompressed bytes.
  package let end: Int
  /// Compressed bytes of all files taken so far.
  package let taken: UInt64
}

extension Chunk {
  /// Calls `body` with every line, without its end, and its number. There is room to read behind each.
  package func forEachLine(_ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      var number = firstLine
      while start < count {
        let line = bytes[start..<count]
        let end = line.firstIndex(of: 0x0A) ?? count
        body(UnsafeBufferPointer(rebasing: bytes[start..<end]), number)
        start = end + 1
        number += 1
      }
    }
  }
}

/// Where a run goes on: behind the last whole chunk.
package struct InputPosition: Sendable, Codable, Equatable {
  package var file: Int
  package var offset: Int
  package var line: Int

  package init(file: Int = 0, offset: Int = 0, line: Int = 1) {
    self.file = file
    self.offset = offset
    self.line = line
  }
}
