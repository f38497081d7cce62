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

/// The words of one document that no rule mentions. It dies with the document, so memory stays flat.
package struct LocalWords: ~Copyable {
  private var slots: [UInt64]
  private var ids: [UInt32]
  private var count = 0

  package init() {
    slots = [UInt64](repeating: 0, count: 256)
    ids = [UInt32](repeating: 0, count: 256)
  }

  package mutating func id(hash: UInt64) -> WordID {
    if count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return .local(Int(ids[slot])) }
      slot = (slot + 1) & mask
    }
    slots[slot] = hash
    ids[slot] = UInt32(count)
    count += 1
    return .local(count - 1)
  }

  private mutating func grow() {
    let old = slots
    let oldIDs = ids
    slots = [UInt64](repeating: 0, count: old.count * 4)
    ids = [UInt32](repeating: 0, count: old.count * 4)
    let mask = slots.count - 1
    for (index, hash) in old.enumerated() where hash != 0 {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash
      ids[slot] = oldIDs[index]
    }
  }
}
