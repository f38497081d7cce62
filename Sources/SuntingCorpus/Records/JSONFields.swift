internal import CRecords

/// A JSON object on one line: where the fields stand that matter; the rest is never looked into.
struct JSONFields: @unchecked Sendable {
  /// The field, decoded.
  let text: UnsafeBufferPointer<UInt8>
  let field: Range<Int>
  let id: Range<Int>
  /// An annotation of an earlier run.
  let own: Range<Int>
  let brace: Int
  let isEmpty: Bool
}

/// Why a record cannot be linted.
struct RecordProblem: Error {
  let message: String
  /// Whether the record is an object that can carry the message.
  var fields: JSONFields?
}

/// Reads records with simdjson. One per chunk.
final class JSONReader {
  private let parser: OpaquePointer
  private let field: [UInt8]
  private let id: [UInt8]

  init(field: String, id: String) {
    parser = sunting_records_new()
    self.field = Array(field.utf8)
    self.id = Array(id.utf8)
  }

  deinit { sunting_records_free(parser) }

  /// - Parameter line: with room to read behind it. What is returned is valid until the next call.
  func read(_ line: UnsafeBufferPointer<UInt8>) throws(RecordProblem) -> JSONFields {
    var record = sunting_record()
    let status = field.withUnsafeBytes { field in
      id.withUnsafeBytes { id in
        sunting_records_read(
          parser, UnsafeRawPointer(line.baseAddress!).assumingMemoryBound(to: CChar.self), line.count,
          field.baseAddress?.assumingMemoryBound(to: CChar.self), field.count,
          id.baseAddress?.assumingMemoryBound(to: CChar.self), id.count, &record)
      }
    }
    switch status {
    case SUNTING_RECORD_BROKEN: throw RecordProblem(message: "not JSON: \(String(cString: record.problem))")
    case SUNTING_RECORD_NO_OBJECT: throw RecordProblem(message: "the record is not a JSON object")
    default: break
    }
    let text = UnsafeRawPointer(record.text).map {
      UnsafeBufferPointer(start: $0.assumingMemoryBound(to: UInt8.self), count: record.text_length)
    }
    let fields = JSONFields(
      text: text ?? UnsafeBufferPointer(start: nil, count: 0), field: record.field.start..<record.field.end,
      id: record.id.start..<record.id.end, own: record.own.start..<record.own.end, brace: record.brace,
      isEmpty: record.is_empty != 0)
    let name = String(decoding: field, as: UTF8.self)
    switch status {
    case SUNTING_RECORD_NO_FIELD: throw RecordProblem(message: "there is no field “\(name)”", fields: fields)
    case SUNTING_RECORD_NO_STRING: throw RecordProblem(message: "the field “\(name)” is not a string", fields: fields)
    case SUNTING_RECORD_BAD_STRING:
      throw RecordProblem(message: "the field “\(name)” holds a lone surrogate", fields: fields)
    default: return fields
    }
  }
}
