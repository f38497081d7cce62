/// The words that rules mention, found by their hash. Immutable; shared by every document and thread.
package struct Vocabulary: Sendable {
  /// Hashes in slots of a power of two, linear probing; 0 is an empty slot.
  private let slots: [UInt64]
  private let ids: [UInt32]
  private let mask: Int
  package let count: Int

  /// - Parameter hashes: one per word; the place is the word's ID. No hash may stand twice.
  package init(hashes: [UInt64]) {
    var capacity = 1024
    while capacity < hashes.count * 2 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    var ids = [UInt32](repeating: 0, count: capacity)
    let mask = capacity - 1
    slots.withUnsafeMutableBufferPointer { slots in
      ids.withUnsafeMutableBufferPointer { ids in
        for (id, hash) in hashes.enumerated() {
          var slot = Int(truncatingIfNeeded: hash) & mask
          while slots[slot] != 0 {
            precondition(slots[slot] != hash, "a word stands twice in the vocabulary")
            slot = (slot + 1) & mask
          }
          slots[slot] = hash
          ids[slot] = UInt32(id)
        }
      }
    }
    self.slots = slots
    self.ids = ids
    self.mask = mask
    count = hashes.count
  }

  @inlinable
  package func find(_ text: String) -> WordID? { find(hash: WordHash.hash(text)) }

  @usableFromInline
  package func find(hash: UInt64) -> WordID? {
    slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let found = slots[slot]
        if found == hash { return WordID(raw: ids[slot]) }
        if found == 0 { return nil }
        slot = (slot + 1) & mask
      }
    }
  }
}
