internal import SuntingCore

/// One text of a record, ready to be linted.
package struct RecordText {
  package let bytes: UnsafeBufferPointer<UInt8>
  package let name: String?
  package let origin: RecordOrigin
}

/// Reads the texts of records, line by line. One per thread.
struct RecordReading {
  private let format: InputFormat
  private let options: FormatOptions
  private let columns: TSVColumns?
  private let readers: [JSONReader]

  /// - Parameter columns: for tab-separated values.
  init(format: InputFormat, options: FormatOptions, columns: TSVColumns?) {
    self.format = format
    self.options = options
    self.columns = columns
    readers = format == .jsonl ? options.fields.map { JSONReader(field: $0, id: options.id) } : []
  }

  /// Calls `body` for each text of a record; nothing for an empty line and a header.
  ///
  /// - Throws: when the record cannot be read, or none of its fields is there.
  func read(
    _ line: UnsafeBufferPointer<UInt8>, number: Int, _ body: (RecordText) throws(RecordProblem) -> Void
  ) throws(RecordProblem) {
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return }
    if let columns { return try read(line, number, columns, body) }
    var problem: RecordProblem?
    var found = 0
    for (field, reader) in zip(options.fields, readers) {
      let record: JSONFields
      do throws(RecordProblem) { record = try reader.read(line) } catch {
        // one of several fields may be missing
        guard error.isMissingField else { throw error }
        problem = problem ?? error
        continue
      }
      found += 1
      let origin = RecordOrigin(field: field, line: number, in: line, range: record.field, isJSON: true)
      try body(RecordText(bytes: record.text, name: record.name, origin: origin))
    }
    if found == 0, let problem { throw problem }
  }

  private func read(
    _ whole: UnsafeBufferPointer<UInt8>, _ number: Int, _ columns: TSVColumns,
    _ body: (RecordText) throws(RecordProblem) -> Void
  ) throws(RecordProblem) {
    if columns.hasHeader, number == 1 { return }
    let line = whole.last == 0x0D ? UnsafeBufferPointer(rebasing: whole.dropLast()) : whole
    guard let range = columns.text(line) else {
      throw RecordProblem(message: "the line has no column \(columns.field + 1)")
    }
    let text = UnsafeBufferPointer(rebasing: line[range])
    if let offset = Scalars.firstInvalidByte(text) {
      throw RecordProblem(message: "byte \(offset) of the text is not UTF-8")
    }
    let origin = RecordOrigin(field: options.fields[0], line: number, in: line, range: range, isJSON: false)
    try body(RecordText(bytes: text, name: columns.name(line), origin: origin))
  }
}

extension FileLinter {
  /// Longer texts are not linted: the memory of a run stays bounded.
  package static let longestText = 64 << 20

  /// Lints the text of a record as a file is linted.
  package func lint(
    _ text: UnsafeBufferPointer<UInt8>, path: String, longest: Int = longestText
  ) throws(RecordProblem) -> FileReport {
    guard text.count <= longest else {
      throw RecordProblem(message: "the text is longer than \(longest) bytes; not linted")
    }
    guard !text.contains(0) else { throw RecordProblem(message: "the text holds a NUL character") }
    do { return try lint(SourceFile(path: path, bytes: Array(text))) } catch {
      throw RecordProblem(message: "internal error: \(error); please report it")
    }
  }
}
