internal import SuntingCore

/// A hyphen or dash between two tokens of one block, with what stands around it.
struct HyphenJoint {
  let left: Int
  let mark: Int
  let right: Int
  let scalar: UInt32
  /// White space or invisible characters stand on that side.
  let isOpenLeft: Bool
  let isOpenRight: Bool

  var isHyphen: Bool { scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 }
  var isOpen: Bool { isOpenLeft || isOpenRight }
  var isOpenOnBothSides: Bool { isOpenLeft && isOpenRight }

  /// nil unless the token is such a mark and words or numbers stand on both sides. Rejects by the first byte.
  init?(at index: Int, in document: Document, _ block: Block) {
    let token = document.tokens[index]
    guard token.kind == .mark, index > block.tokens.lowerBound, index + 1 < block.tokens.upperBound else { return nil }
    let first = document.utf8[Int(token.start)]
    guard first == 0x2D || first == 0xE2 else { return nil }
    let scalar = document.scalar(of: index)
    guard scalar == 0x2D || (0x2010...0x2015).contains(scalar) || scalar == 0x2212 else { return nil }
    let left = document.tokens[index - 1]
    let right = document.tokens[index + 1]
    guard left.kind == .word || left.kind == .number, right.kind == .word || right.kind == .number,
      !left.flags.contains(.address), !right.flags.contains(.address)
    else { return nil }
    self.left = index - 1
    mark = index
    self.right = index + 1
    self.scalar = scalar
    isOpenLeft = left.end < token.start
    isOpenRight = token.end < right.start
  }

  func range(in document: Document) -> TextRange { document.range(of: left..<(right + 1)) }

  /// Both halves with a plain hyphen between them, in as few bytes as possible: spaces go, a plain hyphen stays.
  func joining(_ document: Document, with joint: String = "-") -> [Edit] {
    let before = document.gap(after: left)
    let after = document.gap(after: mark)
    guard joint == "-", scalar == 0x2D, document.tokens[mark].range.length == 1 else {
      return [Edit(range: TextRange(before.start, after.end), text: joint)]
    }
    return [before, after].filter { !$0.isEmpty }.map { Edit(range: $0, text: "") }
  }

  func finding(_ document: Document, joint: String = "-") -> Finding {
    var finding = Finding(range: range(in: document))
    finding.edits = joining(document, with: joint)
    finding.alternatives = [document.text(of: left) + joint + document.text(of: right)]
    return finding
  }
}

extension CheckContext {
  /// All hyphens and dashes that stand between two tokens, with their blocks.
  var joints: [(joint: HyphenJoint, block: Block)] {
    index.dashes.compactMap { token in
      let block = block(of: token)
      return HyphenJoint(at: token, in: document, block).map { ($0, block) }
    }
  }
}
