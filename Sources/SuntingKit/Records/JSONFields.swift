internal import CRecords

/// A JSON object on one line: where the fields stand that matter; the rest is never looked into.
package struct JSONFields: @unchecked Sendable {
  /// The field, decoded.
  package let text: UnsafeBufferPointer<UInt8>
  package let field: Range<Int>
  package let id: Range<Int>
  /// The ID as text: a string decoded, anything else as written; nil where there is none.
  package let name: String?
  /// An annotation of an earlier run.
  package let own: Range<Int>
  /// A reason of an earlier run.
  package let reason: Range<Int>
  package let brace: Int
  package let isEmpty: Bool
}

/// Why a record cannot be linted.
package struct RecordProblem: Error {
  package let message: String
  /// Whether the record is an object that can carry the message.
  package var fields: JSONFields?
  /// The record is read, but the field is not in it.
  var isMissingField = false

  package init(message: String, fields: JSONFields? = nil) {
    self.message = message
    self.fields = fields
  }
}

/// Reads records with simdjson. One per chunk.
package final class JSONReader {
  private let parser: OpaquePointer
  private let field: [UInt8]
  private let id: [UInt8]

  package init(field: String, id: String) {
    parser = sunting_records_new()
    self.field = Array(field.utf8)
    self.id = Array(id.utf8)
  }

  deinit { sunting_records_free(parser) }

  /// - Parameter line: with room to read behind it. What is returned is valid until the next call.
  package func read(_ line: UnsafeBufferPointer<UInt8>) throws(RecordProblem) -> JSONFields {
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
      id: record.id.start..<record.id.end, name: name(record), own: record.own.start..<record.own.end,
      reason: record.reason.start..<record.reason.end, brace: record.brace, isEmpty: record.is_empty != 0)
    let name = String(decoding: field, as: UTF8.self)
    switch status {
    case SUNTING_RECORD_NO_FIELD:
      var problem = RecordProblem(message: "there is no field “\(name)”", fields: fields)
      problem.isMissingField = true
      throw problem
    case SUNTING_RECORD_NO_STRING: throw RecordProblem(message: "the field “\(name)” is not a string", fields: fields)
    case SUNTING_RECORD_BAD_STRING:
      throw RecordProblem(message: "the field “\(name)” holds a lone surrogate", fields: fields)
    default: return fields
    }
  }

  private func name(_ record: sunting_record) -> String? {
    guard let name = record.name else { return nil }
    let bytes = UnsafeRawBufferPointer(start: name, count: record.name_length)
    return String(decoding: bytes, as: UTF8.self)
  }
}
