import Foundation
import Testing

/// Every folder in `Cases/` is a test: `cmd` is a shell script that runs in a copy of `input/`; `stdout`, `stderr` and
/// `status` say what must come out. `SUNTING_RECORD=1 swift test --filter CommandLineTests` writes them anew (and
/// fails, so that nobody records by accident).
@Suite struct CommandLineTests {
  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: Binary.cases.path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test(arguments: names) func behavesAsRecorded(_ name: String) throws {
    let folder = Binary.cases.appending(path: name)
    let result = try CaseRun(folder: folder).run()
    if ProcessInfo.processInfo.environment["SUNTING_RECORD"] == "1" {
      try result.record(in: folder)
      Issue.record("\(name) was recorded")
      return
    }
    #expect(result.standardOutput == text(folder, "stdout"), "standard output of \(name)")
    #expect(result.standardError == text(folder, "stderr"), "standard error of \(name)")
    #expect("\(result.status)" == text(folder, "status").trimmingCharacters(in: .newlines), "exit status of \(name)")
  }

  private func text(_ folder: URL, _ name: String) -> String {
    guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return "" }
    return String(decoding: data, as: UTF8.self).withoutVersion
  }

  @Test func thereAreCases() { #expect(Self.names.count > 20) }
}
