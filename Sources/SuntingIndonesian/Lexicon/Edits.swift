/// Everything one slip of the fingers away from a word.
struct Edits {
  private let letters: [UInt8]

  /// Words with letters beyond a–z have no candidates.
  init(_ word: String) {
    letters = word.utf8.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ? Array(word.utf8) : []
  }

  /// About fifty candidates per letter, each once per way to reach it.
  ///
  /// - Parameter body: takes the candidate's letters, good during the call, and how likely the slip is: less is
  ///   likelier.
  func forEach(_ body: (_ word: UnsafeBufferPointer<UInt8>, _ cost: Int) -> Void) {
    guard !letters.isEmpty else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: letters.count + 1) { buffer in
      let copy = buffer.baseAddress.unsafelyUnwrapped
      func emit(_ count: Int, _ cost: Int) { body(UnsafeBufferPointer(start: copy, count: count), cost) }
      deletions(copy, emit)
      changes(copy, emit)
      insertions(copy, emit)
    }
  }

  private func deletions(_ copy: UnsafeMutablePointer<UInt8>, _ emit: (_ count: Int, _ cost: Int) -> Void) {
    for place in letters.indices {
      write(letters[..<place], copy, 0)
      write(letters[(place + 1)...], copy, place)
      emit(letters.count - 1, Self.cost(place, base: isDoubled(place) ? 1 : 3))
    }
  }

  /// Two letters that changed places, and letters hit instead of others.
  private func changes(_ copy: UnsafeMutablePointer<UInt8>, _ emit: (_ count: Int, _ cost: Int) -> Void) {
    write(letters[...], copy, 0)
    for place in letters.indices {
      let own = letters[place]
      if place + 1 < letters.count, own != letters[place + 1] {
        copy[place] = letters[place + 1]
        copy[place + 1] = own
        emit(letters.count, Self.cost(place, base: 1))
        copy[place + 1] = letters[place + 1]
      }
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != own {
        copy[place] = letter
        emit(letters.count, Self.cost(place, base: Keyboard.areNeighbours(letter, own) ? 3 : 5))
      }
      copy[place] = own
    }
  }

  private func insertions(_ copy: UnsafeMutablePointer<UInt8>, _ emit: (_ count: Int, _ cost: Int) -> Void) {
    for place in 0...letters.count {
      write(letters[..<place], copy, 0)
      write(letters[place...], copy, place + 1)
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        copy[place] = letter
        let repeats = place > 0 && letters[place - 1] == letter || place < letters.count && letters[place] == letter
        emit(letters.count + 1, Self.cost(place, base: repeats ? 1 : 2))
      }
    }
  }

  private func write(_ part: ArraySlice<UInt8>, _ copy: UnsafeMutablePointer<UInt8>, _ offset: Int) {
    for (place, letter) in part.enumerated() { copy[offset + place] = letter }
  }

  /// People rarely miss the first letter.
  private static func cost(_ place: Int, base: Int) -> Int { place == 0 ? base + 4 : base }

  private func isDoubled(_ place: Int) -> Bool { place > 0 && letters[place] == letters[place - 1] }
}
