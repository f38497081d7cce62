/// Rule tables as bytes: how they lie in the binary. Written and read by the same version only.
package enum RulePack {
  package static func encode(_ tables: RuleTables) -> [UInt8] {
    var writer = PackWriter()
    writer.texts(tables.texts)
    writer.strings(tables.setNames)
    writer.integers64(tables.wordHashes)
    writer.integers(tables.bases)
    writer.integers(tables.classStarts)
    writer.integers(tables.classes)
    writer.integers(tables.anchorStarts)
    writer.integers(tables.anchors.flatMap(numbers))
    writer.integers(
      tables.kindAnchors.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { kind, anchors in
        anchors.flatMap { [kind.rawValue] + numbers($0) }
      })
    writer.integers(tables.memberStarts)
    writer.integers(
      tables.members.flatMap {
        [$0.set, $0.firstRest, UInt32($0.restCount) | ($0.needsCapital ? 0x10000 : 0)]
      })
    writer.integers(tables.memberWords)
    writer.integers(
      tables.patterns.flatMap {
        [
          $0.rule, $0.code, $0.replacement, $0.english, $0.fix.rawValue, $0.firstCondition, $0.conditionCount,
          $0.furniture.rawValue,
        ]
      })
    writer.integers(tables.conditions.flatMap { [$0.kind.rawValue, $0.scope.rawValue, $0.code] })
    writer.integers(tables.code)
    writer.integer(UInt32(tables.rules.count))
    for rule in tables.rules { writer.rule(rule) }
    return writer.bytes
  }

  /// - Parameter characters: the pack as `SevenBit` encodes it. It is decoded piece by piece, to where it is wanted.
  package static func decode(_ characters: UnsafeRawBufferPointer) -> RuleTables {
    var reader = PackReader(characters: characters)
    var tables = RuleTables()
    tables.texts = reader.texts()
    tables.setNames = reader.strings()
    tables.wordHashes = reader.integers64()
    tables.vocabulary = Vocabulary(hashes: tables.wordHashes)
    tables.bases = reader.integers()
    tables.classStarts = reader.integers()
    tables.classes = reader.integers()
    tables.anchorStarts = reader.integers()
    tables.anchors = reader.records(4, anchor)
    let kinds = reader.records(5) { fields in
      (TokenClass(rawValue: fields[0])!, anchor(UnsafeBufferPointer(rebasing: fields[1...])))
    }
    for (kind, anchor) in kinds { tables.kindAnchors[kind, default: []].append(anchor) }
    tables.memberStarts = reader.integers()
    tables.members = reader.records(3) {
      .init(set: $0[0], firstRest: $0[1], restCount: UInt16($0[2] & 0xFFFF), needsCapital: $0[2] & 0x10000 != 0)
    }
    tables.memberWords = reader.integers()
    tables.patterns = reader.records(8) {
      .init(
        rule: $0[0], code: $0[1], replacement: $0[2], english: $0[3], fix: FixSafety(rawValue: $0[4])!,
        firstCondition: $0[5], conditionCount: $0[6], furniture: FurnitureKind(rawValue: $0[7])!)
    }
    tables.conditions = reader.records(3) {
      .init(
        kind: RuleTables.Condition.Kind(rawValue: $0[0])!, scope: Pattern.Scope(rawValue: $0[1])!, code: $0[2])
    }
    tables.code = reader.integers()
    for _ in 0..<reader.integer() { tables.rules.append(reader.rule()) }
    return tables
  }

  private static func numbers(_ anchor: RuleTables.Anchor) -> [UInt32] {
    [
      anchor.pattern, UInt32(anchor.least) | UInt32(anchor.most) << 16, UInt32(anchor.neighbour.rawValue),
      anchor.wanted,
    ]
  }

  private static func anchor(_ fields: UnsafeBufferPointer<UInt32>) -> RuleTables.Anchor {
    .init(
      pattern: fields[0], least: UInt16(fields[1] & 0xFFFF), most: UInt16(fields[1] >> 16),
      neighbour: .init(rawValue: UInt8(fields[2]))!, wanted: fields[3])
  }
}

private struct PackWriter {
  var bytes: [UInt8] = []

  mutating func integer(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }

  mutating func integers(_ values: [UInt32]) {
    integer(UInt32(values.count))
    for value in values { integer(value) }
  }

  mutating func integers64(_ values: [UInt64]) {
    integer(UInt32(values.count))
    for value in values { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
  }

  mutating func string(_ text: String) {
    integer(UInt32(text.utf8.count))
    bytes += text.utf8
  }

  mutating func strings(_ texts: [String]) {
    integer(UInt32(texts.count))
    for text in texts { string(text) }
  }

  /// The lengths of all texts, then the texts.
  mutating func texts(_ table: TextTable) {
    let texts = table.all
    integers(texts.map { UInt32($0.utf8.count) })
    for text in texts { bytes += text.utf8 }
  }

  mutating func rule(_ rule: RuleTables.Rule) {
    strings([
      rule.id, rule.mqm, rule.message.id, rule.message.en, rule.why.id, rule.why.en, rule.fixReason.id,
      rule.fixReason.en, rule.checkName,
    ])
    integers([
      rule.kind.rawValue, rule.severity.rawValue, rule.isDefault ? 1 : 0, rule.fix.rawValue, rule.skip.rawValue,
      UInt32(rule.except.lowerBound), UInt32(rule.except.upperBound), UInt32(rule.entryCount),
    ])
    integer(UInt32(rule.options.all.count))
    for (name, lines) in rule.options.all {
      string(name)
      texts(lines)
    }
  }
}

private struct PackReader {
  let characters: UnsafeRawBufferPointer
  var offset = 0

  private mutating func copy(_ count: Int, to target: UnsafeMutableRawPointer) {
    SevenBit.decode(characters, from: offset, count: count, to: target)
    offset += count
  }

  mutating func integer() -> UInt32 {
    var value: UInt32 = 0
    withUnsafeMutableBytes(of: &value) { copy(4, to: $0.baseAddress!) }
    return UInt32(littleEndian: value)
  }

  mutating func integers() -> [UInt32] { values(UInt32.self, Int(integer())) }
  mutating func integers64() -> [UInt64] { values(UInt64.self, Int(integer())) }
  mutating func bytes(_ count: Int) -> [UInt8] { values(UInt8.self, count) }

  private mutating func values<Value: FixedWidthInteger & BitwiseCopyable>(_: Value.Type, _ count: Int) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      if count > 0 { copy(count * MemoryLayout<Value>.size, to: UnsafeMutableRawPointer(buffer.baseAddress!)) }
      initialized = count
    }
  }

  mutating func records<Record>(_ width: Int, _ make: (UnsafeBufferPointer<UInt32>) -> Record) -> [Record] {
    let values = integers()
    var records: [Record] = []
    records.reserveCapacity(values.count / width)
    values.withUnsafeBufferPointer { values in
      for index in stride(from: 0, to: values.count, by: width) {
        records.append(make(UnsafeBufferPointer(rebasing: values[index..<(index + width)])))
      }
    }
    return records
  }

  mutating func string() -> String {
    let count = Int(integer())
    guard count > 0 else { return "" }
    return String(unsafeUninitializedCapacity: count) { buffer in
      copy(count, to: UnsafeMutableRawPointer(buffer.baseAddress!))
      return count
    }
  }

  mutating func strings() -> [String] {
    let count = Int(integer())
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(string()) }
    return texts
  }

  mutating func texts() -> TextTable {
    let lengths = integers()
    return TextTable(bytes: bytes(Int(lengths.reduce(0, +))), lengths: lengths)
  }

  mutating func rule() -> RuleTables.Rule {
    let texts = strings()
    let numbers = integers()
    var options: [(name: String, lines: TextTable)] = []
    for _ in 0..<integer() { options.append((string(), self.texts())) }
    return RuleTables.Rule(
      id: texts[0], kind: RuleTables.Rule.Kind(rawValue: numbers[0])!, severity: Severity(rawValue: numbers[1])!,
      mqm: texts[1], isDefault: numbers[2] == 1, message: Bilingual(id: texts[2], en: texts[3]),
      why: Bilingual(id: texts[4], en: texts[5]), fix: FixSafety(rawValue: numbers[3])!,
      fixReason: Bilingual(id: texts[6], en: texts[7]), skip: SkippedPlaces(rawValue: numbers[4]),
      except: Int(numbers[5])..<Int(numbers[6]), checkName: texts[8], options: CheckOptions(lists: options),
      entryCount: Int(numbers[7]))
  }
}
