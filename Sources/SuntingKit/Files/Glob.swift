/// A file pattern as git reads it: `*`, `?`, `[a-z]` within a name, `**` over folders, `\` for the character itself.
/// Matching takes time in proportion to pattern and path; nothing backtracks over folders.
package struct Glob: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    /// `**`: any number of folders.
    case folders
    case name([UInt8])
  }
  private let parts: [Part]

  /// - Parameter pattern: names separated by `/`.
  package init(_ pattern: some StringProtocol) {
    parts = pattern.split(separator: "/").map { $0 == "**" ? .folders : .name(Array($0.utf8)) }
  }

  /// - Parameter path: the names of a path, from the top.
  package func matches(_ path: [[UInt8]]) -> Bool {
    // reached[i]: the parts so far match the first i names
    var reached = [Bool](repeating: false, count: path.count + 1)
    reached[0] = true
    for (number, part) in parts.enumerated() {
      var next = [Bool](repeating: false, count: path.count + 1)
      switch part {
      case .folders:
        // at the end it stands for what is inside, not for the folder itself
        let least = number == parts.count - 1 && number > 0 ? 1 : 0
        guard let first = reached.firstIndex(of: true) else { return false }
        for index in min(first + least, path.count + 1)..<(path.count + 1) { next[index] = true }
      case .name(let name):
        for index in 0..<path.count where reached[index] && Self.matches(name, path[index]) { next[index + 1] = true }
      }
      reached = next
    }
    return reached[path.count]
  }

  package func matches(_ path: String) -> Bool { matches(Self.names(path)) }

  package static func names(_ path: some StringProtocol) -> [[UInt8]] {
    path.split(separator: "/").map { Array($0.utf8) }
  }

  /// One name; a star takes as little as it can and grows when what follows fails.
  private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var (p, n) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        star = (p, n)
        p += 1
      } else if let (nextPattern, nextName) = step(pattern, p, name, n) {
        (p, n) = (nextPattern, nextName)
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        (p, n) = (last.pattern + 1, last.name + 1)
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == UInt8(ascii: "*") { p += 1 }
    return p == pattern.count
  }

  /// One character of the pattern against one of the name.
  private static func step(_ pattern: [UInt8], _ p: Int, _ name: [UInt8], _ n: Int) -> (Int, Int)? {
    guard p < pattern.count else { return nil }
    switch pattern[p] {
    case UInt8(ascii: "?"):
      let length = name[n] < 0x80 ? 1 : name[n] < 0xE0 ? 2 : name[n] < 0xF0 ? 3 : 4
      return (p + 1, min(n + length, name.count))
    case UInt8(ascii: "["):
      guard let (isMember, end) = member(pattern, p, name[n]) else { return nil }
      return isMember ? (end, n + 1) : nil
    case UInt8(ascii: "\\"):
      guard p + 1 < pattern.count, pattern[p + 1] == name[n] else { return nil }
      return (p + 2, n + 1)
    default: return pattern[p] == name[n] ? (p + 1, n + 1) : nil
    }
  }

  /// Whether a byte is in the brackets that begin at `p`, and where these end; nil where they do not.
  private static func member(_ pattern: [UInt8], _ p: Int, _ byte: UInt8) -> (Bool, Int)? {
    var index = p + 1
    let isNegated =
      index < pattern.count && (pattern[index] == UInt8(ascii: "!") || pattern[index] == UInt8(ascii: "^"))
    if isNegated { index += 1 }
    var isIn = false
    let first = index
    while index < pattern.count, pattern[index] != UInt8(ascii: "]") || index == first {
      var low = pattern[index]
      if low == UInt8(ascii: "\\"), index + 1 < pattern.count {
        index += 1
        low = pattern[index]
      }
      var high = low
      if index + 2 < pattern.count, pattern[index + 1] == UInt8(ascii: "-"), pattern[index + 2] != UInt8(ascii: "]") {
        index += 2
        if pattern[index] == UInt8(ascii: "\\"), index + 1 < pattern.count { index += 1 }
        high = pattern[index]
      }
      if low <= byte, byte <= high { isIn = true }
      index += 1
    }
    guard index < pattern.count else { return nil }
    return (isIn != isNegated, index + 1)
  }
}

extension Glob {
  /// `{a,b}` written out: `*.{md,html}` are two patterns.
  package static func expandingBraces(_ pattern: String) -> [String] {
    guard let open = pattern.firstIndex(of: "{"), let close = pattern[open...].firstIndex(of: "}") else {
      return [pattern]
    }
    let before = pattern[..<open]
    let after = pattern[pattern.index(after: close)...]
    return pattern[pattern.index(after: open)..<close].split(separator: ",", omittingEmptySubsequences: false)
      .prefix(64).flatMap { expandingBraces("\(before)\($0)\(after)") }
  }
}
