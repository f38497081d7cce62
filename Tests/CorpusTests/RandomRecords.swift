import Foundation

/// Records as crawls hold them: odd spacing, escapes, unknown fields, and every kind of damage.
struct RandomRecords {
  private var random: FixedNumbers
  init(seed: UInt64) { random = FixedNumbers(seed: seed) }

  /// A line without its end, and whether its text can be linted.
  mutating func line(_ number: Int) -> (bytes: [UInt8], isGood: Bool) {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return (Array(broken.randomElement(using: &random)!.utf8), false)
    case 1: return (Array("{\"n\":\(number),\"text\":\"".utf8) + [0xFF, 0xC3] + Array("\"}".utf8), false)
    case 2: return (Array(object(number, text: odd.randomElement(using: &random)!).utf8), false)
    default: return (Array(object(number, text: text()).utf8), true)
    }
  }

  private let broken = [
    "bukan JSON", "[1,2]", "\"teks\"", "{\"text\":\"a\"", "{\"text\":\"a\"} x", "{\"text\":\"\\ud800\"}", "{'text':1}",
    "{\"text\":\"a\",\"x\":tru}", "{\"text\":\"a\",\"x\":01}", "{\"text\":\"a\",\"x\":\"\\udc00\"}",
    "{\"text\":\"a\",}",
    "{\"text\":\"a\u{1}\"}", "null", "{\"a\":1}{\"text\":\"b\"}",
  ]
  /// Values of the text that no linter can read.
  private let odd: [String?] = [nil, "null", "5", "{\"text\":\"a\"}", "[\"a\"]", "\"a\\u0000b\"", "true"]

  private mutating func text() -> String? {
    let words = [
      "Ini", "kelirru", "sekali.", "analisa", "\\n", "\\u00e9", "\\ud83d\\ude00", "\\\"resiko\\\"", "“é”", "\\/", "di",
    ]
    let count = Int.random(in: 0..<30, using: &random)
    return "\"" + (0..<count).map { _ in words.randomElement(using: &random)! }.joined(separator: " ") + "\""
  }

  private mutating func object(_ number: Int, text: String?) -> String {
    let values = [
      "1", "-0.0e5", "123456789012345678901234567890", "\"\\u0000\"", "\"é\\/\"", "[1, [ ], {\"text\":\"kelirru\"}]",
      "{ }",
      "null", "\"\\ud83d\\ude00\"",
    ]
    var fields = ["\"n\":\(number)"]
    if let text { fields.append("\"text\"\(space()):\(space())\(text)") }
    for _ in 0..<Int.random(in: 0..<4, using: &random) {
      fields.append("\"x\(Int.random(in: 0..<9, using: &random))\"\(space()):\(values.randomElement(using: &random)!)")
    }
    // some IDs come twice
    if Bool.random(using: &random) { fields.append("\"id\":\"i\(number / 2)\"") }
    fields.shuffle(using: &random)
    return space() + "{" + fields.joined(separator: space() + ",") + space() + "}" + space()
  }

  private mutating func space() -> String { ["", "", "", " ", "\t"].randomElement(using: &random)! }
}

/// Random numbers that are the same in every run.
struct FixedNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
