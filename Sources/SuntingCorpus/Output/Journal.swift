internal import Foundation
internal import SuntingKit

/// How far a run came, beside its output. A killed run is continued from here: what was written behind it is cut off
/// and made again, so nothing is lost and nothing stands twice.
struct Journal: Codable {
  var version = 1
  /// Options, rules and input files: a run with others is not the same run.
  let run: String
  var position = InputPosition()
  var output = 0
  var rejected: Int?
  var counts = CorpusCounts()

  init(run: String) { self.run = run }

  static func path(for output: String) -> String { output + ".sunting-resume" }

  static func read(for output: String) throws(FileError) -> Journal? {
    let path = path(for: output)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let bytes = try FileReader.contents(path)
    do { return try JSONDecoder().decode(Journal.self, from: Data(bytes)) } catch {
      throw FileError(path: PathText.display(path), reason: "is not a journal of this version; remove it to begin anew")
    }
  }

  func write(for output: String) throws(FileError) {
    guard let data = try? JSONEncoder().encode(self) else { return }
    try AtomicFile.write(Self.path(for: output), Array(data))
  }

  static func remove(for output: String) { unlink(PathText.c(path(for: output))) }
}
