internal import SuntingCore
internal import SuntingKit

/// JSON lines: a record goes out as it came in, byte for byte, but for what the mode adds or changes.
struct JSONWriter: RecordWriter {
  private let linter: RecordLinter
  private let reader: JSONReader
  private var options: CorpusOptions { linter.options }

  init(linter: RecordLinter) {
    self.linter = linter
    reader = JSONReader(field: linter.options.field, id: linter.options.idField)
  }

  mutating func write(_ line: UnsafeBufferPointer<UInt8>, place: RecordPlace, to result: inout ChunkResult) {
    // an empty line stays one: files that lie line by line beside each other do not shift
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      if options.mode != .stats { result.output.append(0x0A) }
      return
    }
    var fields: JSONFields?
    do throws(RecordProblem) {
      let read = try reader.read(line)
      fields = read
      var report = try linter.lint(read.text, path: place.path, line: place.line)
      report.document = id(line, read)
      try write(report, line, read, to: &result)
    } catch {
      write(error, line, error.fields ?? fields, place, to: &result)
    }
  }

  /// The ID as text: a string without its quotation marks, anything else as written.
  private func id(_ line: UnsafeBufferPointer<UInt8>, _ fields: JSONFields) -> String? {
    guard !fields.id.isEmpty else { return nil }
    let text = String(decoding: line[fields.id], as: UTF8.self)
    return text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : text
  }

  private func write(
    _ report: FileReport, _ line: UnsafeBufferPointer<UInt8>, _ fields: JSONFields, to result: inout ChunkResult
  ) throws(RecordProblem) {
    let measures = RecordMeasures(report)
    let mended = options.mode == .fix ? try linter.mended(report) : nil
    let reason = result.judge(report, measures, options)
    if options.mode == .stats { return }
    if options.format == .dolma { return appendDolma(line, fields, to: &result.output) { DolmaAttributes.append(report, measures, to: &$0) } }
    switch options.mode {
    case .annotate:
      append(line, fields, to: &result.output) { Annotation(options: options).append(report, measures, to: &$0) }
    case .filter:
      guard let reason else { return Self.append(line, to: &result.output) }
      guard options.keepsRejected else { return }
      append(line, fields, name: "filter_reason", to: &result.rejected) { JSONBytes.append(reason, to: &$0) }
    case .fix:
      guard let mended else { return Self.append(line, to: &result.output) }
      result.counts.changed += 1
      result.counts.fixed += mended.fixed
      result.output.append(contentsOf: line[..<fields.field.lowerBound])
      JSONBytes.append(mended.bytes, to: &result.output)
      Self.append(UnsafeBufferPointer(rebasing: line[fields.field.upperBound...]), to: &result.output)
    case .stats: break
    }
  }

  private static func append(_ line: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append(contentsOf: line)
    output.append(0x0A)
  }

  /// The record with one more field; an annotation of an earlier run is replaced where it stands.
  private func append(
    _ line: UnsafeBufferPointer<UInt8>, _ fields: JSONFields, name: String = "sunting", to output: inout [UInt8],
    value: (inout [UInt8]) -> Void
  ) {
    if name == "sunting", !fields.own.isEmpty {
      output.append(contentsOf: line[..<fields.own.lowerBound])
      value(&output)
      return Self.append(UnsafeBufferPointer(rebasing: line[fields.own.upperBound...]), to: &output)
    }
    output.append(contentsOf: line[..<fields.brace])
    output += "\(fields.isEmpty ? "" : ",")\"\(name)\":".utf8
    value(&output)
    Self.append(UnsafeBufferPointer(rebasing: line[fields.brace...]), to: &output)
  }

  private func appendDolma(
    _ line: UnsafeBufferPointer<UInt8>, _ fields: JSONFields?, to output: inout [UInt8], attributes: (inout [UInt8]) -> Void
  ) {
    output += "{\"id\":".utf8
    if let id = fields?.id, !id.isEmpty { output.append(contentsOf: line[id]) } else { output += "null".utf8 }
    output += ",\"attributes\":{".utf8
    attributes(&output)
    output += "}}\n".utf8
  }

  /// A record that cannot be read goes on with the reason; one that is not JSON as the text of one that is.
  private func write(
    _ problem: RecordProblem, _ line: UnsafeBufferPointer<UInt8>, _ fields: JSONFields?, _ place: RecordPlace,
    to result: inout ChunkResult
  ) {
    result.countError()
    if options.mode == .stats { return }
    if options.format == .dolma {
      appendDolma(line, fields, to: &result.output) { _ in }
      result.output.removeLast(2)
      result.output += ",\"sunting\":".utf8
      Annotation.append(error: problem.message, to: &result.output)
      result.output += "}\n".utf8
      return
    }
    var record: [UInt8] = []
    if let fields {
      append(line, fields, to: &record) { Annotation.append(error: problem.message, to: &$0) }
    } else {
      UnreadableRecord.append(line, problem.message, place, to: &record)
    }
    guard options.mode == .filter else { return result.output += record }
    result.counts.rejected += 1
    guard options.keepsRejected else { return }
    // an object ends with its brace, white space aside
    let brace = record.lastIndex(of: 0x7D) ?? record.count
    result.rejected += record[..<brace]
    result.rejected += ",\"filter_reason\":".utf8
    JSONBytes.append("error: \(problem.message)", to: &result.rejected)
    result.rejected += record[brace...]
  }
}
