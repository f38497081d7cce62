import Foundation
import SuntingCore
import SuntingCorpus
import SuntingKit

/// Runs corpora in a folder that goes away.
final class Laboratory {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sunting-\(UUID().uuidString)")
  /// Rules that need no dictionary.
  private static let settings: FileSettings = {
    var flags = LintFlags()
    flags.selection = Selection.Layer(select: ["spelling", "residue", "typography"])
    flags.format = .text
    return try! SettingsResolver(flags: flags, finder: ProjectFinder(.none)).settings(for: "/records")
  }()
  static var linter: FileLinter { FileLinter(settings: settings) }

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }
  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }
  func write(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: folder.appending(path: name)) }
  func lines(_ name: String) throws -> [ArraySlice<UInt8>] {
    let bytes = try bytes(name)
    guard bytes.last == 0x0A else { return [] }
    return bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  @discardableResult
  func run(
    _ mode: CorpusMode, _ input: String, to output: String, threads: Int = 2, format: RecordFormat = .jsonl,
    change: (inout CorpusOptions) throws -> Void = { _ in }
  ) async throws -> CorpusRun.Outcome {
    var options = CorpusOptions(mode: mode, format: format, rules: "uji")
    options.compression = Compression(path: output)
    try change(&options)
    var run = CorpusRun(options: options, linter: Self.linter, threads: threads, inputs: [path(input)])
    run.output = path(output)
    run.chunkSize = 20_000
    if options.keepsRejected { run.rejected = path("rejected-" + output) }
    return try await run.run { _ in }
  }
}
