import Foundation
import SuntingKit
import Testing

@testable import SuntingCorpus

/// Chunks, compression, damage.
struct ReadingTests {
  private static let text: [UInt8] = {
    var random = FixedNumbers(seed: 9)
    var bytes: [UInt8] = []
    for number in 0..<400 {
      let count = Int.random(in: 0..<60, using: &random)
      bytes += Array("{\"id\":\(number),\"text\":\"\(String(repeating: "é ", count: count))\"}\n".utf8)
      if number % 17 == 0 { bytes.append(0x0A) }
    }
    return bytes
  }()

  private func chunks(_ path: String, size: Int, from position: InputPosition = InputPosition()) -> (
    [Chunk], [FileError]
  ) {
    let reader = ChunkReader(paths: [path], from: position, size: size)
    var chunks: [Chunk] = []
    while let chunk = reader.next() { chunks.append(chunk) }
    return (chunks, reader.errors)
  }

  @Test(arguments: [1, 7, 100, 4096, 1 << 19]) func chunksAreTheFile(_ size: Int) throws {
    let lab = try Laboratory()
    try lab.write("a.jsonl", [0xEF, 0xBB, 0xBF] + Self.text)
    let (chunks, errors) = chunks(lab.path("a.jsonl"), size: size)
    #expect(errors.isEmpty)
    #expect(chunks.flatMap { $0.bytes[..<$0.count] } == Self.text)
    var line = 1
    for chunk in chunks {
      #expect(chunk.firstLine == line && chunk.bytes[chunk.count - 1] == 0x0A)
      line += chunk.lines
    }
    // whoever goes on in the middle reads the same chunks
    let middle = chunks[chunks.count / 2]
    let position = InputPosition(file: 0, offset: middle.end, line: middle.firstLine + middle.lines)
    let rest = self.chunks(lab.path("a.jsonl"), size: size, from: position).0
    #expect(rest.map(\.end) == chunks[(chunks.count / 2 + 1)...].map(\.end))
    #expect(rest.map(\.firstLine) == chunks[(chunks.count / 2 + 1)...].map(\.firstLine))
  }

  @Test(arguments: [Compression.gzip, .zstd]) func compressedIsTheSame(_ compression: Compression) throws {
    let lab = try Laboratory()
    let name = compression == .gzip ? "a.jsonl.gz" : "a.jsonl.zst"
    // several members behind one another are one file
    let parts = stride(from: 0, to: Self.text.count, by: 5000).map {
      Array(Self.text[$0..<min($0 + 5000, Self.text.count)])
    }
    try lab.write(name, parts.flatMap { compression.compressed($0)! })
    for size in [100, 1 << 19] {
      let (chunks, errors) = chunks(lab.path(name), size: size)
      #expect(errors.isEmpty && chunks.flatMap { $0.bytes[..<$0.count] } == Self.text)
    }
  }

  @Test(arguments: [Compression.gzip, .zstd])
  func cutOffOrDamagedGivesWholeLinesAndAnError(_ compression: Compression) throws {
    let lab = try Laboratory()
    let name = compression == .gzip ? "a.jsonl.gz" : "a.jsonl.zst"
    let whole = compression.compressed(Self.text)!
    for length in stride(from: 1, to: whole.count, by: max(1, whole.count / 40)) {
      try lab.write(name, Array(whole[..<length]))
      let (chunks, errors) = chunks(lab.path(name), size: 4096)
      let bytes = chunks.flatMap { $0.bytes[..<$0.count] }
      #expect(errors.count == 1 && Self.text.starts(with: bytes) && (bytes.last ?? 0x0A) == 0x0A, "\(length)")
    }
    // rubbish behind a whole member: every line before it is read
    try lab.write(name, whole + Array("rubbish".utf8))
    let (chunks, errors) = chunks(lab.path(name), size: 4096)
    #expect(errors.count == 1 && chunks.flatMap { $0.bytes[..<$0.count] } == Self.text)
  }

  @Test func tablesKeepTheirOtherColumns() async throws {
    let lab = try Laboratory()
    var random = FixedNumbers(seed: 11)
    var rows = ["a\ttext\tb"]
    for number in 0..<2000 {
      let cells = [
        "\(number)", ["analisa", "baik", ""].randomElement(using: &random)!,
        ["", "é", "\"x"].randomElement(using: &random)!,
      ]
      rows.append(cells.prefix(Int.random(in: 1...3, using: &random)).joined(separator: "\t"))
    }
    try lab.write("in.tsv", Array((rows.joined(separator: "\n") + "\n").utf8))
    for threads in [1, 5] {
      let outcome = try await lab.run(.annotate, "in.tsv", to: "out\(threads).tsv", threads: threads, format: .tsv)
      #expect(outcome.counts.errors == rows.count { !$0.contains("\t") })
    }
    #expect(try lab.bytes("out1.tsv") == lab.bytes("out5.tsv"))
    for (row, line) in zip(rows, try lab.lines("out1.tsv")) {
      #expect(String(decoding: line, as: UTF8.self).hasPrefix(row + "\t"))
    }
  }
}
