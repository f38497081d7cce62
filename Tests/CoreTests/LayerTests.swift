import Foundation
import Testing

/// The stack of targets goes one way: a target may import only what stands below it.
struct LayerTests {
  static let mayImport: [String: Set<String>] = [
    "SuntingICU": ["CICU"],
    "SuntingCore": ["SuntingICU"],
    "SuntingIndonesian": ["SuntingICU", "SuntingCore", "CHunspell"],
    "SuntingRuleFormat": ["SuntingCore", "SuntingIndonesian", "Yams", "Foundation"],
    "RuleCompiler": ["SuntingRuleFormat", "SuntingCore", "Foundation"],
    "SuntingKit": [
      "SuntingICU", "SuntingCore", "SuntingIndonesian", "SuntingRuleFormat", "CMD4C", "CCompression", "CRecords",
      "Foundation",
    ],
    "SuntingCorpus": ["SuntingKit", "SuntingCore", "SuntingRuleFormat", "CCompression", "CRecords", "Foundation"],
    "SuntingLSP": ["SuntingKit", "SuntingCore", "SuntingRuleFormat", "Foundation"],
    "SuntingServer": ["SuntingKit", "SuntingCore", "SuntingRuleFormat"],
    "SuntingHTTP": ["SuntingServer", "SuntingKit", "Hummingbird", "Foundation"],
  ]
  static let watched: Set<String> = [
    "CICU", "CHunspell", "CMD4C", "CCompression", "CRecords", "SuntingICU", "SuntingCore", "SuntingIndonesian",
    "SuntingRuleFormat", "SuntingKit", "SuntingCorpus", "SuntingLSP", "SuntingServer", "SuntingHTTP", "Foundation",
    "FoundationEssentials", "Yams", "ArgumentParser", "Hummingbird",
  ]

  @Test(arguments: LayerTests.mayImport.keys.sorted())
  func importsOnlyWhatStandsBelow(_ target: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appendingPathComponent("Sources/\(target)")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var count = 0
    for case let url as URL in files where url.pathExtension == "swift" {
      count += 1
      for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index < 2, index + 1 < words.count else { continue }
        let module = String(words[index + 1])
        guard Self.watched.contains(module) else { continue }
        #expect(Self.mayImport[target]!.contains(module), "\(target)/\(url.lastPathComponent) imports \(module)")
      }
    }
    #expect(count > 0)
  }
}
