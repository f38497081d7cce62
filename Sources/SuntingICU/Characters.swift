internal import CICU

/// ICU's version, such as `72.1`.
package func icuVersion() -> String {
  var version: UVersionInfo = (0, 0, 0, 0)
  withUnsafeMutablePointer(to: &version) { pointer in
    pointer.withMemoryRebound(to: UInt8.self, capacity: 4) { cicu_version($0) }
  }
  return "\(version.0).\(version.1)"
}

/// Unicode properties of one scalar value, as the installed ICU knows them.
package enum Characters {
  package static func isAlphabetic(_ scalar: UInt32) -> Bool { cicu_is_alphabetic(Int32(bitPattern: scalar)) != 0 }
  package static func isUppercase(_ scalar: UInt32) -> Bool { cicu_is_uppercase(Int32(bitPattern: scalar)) != 0 }
  package static func isLowercase(_ scalar: UInt32) -> Bool { cicu_is_lowercase(Int32(bitPattern: scalar)) != 0 }
  package static func isWhiteSpace(_ scalar: UInt32) -> Bool { cicu_is_white_space(Int32(bitPattern: scalar)) != 0 }
  package static func uppercase(_ scalar: UInt32) -> UInt32 {
    UInt32(bitPattern: cicu_to_upper(Int32(bitPattern: scalar)))
  }
  package static func lowercase(_ scalar: UInt32) -> UInt32 {
    UInt32(bitPattern: cicu_to_lower(Int32(bitPattern: scalar)))
  }

  /// ICU's number of the script, such as 25 for Latin. 0 is Common, 1 is Inherited.
  package static func script(_ scalar: UInt32) -> Int32 { cicu_script(Int32(bitPattern: scalar)) }
  package static let latinScript = Int32(USCRIPT_LATIN.rawValue)
  package static let cyrillicScript = Int32(USCRIPT_CYRILLIC.rawValue)
  package static let greekScript = Int32(USCRIPT_GREEK.rawValue)

  /// Columns the scalar takes in a terminal: 0, 1 or 2 (UAX #11 wide and full-width, emoji presentation).
  package static func terminalWidth(_ scalar: UInt32) -> Int {
    let point = Int32(bitPattern: scalar)
    let category = UInt32(UInt8(bitPattern: cicu_category(point)))
    if category == U_NON_SPACING_MARK.rawValue || category == U_ENCLOSING_MARK.rawValue
      || category == U_FORMAT_CHAR.rawValue || category == U_CONTROL_CHAR.rawValue
    {
      return 0
    }
    let width = UInt32(bitPattern: cicu_east_asian_width(point))
    return width == U_EA_WIDE.rawValue || width == U_EA_FULLWIDTH.rawValue || cicu_is_emoji_presentation(point) != 0
      ? 2 : 1
  }
}

/// Full case folding, then NFC: the identity of a word, so that `É`, `é` and `e` + U+0301 are the same.
package func foldedNFC(_ scalars: [UInt32]) -> [UInt32] {
  var source: [UInt16] = []
  source.reserveCapacity(scalars.count + 2)
  for scalar in scalars {
    guard let value = Unicode.Scalar(scalar) else { continue }
    source.append(contentsOf: UTF16.encode(value)!)
  }
  var status = U_ZERO_ERROR
  var folded = [UInt16](repeating: 0, count: source.count * 3 + 4)
  let foldedCount = cicu_fold_case(&folded, Int32(folded.count), source, Int32(source.count), &status)
  guard status.rawValue <= 0 else { return scalars }
  guard let normalizer = cicu_nfc(&status), status.rawValue <= 0 else { return scalars }
  var normal = [UInt16](repeating: 0, count: Int(foldedCount) * 3 + 4)
  let normalCount = cicu_normalize(normalizer, folded, foldedCount, &normal, Int32(normal.count), &status)
  guard status.rawValue <= 0 else { return scalars }
  var result: [UInt32] = []
  var decoder = UTF16()
  var iterator = normal[..<Int(normalCount)].makeIterator()
  while case .scalarValue(let scalar) = decoder.decode(&iterator) { result.append(scalar.value) }
  return result
}
