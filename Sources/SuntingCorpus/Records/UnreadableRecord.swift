internal import Foundation
internal import SuntingCore

/// A line that is not a JSON object, as one: nothing is lost.
enum UnreadableRecord {
  /// - Parameter reason: why it was rejected, where records are filtered.
  static func append(
    _ line: UnsafeBufferPointer<UInt8>, _ problem: String, _ place: RecordPlace, reason: String?,
    to output: inout [UInt8]
  ) {
    output += "{\"sunting\":{\"error\":".utf8
    JSONBytes.append(problem, to: &output)
    output += ",\"file\":".utf8
    JSONBytes.append(place.path, to: &output)
    output += ",\"line\":\(place.line),".utf8
    if Scalars.firstInvalidByte(line) == nil {
      output += "\"raw\":".utf8
      JSONBytes.append(line, to: &output)
    } else {
      output += "\"rawBase64\":\"".utf8
      output += Data(line).base64EncodedString().utf8
      output.append(0x22)
    }
    output.append(0x7D)
    if let reason {
      output += ",\"filter_reason\":".utf8
      JSONBytes.append(reason, to: &output)
    }
    output += "}\n".utf8
  }
}
