/// Everything one slip of the fingers away from a word.
struct Edits {
  /// How likely the slip is: less is likelier.
  struct Candidate {
    let word: String
    let cost: Int
  }

  private let letters: [UInt8]

  /// Words with letters beyond a–z have no candidates.
  init(_ word: String) {
    letters = word.utf8.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ? Array(word.utf8) : []
  }

  /// About fifty candidates per letter, each once per way to reach it.
  func forEach(_ body: (Candidate) -> Void) {
    guard !letters.isEmpty else { return }
    for place in letters.indices {
      emit(deleting(place), Self.cost(place, base: isDoubled(place) ? 1 : 3), body)
      if place + 1 < letters.count, letters[place] != letters[place + 1] {
        emit(swapping(place), Self.cost(place, base: 1), body)
      }
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != letters[place] {
        let base = Keyboard.areNeighbours(letter, letters[place]) ? 3 : 5
        emit(replacing(place, letter), Self.cost(place, base: base), body)
      }
    }
    for place in 0...letters.count {
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        let repeats =
          place > 0 && letters[place - 1] == letter || place < letters.count && letters[place] == letter
        emit(inserting(place, letter), Self.cost(place, base: repeats ? 1 : 2), body)
      }
    }
  }

  /// People rarely miss the first letter.
  private static func cost(_ place: Int, base: Int) -> Int { place == 0 ? base + 4 : base }

  private func emit(_ bytes: [UInt8], _ cost: Int, _ body: (Candidate) -> Void) {
    body(Candidate(word: String(decoding: bytes, as: UTF8.self), cost: cost))
  }

  private func isDoubled(_ place: Int) -> Bool { place > 0 && letters[place] == letters[place - 1] }

  private func deleting(_ place: Int) -> [UInt8] {
    var copy = letters
    copy.remove(at: place)
    return copy
  }

  private func swapping(_ place: Int) -> [UInt8] {
    var copy = letters
    copy.swapAt(place, place + 1)
    return copy
  }

  private func replacing(_ place: Int, _ letter: UInt8) -> [UInt8] {
    var copy = letters
    copy[place] = letter
    return copy
  }

  private func inserting(_ place: Int, _ letter: UInt8) -> [UInt8] {
    var copy = letters
    copy.insert(letter, at: place)
    return copy
  }
}
