internal import CICU

/// ICU's version, such as `72.1`.
package func icuVersion() -> String {
  var version: [UInt8] = [0, 0, 0, 0]
  cicu_version(&version)
  return "\(version[0]).\(version[1])"
}

/// Unicode properties of one scalar value, as the installed ICU knows them.
package enum Characters {
  package static func isAlphabetic(_ scalar: UInt32) -> Bool { cicu_is_alphabetic(scalar) != 0 }
  package static func isUppercase(_ scalar: UInt32) -> Bool { cicu_is_uppercase(scalar) != 0 }
  package static func isLowercase(_ scalar: UInt32) -> Bool { cicu_is_lowercase(scalar) != 0 }
  package static func isWhiteSpace(_ scalar: UInt32) -> Bool { cicu_is_white_space(scalar) != 0 }
  package static func uppercase(_ scalar: UInt32) -> UInt32 { cicu_to_upper(scalar) }
  package static func lowercase(_ scalar: UInt32) -> UInt32 { cicu_to_lower(scalar) }

  /// ICU's number of the script. 0 is Common, 1 is Inherited.
  package static func script(_ scalar: UInt32) -> Int32 { cicu_script(scalar) }
  package static let latinScript = cicu_script_latin()
  package static let cyrillicScript = cicu_script_cyrillic()
  package static let greekScript = cicu_script_greek()

  /// Columns the scalar takes in a terminal: 0, 1 or 2 (UAX #11 wide and full-width, emoji presentation).
  package static func terminalWidth(_ scalar: UInt32) -> Int { Int(cicu_terminal_width(scalar)) }
}

/// Full case folding, then NFC: the identity of a word, so that `É`, `é` and `e` + U+0301 are the same.
package func foldedNFC(_ scalars: [UInt32]) -> [UInt32] {
  var source: [UInt16] = []
  source.reserveCapacity(scalars.count + 2)
  for scalar in scalars {
    guard let value = Unicode.Scalar(scalar) else { continue }
    source.append(contentsOf: UTF16.encode(value)!)
  }
  // case folding makes at most three units of one, and NFC never lengthens that threefold
  var folded = [UInt16](repeating: 0, count: source.count * 9 + 8)
  let count = cicu_fold(source, Int32(source.count), &folded, Int32(folded.count))
  guard count >= 0 else { return scalars }
  var result: [UInt32] = []
  var decoder = UTF16()
  var iterator = folded[..<Int(count)].makeIterator()
  while case .scalarValue(let scalar) = decoder.decode(&iterator) { result.append(scalar.value) }
  return result
}
