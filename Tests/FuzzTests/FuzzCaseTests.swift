import Foundation
import SuntingFuzzing
import Testing

/// Inputs that a fuzzer begins with, and those it found something with, by target.
@Suite struct FuzzCaseTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  @Test(arguments: FuzzTarget.allCases) func holdsItsPromises(_ target: FuzzTarget) throws {
    let cases = try FileManager.default.contentsOfDirectory(
      at: Self.folder.appending(path: target.rawValue), includingPropertiesForKeys: nil)
    #expect(cases.count > 2)
    for file in cases {
      let bytes = Array(try Data(contentsOf: file))
      #expect(throws: Never.self, "\(target) \(file.lastPathComponent)") { try target.run(bytes) }
    }
  }
}
