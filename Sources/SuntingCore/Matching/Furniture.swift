extension LintRun {
  /// Which blocks are furniture: lines that rules know, labels beside them, headlines below a related-articles
  /// heading in the article's foot. Everything else is prose.
  mutating func findFurniture(_ matches: [Match]) {
    var labels: [Int: Int] = [:]
    for match in matches {
      let record = linter.tables.patterns[match.pattern]
      let rule = Int(record.rule)
      guard linter.tables.rules[rule].kind == .blocks else { continue }
      let block = document.block(of: match.tokens.lowerBound)
      switch record.furniture {
      case .label: if labels[block] == nil { labels[block] = rule }
      case .furniture, .zone:
        if furniture[block] == nil || record.furniture == .zone { furniture[block] = (rule, record.furniture) }
      }
    }
    runChecks(onFurniture: true)
    confirm(labels)
    extendZones()
    confirm(labels)
    for block in furniture.keys { isFurniture[block] = true }
    reportFurniture()
  }

  private mutating func confirm(_ labels: [Int: Int]) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for (block, rule) in labels where furniture[block] == nil {
        let isBesideFurniture = furniture[block - 1] != nil || furniture[block + 1] != nil
        let isHead =
          block == 0 && document.blocks.count > 2 && (document.blocks[1].tokens.count > 3 || labels[1] != nil)
        // three labels in a row are a bar of buttons
        let isInRow = (-2...0).contains { first in (0...2).allSatisfy { labels[block + first + $0] != nil } }
        if isBesideFurniture || isHead || isInRow {
          furniture[block] = (rule, .label)
          isChanged = true
        }
      }
    }
  }

  /// From a zone's heading to the article's end, while only headline-like lines and furniture follow.
  private mutating func extendZones() {
    for (heading, entry) in furniture.sorted(by: { $0.key < $1.key }) where entry.kind == .zone {
      let below = (heading + 1)..<document.blocks.count
      guard below.allSatisfy({ furniture[$0] != nil || isHeadlineLike($0) }) else { continue }
      for block in below where furniture[block] == nil { furniture[block] = (entry.rule, .label) }
    }
  }

  private func isHeadlineLike(_ number: Int) -> Bool {
    let block = document.blocks[number]
    guard block.tokens.count <= 24, let last = block.tokens.last else { return block.tokens.isEmpty }
    let mark = document.tokens[last]
    return mark.kind != .mark || document.bytes(of: mark.range) { !".!”\"".utf8.contains($0[0]) && $0[0] < 0x80 }
  }

  private mutating func reportFurniture() {
    for (number, entry) in furniture.sorted(by: { $0.key < $1.key }) {
      var finding = Finding(range: document.blocks[number].range)
      finding.isFurniture = true
      findings.append((entry.rule, finding, ""))
    }
  }
}
