/// What names a finding from run to run: a hash of the rule, the matched words and their number among the same words of
/// the same rule.
package struct Fingerprint: Hashable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash before the number is known: the same for all findings that the number tells apart.
  init(rule: String, words: String) {
    add(rule)
    add("\u{0}")
    add(words)
    add("\u{0}")
  }

  func text(occurrence: Int) -> String {
    var whole = self
    whole.add(String(occurrence))
    let mixed = (whole.state ^ whole.state >> 32) &* 0x9e37_79b9_7f4a_7c15
    let digits = String(mixed ^ mixed >> 29, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  package static func of(rule: String, words: String, occurrence: Int) -> String {
    Fingerprint(rule: rule, words: words).text(occurrence: occurrence)
  }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}
