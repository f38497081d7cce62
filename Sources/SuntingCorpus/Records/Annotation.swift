internal import SuntingCore
internal import SuntingKit

/// The value of the field `sunting` that annotated records carry.
struct Annotation {
  let options: CorpusOptions

  func append(_ report: FileReport, _ measures: RecordMeasures, to output: inout [UInt8]) {
    output += "{\"version\":\"\(suntingVersion)\",\"rules\":\"\(options.rules)\",\"words\":\(measures.words)".utf8
    output += ",\"penalty\":\(JSONBytes.decimal(measures.penalty)),\"families\":{".utf8
    for (index, family) in measures.families.enumerated() {
      output += "\(index == 0 ? "" : ",")\"\(family.name)\":\(family.count)".utf8
    }
    output.append(0x7D)
    if !measures.isInLanguage { output += ",\"foreign\":true".utf8 }
    if options.detail != .none { appendDiagnostics(report, to: &output) }
    output.append(0x7D)
  }

  private func appendDiagnostics(_ report: FileReport, to output: inout [UInt8]) {
    output += ",\"diagnostics\":[".utf8
    for (index, diagnostic) in report.diagnostics.enumerated() {
      if index > 0 { output.append(0x2C) }
      switch options.detail {
      case .full:
        var text = ""
        DiagnosticJSON(report: report, language: options.language).write(diagnostic, to: &text)
        output += text.utf8
      default:
        output += "{\"rule\":\"\(diagnostic.rule)\",\"severity\":\"\(diagnostic.severity.name)\"".utf8
        output += ",\"start\":\(diagnostic.range.start),\"end\":\(diagnostic.range.end),\"text\":".utf8
        JSONBytes.append(diagnostic.text, to: &output)
        output.append(0x7D)
      }
    }
    output.append(0x5D)
  }

  static func append(error: String, to output: inout [UInt8]) {
    output += "{\"error\":".utf8
    JSONBytes.append(error, to: &output)
    output.append(0x7D)
  }
}

/// A line of a Dolma attributes file: spans in code points, with scores.
struct DolmaAttributes {
  static func append(_ report: FileReport, _ measures: RecordMeasures, to output: inout [UInt8]) {
    let bytes = report.source.bytes
    let length = bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    output += "\"sunting__penalty\":[[0,\(length),\(JSONBytes.decimal(measures.penalty))]]".utf8
    output += ",\"sunting__words\":[[0,\(length),\(measures.words)]]".utf8
    var counter = CodePoints(bytes)
    let spans = report.diagnostics.map { diagnostic in
      let start = counter.count(to: Int(diagnostic.range.start))
      var ahead = counter
      return (
        family: diagnostic.family, start: start, end: ahead.count(to: Int(diagnostic.range.end)),
        penalty: diagnostic.penalty
      )
    }
    for family in measures.families {
      let list = spans.filter { $0.family == family.name }.map { "[\($0.start),\($0.end),\($0.penalty)]" }
      output += ",\"sunting__\(family.name)\":[\(list.joined(separator: ","))]".utf8
    }
  }

  /// Counts code points up to offsets that do not fall.
  private struct CodePoints {
    let bytes: [UInt8]
    var offset = 0
    var total = 0
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func count(to end: Int) -> Int {
      while offset < end {
        if bytes[offset] & 0xC0 != 0x80 { total += 1 }
        offset += 1
      }
      return total
    }
  }
}
