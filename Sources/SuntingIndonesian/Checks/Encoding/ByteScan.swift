internal import SuntingCore

/// Looking for rare bytes in the prose blocks of a document.
extension CheckContext {
  /// Calls `body` with the offset of each byte in prose that `isWanted` accepts.
  /// `body` answers with the offset to go on from.
  ///
  /// - Parameter isCommon: whether it is one of the ASCII marks that common text holds; others are not looked for there.
  func forEachByte(
    where isWanted: (UInt8) -> Bool, isCommon: Bool = false, _ body: (_ offset: Int, _ block: Block) -> Int
  ) {
    guard isCommon || !document.summary.bytes.isEmpty else { return }
    guard (UInt8.min...UInt8.max).contains(where: { isWanted($0) && document.summary.holds($0) }) else { return }
    for (_, block) in proseBlocks where isCommon || !block.isCommon {
      var offset = block.range.bounds.lowerBound
      let end = block.range.bounds.upperBound
      while offset < end {
        guard isWanted(document.utf8[offset]) else {
          offset += 1
          continue
        }
        offset = max(offset + 1, body(offset, block))
      }
    }
  }

  /// Whether the byte belongs to an address, a handle or code.
  func isAddress(_ offset: Int) -> Bool {
    let token = document.token(at: UInt32(offset))
    return token < document.tokens.count && Int(document.tokens[token].start) <= offset
      && document.tokens[token].flags.contains(.address)
  }

  /// Whether the markup sets the byte apart as code.
  func isCode(_ offset: Int) -> Bool {
    document.marks.contains { $0.kind == .code && $0.range.bounds.contains(offset) }
  }

  func scalar(at offset: Int) -> (scalar: UInt32, length: Int) {
    document.utf8.withUnsafeBufferPointer { Scalars.decode($0, at: offset) }
  }
}
