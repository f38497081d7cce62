extension LintRun {
  /// Matches of phrases and words that hold up: conditions met, no exception, not in a place the rule skips.
  mutating func addPhrases(_ matches: [Match], _ matcher: Matcher) {
    var accepted: [(rule: Int, match: Match)] = []
    for match in matches {
      let rule = Int(linter.tables.patterns[match.pattern].rule)
      guard linter.tables.rules[rule].kind != .blocks else { continue }
      let block = document.block(of: match.tokens.lowerBound)
      guard !isFurniture[block], !isSkipped(match, rule), holds(match, block, matcher),
        !isExcepted(match, rule, block, matcher)
      else { continue }
      accepted.append((rule, match))
    }
    let hidden = Self.hidden(accepted)
    for (index, candidate) in accepted.enumerated() where !hidden.contains(index) {
      add(candidate.match, rule: candidate.rule)
    }
  }

  /// Of overlapping matches of one rule the longest counts, then the earliest; the numbers of the others.
  private static func hidden(_ accepted: [(rule: Int, match: Match)]) -> Set<Int> {
    func isBetter(_ other: Int, than index: Int) -> Bool {
      let (a, b) = (accepted[other].match, accepted[index].match)
      if a.span.count != b.span.count { return a.span.count > b.span.count }
      if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
      return a.span.lowerBound != b.span.lowerBound ? a.span.lowerBound < b.span.lowerBound : other < index
    }
    var hidden: Set<Int> = []
    let order = accepted.indices.sorted { a, b in
      let (left, right) = (accepted[a], accepted[b])
      return left.rule != right.rule
        ? left.rule < right.rule
        : left.match.span.lowerBound != right.match.span.lowerBound
          ? left.match.span.lowerBound < right.match.span.lowerBound : a < b
    }
    for (place, index) in order.enumerated() {
      let (rule, span) = (accepted[index].rule, accepted[index].match.span)
      for other in order[(place + 1)...] {
        guard accepted[other].rule == rule, accepted[other].match.span.lowerBound < span.upperBound else { break }
        hidden.insert(isBetter(other, than: index) ? index : other)
      }
    }
    return hidden
  }

  private mutating func add(_ match: Match, rule: Int) {
    let record = linter.tables.patterns[match.pattern]
    var finding = Finding(range: document.range(of: match.span))
    if record.replacement > 0 {
      let replacement = Replacement(
        template: linter.tables.texts[Int(record.replacement) - 1], match: match, document: document,
        tables: linter.tables, language: linter.language)
      finding.alternatives = replacement.texts()
      if let first = finding.alternatives.first, record.fix != .none {
        finding.edits = [replacement.edit(first)]
        finding.safety = record.fix
      }
    }
    findings.append((rule, finding, linter.tables.texts[Int(record.english)]))
  }

  private func isSkipped(_ match: Match, _ rule: Int) -> Bool {
    if linter.tables.rules[rule].kind == .words, isMention(match.span) || opensName(match.span) { return true }
    let skip = linter.tables.rules[rule].skip
    guard !skip.isEmpty else { return false }
    let tokens = document.tokens
    for index in match.span {
      let flags = tokens[index].flags
      if skip.contains(.quotes) && flags.contains(.quoted) { return true }
      if skip.contains(.emphasis) && flags.contains(.emphasis) { return true }
      if skip.contains(.gloss) && flags.contains(.gloss) { return true }
    }
    let block = document.blocks[document.block(of: match.span.lowerBound)]
    if skip.contains(.headings) && block.isHeading { return true }
    guard skip.contains(.names), block.letterCase == .sentence else { return false }
    let (first, last) = (match.span.lowerBound, match.span.upperBound - 1)
    let isBehindName =
      first > block.tokens.lowerBound && isName(tokens[first - 1]) && tokens[first].flags.contains(.spaceBefore)
    return isBehindName || last + 1 < block.tokens.upperBound && isName(tokens[last + 1])
  }

  /// A word in quotation marks all by itself is spoken about, not used.
  private func isMention(_ span: Range<Int>) -> Bool {
    let tokens = document.tokens
    guard span.lowerBound > 0, span.upperBound < tokens.count else { return false }
    func isQuote(_ token: Token) -> Bool {
      token.kind == .mark
        && document.bytes(of: token.range) { ["“", "”", "\"", "‘", "’"].contains(String(decoding: $0, as: UTF8.self)) }
    }
    return isQuote(tokens[span.lowerBound - 1]) && isQuote(tokens[span.upperBound])
  }

  /// `Praktek Dokter Bersama` at the start of a sentence: the capital behind it makes it a name.
  private func opensName(_ span: Range<Int>) -> Bool {
    let tokens = document.tokens
    let block = document.blocks[document.block(of: span.lowerBound)]
    return tokens[span.lowerBound].flags.isSuperset(of: [.capital, .sentenceStart]) && block.letterCase == .sentence
      && span.upperBound < block.tokens.upperBound && isName(tokens[span.upperBound])
  }

  private func isName(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.capital) && !token.flags.contains(.sentenceStart)
  }

  private func isExcepted(_ match: Match, _ rule: Int, _ block: Int, _ matcher: Matcher) -> Bool {
    let tokens = document.blocks[block].tokens
    for pattern in linter.tables.rules[rule].except {
      for start in max(tokens.lowerBound, match.span.lowerBound - 8)..<match.span.upperBound {
        if let other = matcher.match(pattern, at: start, in: document.blocks[block]), other.tokens.overlaps(match.span)
        {
          return true
        }
      }
    }
    return false
  }

  private mutating func holds(_ match: Match, _ block: Int, _ matcher: Matcher) -> Bool {
    let record = linter.tables.patterns[match.pattern]
    for number in 0..<record.conditionCount {
      let condition = linter.tables.conditions[Int(record.firstCondition + number)]
      let isMet: Bool
      switch condition.kind {
      case .has: isMet = occurs(condition, match, block, matcher)
      case .lacks: isMet = !occurs(condition, match, block, matcher)
      case .heading: isMet = document.blocks[block].isHeading
      case .notHeading: isMet = !document.blocks[block].isHeading
      case .quoted: isMet = document.tokens[match.span.lowerBound].flags.contains(.quoted)
      case .notQuoted: isMet = !document.tokens[match.span.lowerBound].flags.contains(.quoted)
      case .caption: isMet = isCaption(block)
      }
      if !isMet { return false }
    }
    return true
  }

  /// A caption is marked as such, or stands right above a credit or a caption button.
  private func isCaption(_ block: Int) -> Bool {
    if document.blocks[block].kind == .caption { return true }
    guard document.blocks[block].tokens.count < 80 else { return false }
    return (block + 1...block + 2).contains { number in
      guard let rule = furniture[number]?.rule else { return false }
      let id = linter.tables.rules[rule].id
      return id.contains("credit") || id.contains("caption")
    }
  }

  private mutating func occurs(
    _ condition: RuleTables.Condition, _ match: Match, _ block: Int, _ matcher: Matcher
  ) -> Bool {
    let tokens = document.blocks[block].tokens
    switch condition.scope {
    case .sentence:
      return matcher.occurs(
        Int(condition.code), in: document.sentence(of: match.span.lowerBound), of: document.blocks[block])
    case .block:
      let key = UInt64(block) << 32 | UInt64(condition.code)
      if let known = blockConditions[key] { return known }
      let result = matcher.occurs(Int(condition.code), in: tokens, of: document.blocks[block])
      blockConditions[key] = result
      return result
    case .article:
      if let known = articleConditions[condition.code] { return known }
      let result = document.blocks.contains {
        matcher.occurs(Int(condition.code), in: $0.tokens, of: $0)
      }
      articleConditions[condition.code] = result
      return result
    }
  }
}
