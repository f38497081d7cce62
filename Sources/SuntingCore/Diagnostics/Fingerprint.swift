/// The name of a finding that outlives moved lines and renamed files: rule, matched words, their occurrence in the
/// document.
package enum Fingerprint {
  package static func of(rule: String, words: String, occurrence: Int) -> String {
    hash("\(rule)\u{0}\(words)\u{0}\(occurrence)")
  }

  private static func hash(_ key: String) -> String {
    var key = key
    let hash = key.withUTF8 { bytes -> UInt64 in
      var state: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return (state ^ state >> 32) &* 0x9e37_79b9_7f4a_7c15
    }
    let digits = String(hash ^ hash >> 29, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
