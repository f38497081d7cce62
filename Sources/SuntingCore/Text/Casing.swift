internal import SuntingICU

/// How the letters of a word or phrase are cased, and how another text takes that over.
package enum Casing: Sendable {
  case lower, capital, upper, mixed

  /// Letters, upper-case letters, and whether the first one is upper case.
  package static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> (all: Int, upper: Int, firstIsUpper: Bool) {
    var letters = 0
    var upper = 0
    var firstIsUpper = false
    var index = 0
    while index < bytes.count {
      let (scalar, length) = Scalars.decode(bytes, at: index)
      index += length
      let isUpper = scalar < 0x80 ? scalar >= 0x41 && scalar <= 0x5A : Characters.isUppercase(scalar)
      let isLower = scalar < 0x80 ? scalar >= 0x61 && scalar <= 0x7A : Characters.isLowercase(scalar)
      guard isUpper || isLower else { continue }
      if letters == 0 { firstIsUpper = isUpper }
      letters += 1
      if isUpper { upper += 1 }
    }
    return (letters, upper, firstIsUpper)
  }

  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> Casing {
    let (letters, upper, firstIsUpper) = count(bytes)
    if upper == 0 { return .lower }
    if upper == letters && letters > 1 { return .upper }
    return firstIsUpper && upper == 1 ? .capital : .mixed
  }

  package static func of(_ text: String) -> Casing {
    var text = text
    return text.withUTF8 { of($0) }
  }

  /// `text` with a capital first letter; the rest stays.
  package static func capitalized(_ text: String) -> String {
    guard let index = text.unicodeScalars.firstIndex(where: { Characters.isAlphabetic($0.value) }) else { return text }
    var scalars = text.unicodeScalars
    let upper = Unicode.Scalar(Characters.uppercase(scalars[index].value)) ?? scalars[index]
    scalars.replaceSubrange(index...index, with: [upper])
    return String(scalars)
  }

  package static func uppercased(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(Unicode.Scalar(Characters.uppercase(scalar.value)) ?? scalar) }
    return String(result)
  }
}
