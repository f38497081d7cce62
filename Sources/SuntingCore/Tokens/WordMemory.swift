/// What is known of a word by its spelling alone, letter case aside.
package struct WordTraits: Sendable, Equatable {
  package var bits: UInt64
  @inlinable package init(bits: UInt64) { self.bits = bits }

  /// The ID is that of the word without its clitic.
  @inlinable package static var clitic: WordTraits { WordTraits(bits: 1 << 0) }
  /// A full stop stands inside it.
  @inlinable package static var stop: WordTraits { WordTraits(bits: 1 << 1) }
  /// It has letters in an order that words of the language do not have.
  @inlinable package static var foreignShape: WordTraits { WordTraits(bits: 1 << 2) }
  /// The lexicon was asked for the next one.
  @inlinable package static var isJudged: WordTraits { WordTraits(bits: 1 << 3) }
  /// The lexicon does not explain it, or has doubts.
  @inlinable package static var isSuspect: WordTraits { WordTraits(bits: 1 << 4) }
  /// It does not end a sentence, though a full stop stands behind it.
  @inlinable package static var abbreviation: WordTraits { WordTraits(bits: 1 << 5) }
  /// A function word of the language, or of English.
  @inlinable package static var functionWord: WordTraits { WordTraits(bits: 1 << 6) }
  @inlinable package static var foreignFunctionWord: WordTraits { WordTraits(bits: 1 << 7) }
  /// Some pattern is tried where it stands.
  @inlinable package static var anchor: WordTraits { WordTraits(bits: 1 << 8) }
  /// From here on: the words that the checks asked to be told of.
  package static let firstTrigger = 9
  package static let mostTriggers = 64 - firstTrigger

  @inlinable package func contains(_ other: WordTraits) -> Bool { bits & other.bits != 0 }
  @inlinable package mutating func insert(_ other: WordTraits) { bits |= other.bits }
}

/// Words that checks wait for: by hash, the bits of the checks.
package struct TriggerWords: Sendable {
  private let masks: [UInt64: UInt64]

  package init(_ words: [(bit: Int, hashes: [UInt64])] = []) {
    var masks: [UInt64: UInt64] = [:]
    for (bit, hashes) in words {
      for hash in hashes { masks[hash, default: 0] |= 1 << UInt64(bit) }
    }
    self.masks = masks
  }

  func mask(_ hash: UInt64) -> UInt64 { masks[hash] ?? 0 }
}

/// The words that a worker has met. Each spelling, letter case aside, has a number (its form), the ID that rules know
/// it by, and traits found out once. It lives as long as its worker and forgets everything between two documents when
/// it has grown too large, so memory stays flat over any vocabulary.
package final class WordMemory {
  struct Slot {
    /// 0 is an empty slot.
    var key: UInt64
    var form: UInt32
    var word: UInt32
  }

  /// So many words are remembered from one document to the next.
  private static let most = 1 << 18

  private(set) var slots: UnsafeMutablePointer<Slot>
  private(set) var mask: Int
  private(set) var count = 0
  /// By form.
  package private(set) var traits: UnsafeMutablePointer<WordTraits>

  init() {
    mask = (1 << 12) - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(key: 0, form: 0, word: 0), count: mask + 1)
    traits = .allocate(capacity: (mask + 1) / 2)
  }

  deinit {
    slots.deallocate()
    traits.deallocate()
  }

  /// To be called between two documents.
  func forgetIfLarge() {
    guard count > Self.most else { return }
    count = 0
    slots.update(repeating: Slot(key: 0, form: 0, word: 0), count: mask + 1)
  }

  /// The slot of the key, or the empty one where it belongs.
  @inline(__always)
  func slot(of key: UInt64) -> UnsafeMutablePointer<Slot> {
    var index = Int(truncatingIfNeeded: key) & mask
    while true {
      let slot = slots + index
      if slot.pointee.key == key || slot.pointee.key == 0 { return slot }
      index = (index + 1) & mask
    }
  }

  /// The form of the word with that hash; marks and numbers have other keys.
  func form(of hash: UInt64) -> UInt32? {
    let entry = slot(of: hash).pointee
    return entry.key == 0 ? nil : entry.form
  }

  /// - Parameter word: nil for a word that no rule mentions.
  func add(_ key: UInt64, word: WordID?, traits known: WordTraits) -> Slot {
    if (count + 1) * 2 > mask { grow() }
    let form = UInt32(count)
    let entry = Slot(key: key, form: form, word: word?.raw ?? WordID.local(count).raw)
    slot(of: key).pointee = entry
    traits[count] = known
    count += 1
    return entry
  }

  private func grow() {
    let old = UnsafeMutableBufferPointer(start: slots, count: mask + 1)
    let oldTraits = traits
    mask = old.count * 4 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(key: 0, form: 0, word: 0), count: mask + 1)
    traits = .allocate(capacity: (mask + 1) / 2)
    traits.initialize(from: oldTraits, count: count)
    for entry in old where entry.key != 0 { slot(of: entry.key).pointee = entry }
    old.deallocate()
    oldTraits.deallocate()
  }
}
