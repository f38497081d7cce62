import SuntingCore

/// Lists of small words in one table: for each word, by its hash, the lists that it stands in.
struct WordTable: Sendable {
  private let hashes: [UInt64]
  private let lists: [UInt8]
  private let mask: Int
  /// A bit for each word, by other bits of its hash: nearly all words that stand in no list are told apart here, in
  /// memory that stays in the cache.
  private let sieve: [UInt64]
  private static let sieveBits: UInt64 = 1 << 19

  /// - Parameter lists: at most eight, in parts. Words with a capital are left out: nobody looks them up.
  init(_ lists: [[TextTable]]) {
    var capacity = 64
    while capacity < lists.joined().reduce(0, { $0 + $1.count }) * 2 { capacity *= 2 }
    var hashes = [UInt64](repeating: 0, count: capacity)
    var bits = [UInt8](repeating: 0, count: capacity)
    let mask = capacity - 1
    var sieve = [UInt64](repeating: 0, count: Int(Self.sieveBits / 64))
    hashes.withUnsafeMutableBufferPointer { hashes in
      for (number, parts) in lists.enumerated() {
        for part in parts {
          part.forEachUTF8 { word in
            guard !word.contains(where: { $0 &- 0x41 < 26 }) else { return }
            let hash = WordHash.hash(word)
            let bit = hash >> 40 & (Self.sieveBits - 1)
            sieve[Int(bit / 64)] |= 1 << (bit % 64)
            var slot = Int(truncatingIfNeeded: hash) & mask
            while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
            hashes[slot] = hash
            bits[slot] |= 1 << UInt8(number)
          }
        }
      }
    }
    self.hashes = hashes
    self.lists = bits
    self.mask = mask
    self.sieve = sieve
  }

  /// The lists that hold the word with that hash, as bits.
  @inline(__always)
  func lists(_ hash: UInt64) -> UInt8 {
    let bit = hash >> 40 & (Self.sieveBits - 1)
    guard sieve[Int(bit / 64)] & 1 << (bit % 64) != 0 else { return 0 }
    return hashes.withUnsafeBufferPointer { hashes in
      var slot = Int(truncatingIfNeeded: hash) & mask
      while hashes[slot] != 0 {
        if hashes[slot] == hash { return lists[slot] }
        slot = (slot + 1) & mask
      }
      return 0
    }
  }
}
