/// JSON written as bytes.
enum JSONBytes {
  private static let digits = Array("0123456789abcdef".utf8)

  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append(0x22)
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      start = index + 1
      output.append(0x5C)
      switch byte {
      case 0x22, 0x5C: output.append(byte)
      case 0x0A: output.append(0x6E)
      case 0x0D: output.append(0x72)
      case 0x09: output.append(0x74)
      default: output += [0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    output.append(0x22)
  }

  static func append(_ text: [UInt8], to output: inout [UInt8]) {
    text.withUnsafeBufferPointer { append($0, to: &output) }
  }

  static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &output) }
  }

  /// Hundredths as a decimal: 1250 is 12.5.
  static func decimal(_ hundredths: Int) -> String {
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    if part == 0 { return String(whole) }
    return part % 10 == 0 ? "\(whole).\(part / 10)" : part < 10 ? "\(whole).0\(part)" : "\(whole).\(part)"
  }
}
