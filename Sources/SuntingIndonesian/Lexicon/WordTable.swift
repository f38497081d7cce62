import SuntingCore

/// Lists of small words in one table: for each word, by its hash, the lists that it stands in.
struct WordTable: Sendable {
  private let hashes: [UInt64]
  private let lists: [UInt8]
  private let mask: Int

  /// - Parameter lists: at most eight. Words with a capital are left out: nobody looks them up.
  init(_ lists: [[String]]) {
    var capacity = 64
    while capacity < lists.reduce(0, { $0 + $1.count }) * 2 { capacity *= 2 }
    var hashes = [UInt64](repeating: 0, count: capacity)
    var bits = [UInt8](repeating: 0, count: capacity)
    let mask = capacity - 1
    for (number, list) in lists.enumerated() {
      for word in list where !word.utf8.contains(where: { $0 &- 0x41 < 26 }) {
        let hash = WordHash.hash(word)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
        hashes[slot] = hash
        bits[slot] |= 1 << UInt8(number)
      }
    }
    self.hashes = hashes
    self.lists = bits
    self.mask = mask
  }

  /// The lists that hold the word with that hash, as bits.
  @inline(__always)
  func lists(_ hash: UInt64) -> UInt8 {
    hashes.withUnsafeBufferPointer { hashes in
      var slot = Int(truncatingIfNeeded: hash) & mask
      while hashes[slot] != 0 {
        if hashes[slot] == hash { return lists[slot] }
        slot = (slot + 1) & mask
      }
      return 0
    }
  }
}
