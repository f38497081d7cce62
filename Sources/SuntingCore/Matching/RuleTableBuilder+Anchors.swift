/// Where a pattern is tried: at its rarest words.
extension RuleTableBuilder {
  struct AnchorChoice {
    var words: [(word: UInt32, least: Int, most: Int)]
    var cost: Int
    /// Which node of the sequence it stands in.
    var node = 0
  }

  /// What must stand right behind or before the anchor, where that is plain words: most tries end at this test.
  mutating func neighbour(
    of node: Int, in nodes: [Pattern.Node]
  ) throws(PatternError) -> (RuleTables.Anchor.Neighbour, UInt32) {
    guard Self.length(nodes[node], self) == (1, 1) else { return (.none, 0) }
    if node + 1 < nodes.count, let words = try firstWords(nodes[node + 1]) {
      return words.count == 1 ? (.nextWord, words[0]) : (.nextClass, classOf(words))
    }
    if node > 0, Self.length(nodes[node - 1], self) == (1, 1), let words = try firstWords(nodes[node - 1]) {
      return words.count == 1 ? (.previousWord, words[0]) : (.previousClass, classOf(words))
    }
    return (.none, 0)
  }

  /// The words a node can begin with, nil when it may begin with others or be empty.
  mutating func firstWords(_ node: Pattern.Node) throws(PatternError) -> [UInt32]? {
    switch node {
    case .word(let text, _, _):
      guard let first = try pieces(of: text).first else { return nil }
      return [intern(first)]
    case .stem(let stem, let prefix, let suffix): return try stemClass(stem, prefix, suffix).words
    case .set(let name): return try namedSet(name).words
    case .choice(let alternatives):
      var words: Set<UInt32> = []
      for alternative in alternatives {
        guard let first = alternative.nodes.first, let own = try firstWords(first) else { return nil }
        words.formUnion(own)
      }
      return words.sorted()
    default: return nil
    }
  }

  mutating func classOf(_ words: [UInt32]) -> UInt32 {
    let words = words.sorted()
    if let id = classIDs[words] { return id }
    let id = classCount
    classCount += 1
    classIDs[words] = id
    for word in words { add(class: id, to: word) }
    return id
  }

  mutating func anchor(_ pattern: Pattern, index: UInt32) throws(PatternError) {
    let flat = pattern.nodes.flatMap { node -> [Pattern.Node] in
      if case .context(let inner) = node { return inner }
      return [node]
    }
    if let choice = try bestAnchor(flat) {
      let (neighbour, wanted) = try neighbour(of: choice.node, in: flat)
      for (word, least, most) in choice.words {
        anchors[Int(word)].append(
          .init(pattern: index, least: UInt16(least), most: UInt16(most), neighbour: neighbour, wanted: wanted))
      }
      return
    }
    var least = 0
    var most = 0
    for node in flat {
      if case .kind(let kind) = node, [.duplicate, .number, .upper, .year].contains(kind) {
        tables.kindAnchors[kind, default: []].append(
          .init(pattern: index, least: UInt16(least), most: UInt16(most)))
        return
      }
      let length = Self.length(node, self)
      least += length.least
      most += length.most
    }
    throw PatternError(message: "the pattern needs at least one plain word, stem or set to be found by", offset: 0)
  }

  mutating func bestAnchor(_ nodes: [Pattern.Node]) throws(PatternError) -> AnchorChoice? {
    var best: AnchorChoice?
    var least = 0
    var most = 0
    for (number, node) in nodes.enumerated() {
      if var choice = try anchorChoice(node), best == nil || choice.cost < best!.cost {
        choice.words = choice.words.map { ($0.word, $0.least + least, $0.most + most) }
        choice.node = number
        best = choice
      }
      let length = Self.length(node, self)
      least += length.least
      most += length.most
    }
    return best
  }

  mutating func anchorChoice(_ node: Pattern.Node) throws(PatternError) -> AnchorChoice? {
    switch node {
    case .word(let text, _, _):
      let parts = try pieces(of: text)
      let ids = parts.map { intern($0) }
      let rarest = ids.indices.min { frequencies[Int(ids[$0])] < frequencies[Int(ids[$1])] }!
      return AnchorChoice(words: [(ids[rarest], rarest, rarest)], cost: frequencies[Int(ids[rarest])])
    case .stem(let stem, let prefix, let suffix):
      let words = try stemClass(stem, prefix, suffix).words
      return AnchorChoice(
        words: words.map { ($0, 0, 0) }, cost: words.reduce(0) { $0 + frequencies[Int($1)] })
    case .set(let name):
      let words = try namedSet(name).words
      return AnchorChoice(
        words: words.map { ($0, 0, 0) }, cost: words.reduce(0) { $0 + frequencies[Int($1)] })
    case .choice(let alternatives):
      var words: [(word: UInt32, least: Int, most: Int)] = []
      var cost = 0
      for alternative in alternatives {
        guard let choice = try bestAnchor(alternative.nodes) else { return nil }
        words += choice.words
        cost += choice.cost
      }
      return AnchorChoice(words: words, cost: cost)
    case .kind, .optional, .gap, .context, .not, .edge, .same: return nil
    }
  }

  /// The least and most tokens a node may take.
  static func length(_ node: Pattern.Node, _ builder: borrowing RuleTableBuilder) -> (least: Int, most: Int) {
    switch node {
    case .word(let text, _, _):
      let count = (try? builder.pieces(of: text))?.count ?? 1
      return (count, count)
    case .stem: return (1, 1)
    case .kind(.names): return (1, 4)
    case .kind(.rest): return (0, 400)
    case .kind: return (1, 1)
    case .set(let name): return (1, builder.setFirstWords[name]?.most ?? 5)
    case .choice(let alternatives):
      let lengths = alternatives.map { length($0.nodes, builder) }
      return (lengths.map(\.least).min() ?? 0, lengths.map(\.most).max() ?? 0)
    case .optional(let inner): return (0, length(inner, builder).most)
    case .gap(let most): return (0, most)
    case .context(let nodes): return length(nodes, builder)
    case .not, .edge: return (0, 0)
    case .same: return (1, 4)
    }
  }

  static func length(
    _ nodes: [Pattern.Node], _ builder: borrowing RuleTableBuilder
  ) -> (least: Int, most: Int) {
    nodes.reduce((0, 0)) {
      let next = length($1, builder)
      return ($0.0 + next.least, $0.1 + next.most)
    }
  }
}
