internal import SuntingCore

/// Which two words are the halves of one reduplication (Tata Bahasa Baku Bahasa Indonesia, reduplication: full,
/// with affixes, with change of sound, reciprocal).
struct Reduplication: Sendable {
  private let rhymes: Set<String>

  init(rhymes: [String]) { self.rhymes = Set(rhymes.map { $0.lowercased() }) }

  private static let prefixes: Set<String> = [
    "be", "ber", "bel", "se", "te", "ter", "me", "mem", "men", "meng", "meny", "menge", "di", "ke", "pe", "pem", "pen",
    "peng", "peny", "per", "memper", "diper", "seper", "ku",
  ]
  private static let suffixes: [String] = [
    "an", "i", "kan", "nya", "ku", "mu", "lah", "kah", "pun", "annya", "kannya", "inya", "anku", "anmu", "nyalah",
    "-nya", "-ku", "-mu",
  ]

  /// Both in lower case. `langkah langkahnya`, `sehari hari`, `kemerah merahan`, `tolong menolong`, `bolak balik`.
  func joins(_ first: String, _ second: String) -> Bool {
    if first == second { return first.utf8.count >= 2 && !Particles.all.contains(first) }
    guard second.utf8.count >= 3, first.utf8.count >= 3 else { return false }
    return isDoubled(first, second) || isReciprocal(first, second) || isRhyme(first, second)
  }

  /// Full doubling and fixed pairs: what stays certain where the mark might be a dash.
  func isCertain(_ first: String, _ second: String) -> Bool {
    first == second ? first.utf8.count >= 3 && !Particles.all.contains(first) : isRhyme(first, second)
  }

  /// The second half is the first without its prefix, and may bear a suffix or clitic.
  private func isDoubled(_ first: String, _ second: String) -> Bool {
    for root in roots(of: second) where root.utf8.count >= 3 {
      if root == first { return true }
      if first.hasSuffix(root), Self.prefixes.contains(String(first.dropLast(root.count))) { return true }
    }
    return false
  }

  private func roots(of word: String) -> [String] {
    [word] + Self.suffixes.filter { word.hasSuffix($0) }.map { String(word.dropLast($0.count)) }
  }

  /// `tolong-menolong`, `sambung-menyambung`: the second half is the active verb of the first.
  private func isReciprocal(_ first: String, _ second: String) -> Bool {
    guard second.hasPrefix("me"), second.utf8.count > first.utf8.count else { return false }
    return Morphology.analyses(of: second).contains {
      $0.stem == first && $0.prefixes.outermost == .meN && $0.suffix == .none
    }
  }

  private func isRhyme(_ first: String, _ second: String) -> Bool {
    roots(of: second).contains { rhymes.contains(first + "-" + $0) }
  }
}
