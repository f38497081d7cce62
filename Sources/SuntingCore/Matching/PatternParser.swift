/// Reads the pattern notation.
package struct PatternParser {
  private let characters: [Character]
  private var index = 0
  private var anyCase = false

  private init(_ text: String) { characters = Array(text) }

  package static func parse(_ source: String) throws(PatternError) -> Pattern {
    let (body, conditionText) = splitConditions(source)
    var conditions: [Pattern.Condition] = []
    var anyCase = false
    for (text, offset) in conditionText {
      if text == "any case" {
        anyCase = true
      } else {
        conditions.append(try condition(text, at: offset))
      }
    }
    var parser = PatternParser(body)
    parser.anyCase = anyCase
    let nodes = try parser.sequence(until: [])
    guard !nodes.isEmpty else { throw PatternError(message: "the pattern is empty", offset: 0) }
    return Pattern(source: source, nodes: nodes, conditions: conditions)
  }

  private static func splitConditions(_ source: String) -> (body: String, conditions: [(String, Int)]) {
    let characters = Array(source)
    guard
      let colons = characters.indices.dropLast().first(where: {
        characters[$0] == ":" && characters[$0 + 1] == ":" && ($0 == 0 || characters[$0 - 1] == " ")
      })
    else { return (source, []) }
    var conditions: [(String, Int)] = []
    var start = colons + 2
    for index in start...characters.count where index == characters.count || characters[index] == ";" {
      let raw = characters[start..<index]
      let text = String(raw).trimmingSpaces()
      if !text.isEmpty { conditions.append((text, start)) }
      start = index + 1
    }
    return (String(characters[..<colons]), conditions)
  }

  private static func condition(_ text: String, at offset: Int) throws(PatternError) -> Pattern.Condition {
    switch text {
    case "heading": return .heading(true)
    case "not heading": return .heading(false)
    case "in quotes": return .quoted(true)
    case "not in quotes": return .quoted(false)
    case "caption": return .caption
    default: break
    }
    for (name, scope) in [("sentence", Pattern.Scope.sentence), ("block", .block), ("article", .article)] {
      for verb in ["has", "lacks"] where text.hasPrefix("\(name) \(verb) ") {
        var parser = PatternParser(String(text.dropFirst(name.count + verb.count + 2)))
        let nodes: [Pattern.Node]
        do { nodes = try parser.sequence(until: []) } catch {
          throw PatternError(message: error.message, offset: offset + name.count + verb.count + 2 + error.offset)
        }
        return verb == "has" ? .has(scope, nodes) : .lacks(scope, nodes)
      }
    }
    throw PatternError(
      message: "unknown condition “\(text)”; write sentence/block/article has/lacks …, heading, not heading, "
        + "in quotes, not in quotes, caption or any case",
      offset: offset)
  }

  // MARK: - Elements

  private mutating func sequence(until closers: Set<Character>) throws(PatternError) -> [Pattern.Node] {
    var nodes: [Pattern.Node] = []
    while true {
      skipSpaces()
      guard index < characters.count else { return nodes }
      if closers.contains(characters[index]) && !isLoneMark(characters[index]) { return nodes }
      if closers.contains("|"), isTargetArrow(index) { return nodes }
      nodes.append(try element(closers))
    }
  }

  private mutating func element(_ closers: Set<Character>) throws(PatternError) -> Pattern.Node {
    let start = index
    let node: Pattern.Node
    switch characters[index] {
    case "(" where !isLoneMark("("): node = try group()
    case "[" where !isLoneMark("["):
      index += 1
      let nodes = try sequence(until: ["]"])
      try expect("]", openedAt: start)
      node = .context(nodes)
    case "<" where index + 1 < characters.count && characters[index + 1] != " ": node = try angle()
    case "!" where !isLoneMark("!"):
      index += 1
      return .not(try element(closers))
    case "@": node = try stem(closers)
    case "." where starts(with: "..."):
      index += 3
      node = .gap(try gapLength())
      return node
    default: return try bare(closers)
    }
    return suffixed(node)
  }

  /// `?` and `~` behind an element.
  private mutating func suffixed(_ node: Pattern.Node) -> Pattern.Node {
    var node = node
    if peek("~") {
      index += 1
      node = Self.withClitic(node)
    }
    if peek("?") {
      index += 1
      node = .optional(node)
    }
    return node
  }

  private static func withClitic(_ node: Pattern.Node) -> Pattern.Node {
    switch node {
    case .word(let text, let wordCase, _): return .word(text, case: wordCase, hasClitic: true)
    case .optional(let inner): return .optional(withClitic(inner))
    case .choice(let alternatives):
      return .choice(
        alternatives.map {
          .init(nodes: $0.nodes.dropLast() + $0.nodes.suffix(1).map(withClitic), target: $0.target)
        })
    default: return node
    }
  }

  private mutating func group() throws(PatternError) -> Pattern.Node {
    let start = index
    index += 1
    var alternatives: [Pattern.Alternative] = []
    while true {
      let nodes = try sequence(until: ["|", ")"])
      var target: String?
      if isTargetArrow(index) {
        index += 2
        let from = index
        while index < characters.count, characters[index] != "|", characters[index] != ")" { index += 1 }
        target = String(characters[from..<index]).trimmingSpaces()
      }
      guard !nodes.isEmpty else { throw PatternError(message: "an alternative is empty; use ? instead", offset: index) }
      alternatives.append(.init(nodes: nodes, target: target))
      guard index < characters.count else {
        throw PatternError(message: "this ( is never closed", offset: start)
      }
      index += 1
      if characters[index - 1] == ")" { break }
    }
    return .choice(alternatives)
  }

  private mutating func angle() throws(PatternError) -> Pattern.Node {
    let start = index
    guard let close = characters[index...].firstIndex(of: ">") else {
      throw PatternError(message: "this < is never closed", offset: start)
    }
    let name = String(characters[(index + 1)..<close])
    index = close + 1
    switch name {
    case "start": return .edge(.sentenceStart)
    case "end": return .edge(.sentenceEnd)
    case "rest": return .kind(.rest)
    case "mark": return .kind(.mark)
    default: break
    }
    if let tokenClass = TokenClass.byName[name] { return .kind(tokenClass) }
    guard name.first?.isUppercase == true, name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
      throw PatternError(
        message: "unknown class <\(name)>; classes are \(TokenClass.byName.keys.sorted().joined(separator: ", ")), "
          + "and sets begin with a capital letter",
        offset: start)
    }
    return .set(name)
  }

  private mutating func stem(_ closers: Set<Character>) throws(PatternError) -> Pattern.Node {
    let start = index
    index += 1
    var word = chunk(closers)
    if word.hasSuffix("?") { word.removeLast(); index -= 1 }
    if word.hasSuffix("~") { word.removeLast() }
    guard !word.isEmpty else { throw PatternError(message: "a stem must follow @", offset: start) }
    var prefix: String?
    var suffix: String?
    for candidate in ["meN", "di", "ter", "ber", "peN", "ke", "per"] where word.hasPrefix(candidate + "-") {
      prefix = candidate
      word.removeFirst(candidate.count + 1)
    }
    for candidate in ["kan", "i", "an"] where word.hasSuffix("-" + candidate) {
      suffix = candidate
      word.removeLast(candidate.count + 1)
    }
    guard word.allSatisfy({ $0.isLowercase }) else {
      throw PatternError(message: "the stem “\(word)” must be lower case letters", offset: start)
    }
    return .stem(word, prefix: prefix, suffix: suffix)
  }

  private mutating func bare(_ closers: Set<Character>) throws(PatternError) -> Pattern.Node {
    let start = index
    let isExact = characters[index] == "=" && index + 1 < characters.count && characters[index + 1] != " "
    if isExact { index += 1 }
    if characters[index] == "\\", index + 1 < characters.count { index += 1 }
    var text = chunk(closers)
    guard !text.isEmpty else { throw PatternError(message: "a word is missing here", offset: start) }
    if text.count == 1, let node = Self.lone(text) { return node }
    if text == "^" || text == "$" { return .edge(text == "^" ? .blockStart : .blockEnd) }
    if text.hasPrefix("$"), let number = Int(text.dropFirst()), number < 20 { return .same(number) }
    var isOptional = false
    var hasClitic = false
    if text.count > 1, text.hasSuffix("?") {
      text.removeLast()
      isOptional = true
    }
    if text.count > 1, text.hasSuffix("~") {
      text.removeLast()
      hasClitic = true
    }
    if text.count > 1, let last = text.last, ",;:!".contains(last) {
      throw PatternError(message: "put a space before “\(last)”: each mark is an element of its own", offset: start)
    }
    let wordCase: Pattern.WordCase =
      isExact
      ? .exact
      : anyCase || (text.first?.isLowercase == true && text.contains { $0.isUppercase })
        ? .any : text.first?.isUppercase == true ? .capital : .lower
    let node = Pattern.Node.word(text, case: wordCase, hasClitic: hasClitic)
    return isOptional ? .optional(node) : node
  }

  /// A mark that stands for its kind.
  private static func lone(_ text: String) -> Pattern.Node? {
    switch text {
    case "\"": .kind(.doubleQuote)
    case "'": .kind(.singleQuote)
    case "–", "—": .kind(.dash)
    case "^": .edge(.blockStart)
    case "$": .edge(.blockEnd)
    default: nil
    }
  }

  // MARK: - Characters

  private mutating func chunk(_ closers: Set<Character>) -> String {
    let start = index
    while index < characters.count, characters[index] != " " {
      if index > start {
        if closers.contains(characters[index]) || isTargetArrow(index) && closers.contains("|") { break }
      }
      index += 1
    }
    return String(characters[start..<index])
  }

  private mutating func gapLength() throws(PatternError) -> Int {
    let start = index
    while index < characters.count, characters[index].isNumber { index += 1 }
    guard start < index else { return 3 }
    guard let length = Int(String(characters[start..<index])), (1...20).contains(length) else {
      throw PatternError(message: "a gap spans 1 to 20 words", offset: start)
    }
    return length
  }

  private func isTargetArrow(_ at: Int) -> Bool {
    at + 1 < characters.count && characters[at] == "=" && characters[at + 1] == ">"
  }

  /// A bracket with spaces on both sides is that mark itself.
  private func isLoneMark(_ mark: Character) -> Bool {
    guard mark != "|" else { return false }
    let before = index == 0 || characters[index - 1] == " "
    let after = index + 1 >= characters.count || characters[index + 1] == " "
    return before && after
  }

  private mutating func skipSpaces() { while index < characters.count, characters[index] == " " { index += 1 } }
  private func peek(_ character: Character) -> Bool { index < characters.count && characters[index] == character }
  private func starts(with text: String) -> Bool {
    let expected = Array(text)
    return index + expected.count <= characters.count && Array(characters[index..<(index + expected.count)]) == expected
  }
  private mutating func expect(_ character: Character, openedAt start: Int) throws(PatternError) {
    guard peek(character) else { throw PatternError(message: "this bracket is never closed", offset: start) }
    index += 1
  }
}

extension String {
  package func trimmingSpaces() -> String {
    var result = self[...]
    while result.first == " " { result.removeFirst() }
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
