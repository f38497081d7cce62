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
  /// It ends in a clitic, and rules mention it both with and without.
  @inlinable package static var base: WordTraits { WordTraits(bits: 1 << 9) }
  /// From here on: the words that the checks asked to be told of.
  package static let firstTrigger = 10
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

/// What a worker remembers of one spelling.
struct KnownWord {
  /// 0 for none.
  var key: UInt64
  var traits: WordTraits
  /// The number of the spelling.
  var form: UInt32
  var word: WordID

  static var none: KnownWord { KnownWord(key: 0, traits: WordTraits(bits: 0), form: 0, word: WordID(raw: 0)) }
}

/// The patterns that are tried where a word stands, as places in the tables of the rules, and the classes it belongs to.
struct WordPlaces {
  var first: UInt32 = 0
  var end: UInt32 = 0
  /// A bit for each class, as `bit` has it; several classes may share one.
  var classes: UInt64 = 0

  /// The bit of a word or class.
  @inline(__always)
  static func bit(_ number: UInt32) -> UInt64 { 1 &<< UInt64((number &* 0x9E37_79B1) >> 26) }
}

/// The words that a worker has met. Each spelling, letter case aside, has a number (its form), the ID that rules know
/// it by, and traits found out once. It lives as long as its worker. When it has grown too large it begins anew between
/// two documents and keeps what it had for as long again, so memory stays flat over any vocabulary.
package final class WordMemory {
  private struct Slot {
    /// 0 is an empty slot.
    var key: UInt64
    var form: UInt32
    var word: WordID
  }

  /// So many words are remembered from one document to the next.
  private static let most = 120_000
  private static let firstCapacity = 1 << 12
  private static let hotCount = 1 << 13

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var count = 0
  /// By form.
  package private(set) var traits: UnsafeMutablePointer<WordTraits>
  /// By form.
  private(set) var places: UnsafeMutablePointer<WordPlaces>
  /// The words met last, each where its key says: common words are found here, in memory that stays in the cache.
  private let hot: UnsafeMutablePointer<KnownWord>
  /// What was remembered before it became too much.
  private var previous: [UInt64: (traits: WordTraits, word: UInt32)] = [:]

  init() {
    mask = Self.firstCapacity - 1
    slots = .allocate(capacity: Self.firstCapacity)
    slots.initialize(repeating: Slot(key: 0, form: 0, word: WordID(raw: 0)), count: Self.firstCapacity)
    traits = .allocate(capacity: Self.firstCapacity / 2)
    places = .allocate(capacity: Self.firstCapacity / 2)
    hot = .allocate(capacity: Self.hotCount)
    hot.initialize(repeating: .none, count: Self.hotCount)
  }

  deinit {
    slots.deallocate()
    traits.deallocate()
    places.deallocate()
    hot.deallocate()
  }

  /// To be called between two documents.
  func forgetIfLarge() {
    guard count > Self.most else { return }
    previous.removeAll(keepingCapacity: true)
    // after a document of enormous vocabulary nothing is worth keeping
    if count <= Self.most * 2 {
      for slot in UnsafeBufferPointer(start: slots, count: mask + 1) where slot.key != 0 {
        previous[slot.key] = (traits[Int(slot.form)], slot.word.raw)
      }
    }
    count = 0
    if mask + 1 > Self.most * 4 { resize(to: Self.firstCapacity) }
    slots.update(repeating: Slot(key: 0, form: 0, word: WordID(raw: 0)), count: mask + 1)
    hot.update(repeating: .none, count: Self.hotCount)
  }

  /// What is known of the spelling; `key` is 0 where the worker has not met it.
  @inline(__always)
  func find(_ key: UInt64) -> KnownWord {
    let known = hot[Int(truncatingIfNeeded: key) & (Self.hotCount - 1)]
    return known.key == key ? known : findInSlots(key)
  }

  @inline(never)
  private func findInSlots(_ key: UInt64) -> KnownWord {
    let entry = slot(of: key).pointee
    guard entry.key != 0 else { return .none }
    let known = KnownWord(key: key, traits: traits[Int(entry.form)], form: entry.form, word: entry.word)
    hot[Int(truncatingIfNeeded: key) & (Self.hotCount - 1)] = known
    return known
  }

  /// The slot of the key, or the empty one where it belongs.
  private func slot(of key: UInt64) -> UnsafeMutablePointer<Slot> {
    var index = Int(truncatingIfNeeded: key >> 16) & mask
    while true {
      let slot = slots + index
      if slot.pointee.key == key || slot.pointee.key == 0 { return slot }
      index = (index + 1) & mask
    }
  }

  /// The form of the word with that hash; marks and numbers have other keys.
  func form(of hash: UInt64) -> UInt32? {
    let known = find(hash)
    return known.key == 0 ? nil : known.form
  }

  /// What was known of the word before the memory began anew: its traits, and its ID where rules mention it.
  func remembered(_ key: UInt64) -> (traits: WordTraits, word: WordID?)? {
    previous.isEmpty
      ? nil
      : previous[key].map { entry in
        let word = WordID(raw: entry.word)
        return (entry.traits, word.isListed ? word : nil)
      }
  }

  /// - Parameter word: nil for a word that no rule mentions.
  func add(
    _ key: UInt64, word: WordID?, traits: WordTraits, places: WordPlaces
  ) -> KnownWord {
    if (count + 1) * 2 > mask { resize(to: (mask + 1) * 4) }
    let entry = Slot(key: key, form: UInt32(count), word: word ?? .local(count))
    slot(of: key).pointee = entry
    self.traits[count] = traits
    self.places[count] = places
    count += 1
    return findInSlots(key)
  }

  private func resize(to capacity: Int) {
    let old = UnsafeMutableBufferPointer(start: slots, count: mask + 1)
    let (oldTraits, oldPlaces) = (traits, places)
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(key: 0, form: 0, word: WordID(raw: 0)), count: capacity)
    traits = .allocate(capacity: capacity / 2)
    traits.initialize(from: oldTraits, count: count)
    places = .allocate(capacity: capacity / 2)
    places.initialize(from: oldPlaces, count: count)
    if count > 0 {
      for entry in old where entry.key != 0 { slot(of: entry.key).pointee = entry }
    }
    old.deallocate()
    oldTraits.deallocate()
    oldPlaces.deallocate()
  }
}
