internal import SuntingCore

/// Lines of furniture as patterns over a whole block: case, a bullet before and marks behind do not matter.
enum BlockLines {
  static func pattern(_ line: String) -> Pattern {
    let isExact = line.hasPrefix("=")
    var rest = (isExact ? String(line.dropFirst()) : line)[...]
    while let last = rest.last, ".:!…»›>→*".contains(last), rest.count > 1 { rest.removeLast() }
    var nodes: [Pattern.Node] = [.edge(.blockStart), .optional(.kind(.mark))]
    var word = ""
    func flush() {
      if !word.isEmpty { nodes.append(.word(word, case: isExact ? .exact : .any, hasClitic: false)) }
      word = ""
    }
    while !rest.isEmpty {
      if rest.hasPrefix("{…}") {
        flush()
        nodes.append(.kind(.rest))
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix("{#}") {
        flush()
        nodes.append(.kind(.number))
        rest = rest.dropFirst(3)
      } else if rest.first == " " {
        flush()
        rest = rest.dropFirst()
      } else {
        word.append(rest.removeFirst())
      }
    }
    flush()
    nodes += [.optional(.kind(.mark)), .optional(.kind(.mark)), .optional(.kind(.mark)), .edge(.blockEnd)]
    return Pattern(source: line, nodes: nodes, conditions: [])
  }
}
