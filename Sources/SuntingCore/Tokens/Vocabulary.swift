/// The words that rules mention, found by their hash. Immutable; shared by every document and thread.
package struct Vocabulary: Sendable {
  private let hashes: [UInt64]
  /// The words ordered by the lowest bits of their hashes, and where those with each such bits begin.
  private let order: [UInt32]
  private let starts: [UInt32]
  private let mask: UInt64
  package var count: Int { hashes.count }

  /// - Parameter hashes: one per word; the place is the word's ID. No hash may stand twice.
  package init(hashes: [UInt64]) {
    var buckets = 256
    while buckets < hashes.count { buckets *= 2 }
    let mask = UInt64(buckets - 1)
    // counted first, so that every word can be put where it belongs
    var starts = [UInt32](repeating: 0, count: buckets + 1)
    var order = [UInt32](repeating: 0, count: hashes.count)
    hashes.withUnsafeBufferPointer { hashes in
      starts.withUnsafeMutableBufferPointer { starts in
        order.withUnsafeMutableBufferPointer { order in
          for hash in hashes { starts[Int(hash & mask)] += 1 }
          var end: UInt32 = 0
          for bucket in starts.indices {
            end += starts[bucket]
            starts[bucket] = end
          }
          for id in hashes.indices {
            let bucket = Int(hashes[id] & mask)
            starts[bucket] -= 1
            order[Int(starts[bucket])] = UInt32(id)
          }
        }
      }
    }
    self.hashes = hashes
    self.order = order
    self.starts = starts
    self.mask = mask
  }

  @inlinable
  package func find(_ text: String) -> WordID? { find(hash: WordHash.hash(text)) }

  @usableFromInline
  package func find(hash: UInt64) -> WordID? {
    let bucket = Int(hash & mask)
    for place in starts[bucket]..<starts[bucket + 1] where hashes[Int(order[Int(place)])] == hash {
      return WordID(raw: order[Int(place)])
    }
    return nil
  }
}
