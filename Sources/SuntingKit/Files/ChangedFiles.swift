package import SuntingCore

/// What git says changed since a revision: files, and in them lines.
package struct ChangedFiles: Sendable {
  /// Absolute paths; nil stands for every line.
  private let lines: [String: [ClosedRange<Int>]?]

  /// Whether git knows the revision (or range).
  package static func isRevision(_ name: String, in folder: String) -> Bool {
    !name.hasPrefix("-") && (try? Git.output(["rev-parse", "--quiet", name, "--"], in: folder)) != nil
  }

  /// Files changed since `revision` in the work tree or the index, and new ones that git does not ignore.
  package init(since revision: String, in folder: String) throws(Git.Failure) {
    let root = try Self.root(of: folder)
    guard !revision.hasPrefix("-") else { throw Git.Failure(description: "“\(revision)” is no revision") }
    let base = try Self.base(revision, root)
    let flags = [
      "-c", "core.quotePath=false", "diff", "--no-ext-diff", "--no-color", "--diff-filter=d", "--no-renames",
    ]
    var lines: [String: [ClosedRange<Int>]?] = [:]
    for name in Git.lines(try Git.output(flags + ["--name-only", "-z", base, "--"], in: root), separator: 0) {
      lines[root + "/" + name] = .some(
        Self.changedLines(name, try Git.output(flags + ["-U0", base, "--", ":(literal)" + name], in: root)))
    }
    let untracked = try Git.output(["ls-files", "--others", "--exclude-standard", "-z"], in: root)
    for name in Git.lines(untracked, separator: 0) { lines[root + "/" + name] = .some(nil) }
    self.lines = lines
  }

  private static func root(of folder: String) throws(Git.Failure) -> String {
    let up = Git.lines(try Git.output(["rev-parse", "--show-cdup"], in: folder)).first ?? ""
    return AbsolutePath.of(up, in: folder)
  }

  /// In a repository without a commit everything is new.
  private static func base(_ revision: String, _ root: String) throws(Git.Failure) -> String {
    if revision == "HEAD", (try? Git.output(["rev-parse", "--verify", "--quiet", "HEAD"], in: root)) == nil {
      return "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    }
    return revision
  }

  /// `@@ -1,2 +3,4 @@` says lines 3 to 6.
  private static func changedLines(_ name: String, _ diff: [UInt8]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for line in diff.split(separator: 0x0A) where line.starts(with: Array("@@ ".utf8)) {
      let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard let field = fields.first(where: { $0.hasPrefix("+") }) else { continue }
      let numbers = field.dropFirst().split(separator: ",").compactMap { Int($0) }
      let count = numbers.count > 1 ? numbers[1] : 1
      if let first = numbers.first, count > 0 { result.append(first...(first + count - 1)) }
    }
    return result
  }

  package var paths: [String] { lines.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
  package func contains(_ absolute: String) -> Bool { lines[absolute] != nil }

  package func contains(line: Int, of absolute: String) -> Bool {
    guard let changed = lines[absolute] else { return false }
    return changed?.contains { $0.contains(line) } ?? true
  }

  /// The changed stretches of a file in bytes; nil when all of it is new.
  package func ranges(of absolute: String, in index: LineIndex, end: Int) -> [TextRange]? {
    guard let changed = lines[absolute] ?? nil else { return nil }
    return changed.compactMap { lines in
      guard lines.lowerBound <= index.starts.count else { return nil }
      let start = lines.lowerBound == 1 ? 0 : index.starts[lines.lowerBound - 1]
      let stop = lines.upperBound < index.starts.count ? index.starts[lines.upperBound] : UInt32(end)
      return TextRange(start, max(start, stop))
    }
  }
}
