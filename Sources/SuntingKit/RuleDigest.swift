internal import SuntingCore

/// The rules in use, as annotations name them: two outputs with one digest came from the same rules. A machine without
/// dictionaries has another digest than one with them.
package enum RuleDigest {
  package static func text(_ engine: Engine) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let missing = Set(engine.rulesNotRun)
    for (rule, severity) in engine.severities.sorted(by: { $0.key < $1.key }) where !missing.contains(rule) {
      for byte in "\(rule) \(severity.name)\n".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    let digits = String(hash, radix: 16)
    return BuiltInRules.digest + "-" + String(digits.prefix(8))
  }
}
