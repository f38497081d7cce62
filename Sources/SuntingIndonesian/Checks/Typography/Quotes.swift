internal import SuntingCore

/// The double quotation marks of one block and what each of them does.
struct Quotes {
  enum Role { case opening, closing }
  struct Mark {
    let token: Int
    let scalar: UInt32
    let role: Role
    /// White space, or nothing at all, stands on that side.
    let isOpenLeft: Bool
    let isOpenRight: Bool
  }

  let marks: [Mark]
  /// Both “ and ” occur, so that each means what it says.
  let isCurly: Bool

  static func isQuote(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || scalar == 0x201C || scalar == 0x201D || scalar == 0x201E
  }

  /// nil where there are none, or where straight marks do not come in pairs.
  ///
  /// - Parameter candidates: the marks of the block that enclose something.
  init?(_ block: Block, _ document: Document, _ candidates: ArraySlice<Int>) {
    var found: [(token: Int, scalar: UInt32)] = []
    for index in candidates {
      let first = document.utf8[Int(document.tokens[index].start)]
      guard first == 0x22 || first == 0xE2 else { continue }
      let scalar = document.scalar(of: index)
      if Self.isQuote(scalar), !Self.isInch(index, document, block) { found.append((index, scalar)) }
    }
    guard !found.isEmpty else { return nil }
    let opening = found.contains { $0.scalar == 0x201C || $0.scalar == 0x201E }
    let closing = found.contains { $0.scalar == 0x201D }
    isCurly = opening && closing
    if !isCurly, found.count % 2 == 1 { return nil }
    var marks: [Mark] = []
    for (number, entry) in found.enumerated() {
      let role: Role =
        entry.scalar == 0x22 || !isCurly
        ? (number % 2 == 0 ? .opening : .closing) : entry.scalar == 0x201D ? .closing : .opening
      let isFirst = entry.token == block.tokens.lowerBound
      let isLast = entry.token + 1 == block.tokens.upperBound
      marks.append(
        Mark(
          token: entry.token, scalar: entry.scalar, role: role,
          isOpenLeft: isFirst || !document.isGlued(entry.token),
          isOpenRight: isLast || !document.isGlued(entry.token + 1)))
    }
    self.marks = marks
  }

  /// `24"`: a straight mark behind a figure.
  static func isInch(_ index: Int, _ document: Document, _ block: Block) -> Bool {
    index > block.tokens.lowerBound && document.isGlued(index) && document.tokens[index - 1].kind == .number
      && document.scalar(of: index) == 0x22
  }
}
