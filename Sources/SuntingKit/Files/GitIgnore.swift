internal import Foundation
internal import Synchronization

/// What git ignores: `.gitignore` files from the repository's root down, `.git/info/exclude`, the user's own file. The
/// file nearest to a path decides, then its last pattern that matches.
package final class GitIgnore: Sendable {
  private let cache = Mutex<[String: IgnorePatterns]>([:])
  private let roots = Mutex<[String: String?]>([:])
  private let common = Mutex<[String: [IgnorePatterns]]>([:])

  package init() {}

  /// Whether git ignores the path itself; folders above it are not asked.
  ///
  /// - Parameters:
  ///   - absolute: the path from the root.
  ///   - top: where to begin when the path lies in no repository.
  package func isIgnored(_ absolute: String, isFolder: Bool, top: String) -> Bool {
    guard var folder = AbsolutePath.parent(absolute) else { return false }
    let repository = root(of: folder)
    let last = repository ?? top
    while true {
      if let names = AbsolutePath.relative(absolute, to: folder).map({ Glob.names($0) }),
        let answer = patterns(in: folder).isIgnored(names, isFolder: isFolder)
      {
        return answer
      }
      guard folder != last, let parent = AbsolutePath.parent(folder) else { break }
      folder = parent
    }
    guard let repository, let names = AbsolutePath.relative(absolute, to: repository).map({ Glob.names($0) }) else {
      return false
    }
    for patterns in commonPatterns(repository) {
      if let answer = patterns.isIgnored(names, isFolder: isFolder) { return answer }
    }
    return false
  }

  /// Whether git ignores the path or a folder above it.
  package func isIgnoredWithParents(_ absolute: String, isFolder: Bool) -> Bool {
    guard let parent = AbsolutePath.parent(absolute), let root = root(of: parent) else { return false }
    var path = root
    let names = AbsolutePath.relative(absolute, to: root)?.split(separator: "/") ?? []
    for (number, name) in names.enumerated() {
      path += (path == "/" ? "" : "/") + name
      if isIgnored(path, isFolder: isFolder || number < names.count - 1, top: root) { return true }
    }
    return false
  }

  /// The folder with `.git` that holds the path.
  package func root(of folder: String) -> String? {
    if let known = roots.withLock({ $0[folder] }) { return known }
    let found =
      access(PathText.c(folder + "/.git"), F_OK) == 0 ? folder : AbsolutePath.parent(folder).flatMap(root(of:))
    roots.withLock { $0[folder] = .some(found) }
    return found
  }

  private func patterns(in folder: String) -> IgnorePatterns {
    if let known = cache.withLock({ $0[folder] }) { return known }
    let patterns = Self.read(folder + "/.gitignore")
    cache.withLock { $0[folder] = patterns }
    return patterns
  }

  private func commonPatterns(_ repository: String) -> [IgnorePatterns] {
    if let known = common.withLock({ $0[repository] }) { return known }
    var patterns = [Self.read(Git.commonFolder(of: repository) + "/info/exclude")]
    if let file = Git.excludesFile(in: repository) { patterns.append(Self.read(file)) }
    common.withLock { $0[repository] = patterns }
    return patterns
  }

  private static func read(_ path: String) -> IgnorePatterns {
    guard let bytes = FileReader.bytes(path) else { return IgnorePatterns() }
    return IgnorePatterns(gitignore: bytes.withUnsafeBufferPointer { PathText.decode($0) })
  }
}
