/// Whole lines of one file, about half a megabyte of them.
struct Chunk: Sendable {
  /// Lines with their ends, and room behind them that the JSON reader may look at.
  var bytes: [UInt8]
  var count: Int
  let file: Int
  let path: String
  /// The number of the first line, from 1.
  let firstLine: Int
  var lines: Int
  /// Where the file goes on, in decompressed bytes.
  let end: Int
  /// Compressed bytes of all files taken so far.
  let taken: UInt64
}

/// Where a run goes on: behind the last whole chunk.
struct InputPosition: Sendable, Codable, Equatable {
  var file = 0
  var offset = 0
  var line = 1
}
