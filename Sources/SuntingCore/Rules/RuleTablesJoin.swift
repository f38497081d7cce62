extension RuleTables {
  /// Both sets of rules in one. A rule of `second` replaces the one of `first` with the same ID, which stays in the
  /// tables without patterns of its own being looked at: it is off.
  package static func joined(_ first: RuleTables, _ second: RuleTables) -> RuleTables {
    var joiner = RuleTableJoiner(first, second)
    return joiner.join()
  }
}

/// Links the tables of `second` behind those of `first`: words, classes, sets, texts and addresses get new numbers.
private struct RuleTableJoiner {
  private var result: RuleTables
  private let second: RuleTables
  private let first: RuleTables
  private var words: [UInt32] = []
  private let classBase: UInt32
  private let setBase: UInt32
  private let textBase: UInt32
  private let codeBase: UInt32
  private let patternBase: UInt32
  private let ruleBase: UInt32
  private let conditionBase: UInt32
  private let memberWordBase: UInt32

  init(_ first: RuleTables, _ second: RuleTables) {
    self.first = first
    self.second = second
    result = first
    classBase = (first.classes.max() ?? 1) + 1
    setBase = UInt32(first.setNames.count)
    textBase = UInt32(first.texts.count)
    codeBase = UInt32(first.code.count)
    patternBase = UInt32(first.patterns.count)
    ruleBase = UInt32(first.rules.count)
    conditionBase = UInt32(first.conditions.count)
    memberWordBase = UInt32(first.memberWords.count)
  }

  mutating func join() -> RuleTables {
    joinWords()
    result.texts += second.texts
    result.setNames += second.setNames
    result.code += relocatedCode()
    result.conditions += second.conditions.map { .init(kind: $0.kind, scope: $0.scope, code: $0.code + codeBase) }
    result.patterns += second.patterns.map {
      .init(
        rule: $0.rule + ruleBase, code: $0.code + codeBase,
        replacement: $0.replacement == 0 ? 0 : $0.replacement + textBase, english: $0.english + textBase, fix: $0.fix,
        firstCondition: $0.firstCondition + conditionBase, conditionCount: $0.conditionCount, furniture: $0.furniture)
    }
    for (kind, anchors) in second.kindAnchors { result.kindAnchors[kind, default: []] += anchors.map(relocated) }
    let replaced = Set(second.rules.map(\.id))
    result.rules = first.rules.map { replaced.contains($0.id) ? $0.withoutID() : $0 }
    result.rules += second.rules.map { $0.moved(exceptBy: Int(patternBase)) }
    return result
  }

  private mutating func joinWords() {
    var ids: [UInt64: UInt32] = [:]
    for (id, hash) in first.wordHashes.enumerated() { ids[hash] = UInt32(id) }
    for hash in second.wordHashes {
      if let id = ids[hash] {
        words.append(id)
      } else {
        let id = UInt32(result.wordHashes.count)
        ids[hash] = id
        result.wordHashes.append(hash)
        words.append(id)
      }
    }
    var source = [Int?](repeating: nil, count: result.wordHashes.count)
    for (own, id) in words.enumerated() { source[Int(id)] = own }
    result.vocabulary = Vocabulary(hashes: result.wordHashes)
    result.bases += [UInt32](repeating: 0, count: result.wordHashes.count - result.bases.count)
    for (own, id) in words.enumerated() where second.bases[own] > 0 && result.bases[Int(id)] == 0 {
      result.bases[Int(id)] = words[Int(second.bases[own]) - 1] + 1
    }
    result.classes = []
    result.classStarts = [0]
    result.anchors = []
    result.anchorStarts = [0]
    result.members = []
    result.memberStarts = [0]
    for word in result.wordHashes.indices {
      if word < first.wordHashes.count {
        result.classes += first.classes[Self.range(first.classStarts, word)]
        result.anchors += first.anchors[Self.range(first.anchorStarts, word)]
        result.members += first.members[Self.range(first.memberStarts, word)]
      }
      if let own = source[word] {
        for id in second.classes[Self.range(second.classStarts, own)] {
          let moved = relocatedClass(id)
          if moved >= classBase || word >= first.wordHashes.count { result.classes.append(moved) }
        }
        result.anchors += second.anchors[Self.range(second.anchorStarts, own)].map(relocated)
        result.members += second.members[Self.range(second.memberStarts, own)].map {
          .init(
            set: $0.set + setBase, firstRest: $0.firstRest + memberWordBase, restCount: $0.restCount,
            needsCapital: $0.needsCapital)
        }
      }
      result.classStarts.append(UInt32(result.classes.count))
      result.anchorStarts.append(UInt32(result.anchors.count))
      result.memberStarts.append(UInt32(result.members.count))
    }
    result.memberWords += second.memberWords.map { words[Int($0)] }
  }

  private static func range(_ starts: [UInt32], _ index: Int) -> Range<Int> {
    Int(starts[index])..<Int(starts[index + 1])
  }

  private func relocated(_ anchor: RuleTables.Anchor) -> RuleTables.Anchor {
    let wanted: UInt32 =
      switch anchor.neighbour {
      case .none: 0
      case .nextWord, .previousWord: words[Int(anchor.wanted)]
      case .nextClass, .previousClass: relocatedClass(anchor.wanted)
      }
    return .init(
      pattern: anchor.pattern + patternBase, least: anchor.least, most: anchor.most, neighbour: anchor.neighbour,
      wanted: wanted)
  }

  /// The two classes every table begins with are shared.
  private func relocatedClass(_ id: UInt32) -> UInt32 {
    id <= RuleTables.foreignFunctionWordClass ? id : id + classBase
  }

  private func relocatedCode() -> [UInt32] {
    var code = second.code
    var pc = 0
    while pc < code.count {
      let operand = code[pc] >> 8
      let operation = Operation(rawValue: code[pc] & 0xFF)!
      func set(_ value: UInt32) { code[pc] = Operation.code(operation, Int(value)) }
      switch operation {
      case .word:
        set(words[Int(operand)])
        code[pc + 2] += textBase
      case .wordClass: set(relocatedClass(operand))
      case .set: set(operand + setBase)
      case .split, .jump, .notNext, .notBefore: set(operand + codeBase)
      case .target, .stem: code[pc + 1] += textBase
      default: break
      }
      pc += operation.length
    }
    return code
  }
}

extension RuleTables.Rule {
  fileprivate func withoutID() -> RuleTables.Rule { copy(id: "", except: except) }
  fileprivate func moved(exceptBy base: Int) -> RuleTables.Rule {
    copy(id: id, except: (except.lowerBound + base)..<(except.upperBound + base))
  }
  private func copy(id: String, except: Range<Int>) -> RuleTables.Rule {
    .init(
      id: id, kind: kind, severity: severity, mqm: mqm, isDefault: isDefault, message: message, why: why, fix: fix,
      fixReason: fixReason, skip: skip, except: except, checkName: checkName, options: options, entryCount: entryCount)
  }
}
