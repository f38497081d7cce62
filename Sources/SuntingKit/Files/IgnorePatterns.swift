/// Lines of a `.gitignore`, or globs of a configuration: the last that matches decides.
package struct IgnorePatterns: Sendable {
  private struct Pattern: Sendable {
    let glob: Glob
    let isNegated: Bool
    let onlyFolders: Bool
  }
  private var patterns: [Pattern] = []

  package init() {}
  package var isEmpty: Bool { patterns.isEmpty }

  /// The text of a `.gitignore`.
  package init(gitignore text: String) {
    for line in text.split(
      omittingEmptySubsequences: true, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" })
    {
      guard !line.hasPrefix("#") else { continue }
      add(Self.withoutTrailingSpaces(line.hasPrefix("\u{FEFF}") ? line.dropFirst() : line))
    }
  }

  /// Globs that a user wrote; braces are understood.
  package init(globs: [String]) {
    for glob in globs.flatMap(Glob.expandingBraces) { add(glob[...]) }
  }

  private static func withoutTrailingSpaces(_ line: Substring) -> Substring {
    var line = line
    while line.hasSuffix(" "), !line.hasSuffix("\\ ") { line.removeLast() }
    return line
  }

  private mutating func add(_ line: Substring) {
    var text = line
    let isNegated = text.hasPrefix("!")
    if isNegated { text.removeFirst() }
    let onlyFolders = text.hasSuffix("/")
    if onlyFolders { text.removeLast() }
    guard !text.isEmpty else { return }
    let isAnchored = text.contains("/")
    let glob = isAnchored ? Glob(text.hasPrefix("/") ? text.dropFirst() : text) : Glob("**/" + text)
    patterns.append(Pattern(glob: glob, isNegated: isNegated, onlyFolders: onlyFolders))
  }

  /// nil when no pattern matches.
  ///
  /// - Parameter path: the names of the path below the folder the patterns belong to.
  package func isIgnored(_ path: [[UInt8]], isFolder: Bool) -> Bool? {
    for pattern in patterns.reversed() where isFolder || !pattern.onlyFolders {
      if pattern.glob.matches(path) { return !pattern.isNegated }
    }
    return nil
  }

  /// Whether the path or a folder above it is ignored.
  package func isIgnoredWithParents(_ path: String, isFolder: Bool = false) -> Bool {
    let names = Glob.names(path)
    for count in 1...max(1, names.count) where count <= names.count {
      if isIgnored(Array(names.prefix(count)), isFolder: count < names.count || isFolder) == true { return true }
    }
    return false
  }
}
