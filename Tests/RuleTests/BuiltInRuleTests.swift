import SuntingCore
import SuntingKit
import SuntingRuleFormat
import Testing

struct BuiltInRuleTests {
  static let library = RuleLibrary.builtIn

  @Test(arguments: RuleLibrary.builtIn.ids)
  func isCompleteAndBehavesAsItsExamplesSay(_ id: String) throws {
    let file = try #require(Self.library.file(id))
    let rule = Self.library.tables.rules[try #require(Self.library.tables.rule(id))]
    #expect(file.examples.count >= 2 && file.silent.count >= 2)
    #expect(!rule.message.id.isEmpty && !rule.message.en.isEmpty && !rule.why.id.isEmpty && !rule.why.en.isEmpty)
    let failures = try RuleTests(library: Self.library).run(id).failures
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }

  @Test func aPackSurvivesTheRoundTrip() {
    let tables = Self.library.tables
    let again = SevenBit.encode(RulePack.encode(tables)).withUnsafeBytes { RulePack.decode($0) }
    #expect(RulePack.encode(again) == RulePack.encode(tables))
  }

  /// What is tried at a common token is tried all the time.
  @Test(arguments: [",", ".", "yang", "dan", "di", "“", "(", "untuk"])
  func hardlyAnyPatternIsAnchoredAtACommonWord(_ word: String) {
    let tables = Self.library.tables
    #expect((tables.vocabulary.find(word).map(tables.anchorCount) ?? 0) <= 4)
  }

  @Test func sevenBitsHoldAnyBytes() {
    for count in 0..<40 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 201) }
      let encoded = SevenBit.encode(bytes)
      #expect(encoded.allSatisfy { $0 < 0x80 })
      #expect(encoded.withUnsafeBytes { SevenBit.decode($0, count: count) } == bytes)
    }
  }
}
