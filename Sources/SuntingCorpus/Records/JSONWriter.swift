internal import SuntingCore
internal import SuntingKit

/// JSON lines: a record goes out as it came in, byte for byte, but for what the mode adds or changes.
struct JSONWriter: RecordWriter {
  private let linter: RecordLinter
  private let reader: JSONReader
  private var options: CorpusOptions { linter.options }
  /// Where rejected records go.
  private var rejects: WritableKeyPath<ChunkResult, [UInt8]> { options.mixesRejected ? \.output : \.rejected }

  init(linter: RecordLinter) {
    self.linter = linter
    reader = JSONReader(field: linter.options.field, id: linter.options.idField)
  }

  mutating func write(_ line: UnsafeBufferPointer<UInt8>, place: RecordPlace, to result: inout ChunkResult) {
    // an empty line stays one: files that lie line by line beside each other do not shift
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      if options.mode != .stats { Self.append(line, to: &result.output) }
      return
    }
    var fields: JSONFields?
    do throws(RecordProblem) {
      let read = try reader.read(line)
      fields = read
      var report = try linter.lint(read.text, of: line, read.field, place)
      report.document = read.name
      try write(report, line, read, place, to: &result)
    } catch {
      write(error, line, error.fields ?? fields, place, to: &result)
    }
  }

  private func write(
    _ report: FileReport, _ line: UnsafeBufferPointer<UInt8>, _ fields: JSONFields, _ place: RecordPlace,
    to result: inout ChunkResult
  ) throws(RecordProblem) {
    let measures = RecordMeasures(report)
    let mended = options.mode == .fix ? try linter.mended(report) : nil
    let reason = result.judge(report, measures, options, place)
    if options.mode == .stats { return }
    if options.format == .dolma {
      return appendDolma(line, fields, to: &result.output) { DolmaAttributes.append(report, measures, to: &$0) }
    }
    switch options.mode {
    case .annotate:
      var annotation: [UInt8] = []
      Annotation(options: options).append(report, measures, to: &annotation)
      Self.append(line, fields, [AddedField("sunting", annotation, fields.own)], to: &result.output)
    case .filter:
      guard let reason else { return Self.append(line, to: &result.output) }
      guard options.keepsRejected else { return }
      Self.append(
        line, fields, [AddedField("filter_reason", text: reason, fields.reason)], to: &result[keyPath: rejects])
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

  /// A field that a record gains.
  private struct AddedField {
    let name: String
    let value: [UInt8]
    /// The value of an earlier run, which it replaces where it stands; empty when there is none.
    let earlier: Range<Int>

    init(_ name: String, _ value: [UInt8], _ earlier: Range<Int>) {
      self.name = name
      self.value = value
      self.earlier = earlier
    }

    init(_ name: String, text: String, _ earlier: Range<Int>) {
      var value: [UInt8] = []
      JSONBytes.append(text, to: &value)
      self.init(name, value, earlier)
    }
  }

  private static func append(
    _ line: UnsafeBufferPointer<UInt8>, _ fields: JSONFields, _ added: [AddedField], to output: inout [UInt8]
  ) {
    var position = 0
    for field in added.filter({ !$0.earlier.isEmpty }).sorted(by: { $0.earlier.lowerBound < $1.earlier.lowerBound }) {
      output.append(contentsOf: line[position..<field.earlier.lowerBound])
      output += field.value
      position = field.earlier.upperBound
    }
    output.append(contentsOf: line[position..<fields.brace])
    var isEmpty = fields.isEmpty
    for field in added where field.earlier.isEmpty {
      output += "\(isEmpty ? "" : ",")\"\(field.name)\":".utf8
      output += field.value
      isEmpty = false
    }
    append(UnsafeBufferPointer(rebasing: line[fields.brace...]), to: &output)
  }

  private func appendDolma(
    _ line: UnsafeBufferPointer<UInt8>, _ fields: JSONFields?, to output: inout [UInt8],
    attributes: (inout [UInt8]) -> Void
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
    var error: [UInt8] = []
    Annotation.append(error: problem.message, to: &error)
    if options.format == .dolma {
      appendDolma(line, fields, to: &result.output) { _ in }
      result.output.removeLast(2)
      result.output += ",\"sunting\":".utf8 + error + "}\n".utf8
      return
    }
    let isRejected = options.mode == .filter
    if isRejected { result.counts.rejected += 1 }
    guard !isRejected || options.keepsRejected else { return }
    let reason = isRejected ? "error: \(problem.message)" : nil
    var output: [UInt8] = []
    if let fields {
      var added = [AddedField("sunting", error, fields.own)]
      if let reason { added.append(AddedField("filter_reason", text: reason, fields.reason)) }
      Self.append(line, fields, added, to: &output)
    } else {
      UnreadableRecord.append(line, problem.message, place, reason: reason, to: &output)
    }
    result[keyPath: isRejected ? rejects : \.output] += output
  }
}
