/// The words that rules mention, the classes they belong to, and named sets.
extension RuleTableBuilder {
  mutating func intern(_ word: String) -> UInt32 {
    let hash = WordHash.hash(word)
    if let id = wordIDs[hash] { return id }
    let id = UInt32(tables.wordHashes.count)
    wordIDs[hash] = id
    tables.wordHashes.append(hash)
    wordTexts.append(word)
    frequencies.append(knowledge.frequency(word))
    wordClasses.append([])
    anchors.append([])
    setMembers.append([])
    return id
  }

  mutating func text(_ text: String) -> UInt32 {
    if let id = textIDs[text] { return id }
    let id = UInt32(tables.texts.count)
    textIDs[text] = id
    tables.texts.append(text)
    return id
  }

  mutating func add(class id: UInt32, to word: UInt32) {
    if !wordClasses[Int(word)].contains(id) { wordClasses[Int(word)].append(id) }
  }

  /// A choice between plain lower-case words is one class, tested in one step.
  mutating func wordClass(_ alternatives: [Pattern.Alternative]) -> UInt32? {
    guard alternatives.count > 2 else { return nil }
    var words: [UInt32] = []
    for alternative in alternatives {
      guard alternative.target == nil, alternative.nodes.count == 1,
        case .word(let text, .lower, false) = alternative.nodes[0], text.allSatisfy({ $0.isLetter && $0.isASCII })
      else { return nil }
      words.append(intern(text))
    }
    return classOf(words)
  }

  mutating func stemClass(
    _ stem: String, _ prefix: String?, _ suffix: String?
  ) throws(PatternError) -> (id: UInt32, words: [UInt32]) {
    let key = "\(prefix ?? "")-\(stem)-\(suffix ?? "")"
    if let known = stemClasses[key] { return known }
    let forms = knowledge.forms(stem, prefix, suffix)
    guard !forms.isEmpty else {
      throw PatternError(message: "the stem “\(stem)” has no such form", offset: 0)
    }
    let id = classCount
    classCount += 1
    let words = forms.map { intern($0) }
    for word in words { add(class: id, to: word) }
    stemClasses[key] = (id, words)
    return (id, words)
  }

  mutating func namedSet(_ name: String) throws(PatternError) -> (id: UInt32, words: [UInt32], most: Int) {
    if let known = setFirstWords[name] { return known }
    guard let entries = sets[name] else {
      throw PatternError(
        message: "there is no set <\(name)>; sets are \(sets.keys.sorted().joined(separator: ", "))", offset: 0)
    }
    let id = UInt32(tables.setNames.count)
    tables.setNames.append(name)
    var first: Set<UInt32> = []
    var most = 1
    for entry in entries {
      let parts = try pieces(of: entry)
      let words = parts.map { intern($0) }
      first.insert(words[0])
      most = max(most, words.count)
      setMembers[Int(words[0])].append(
        RuleTables.SetMember(
          set: id, firstRest: UInt32(tables.memberWords.count), restCount: UInt16(words.count - 1),
          needsCapital: entry.first?.isUppercase == true))
      tables.memberWords += words.dropFirst()
    }
    setFirstWords[name] = (id, first.sorted(), most)
    return (id, first.sorted(), most)
  }
}
