internal import Foundation
package import SuntingCore
package import SuntingRuleFormat
internal import Synchronization

/// What a sidecar file says of one article.
package struct IgnoredFindings: Sendable {
  private let sidecar: Sidecar?
  private let path: String

  package init() {
    sidecar = nil
    path = ""
  }
  init(_ sidecar: Sidecar, path: String) {
    self.sidecar = sidecar
    self.path = path
  }

  package func contains(_ diagnostic: Diagnostic) -> Bool { sidecar?.claims(diagnostic.fingerprint, path) ?? false }
}

/// A `.sunting-ignore.json` and which of its findings were still there.
final class Sidecar: Sendable {
  /// Absolute.
  let file: String
  let folder: String
  let shown: String
  private let list: FindingList
  private let entries: [String: [Int]]
  /// Entries of files that are no longer there: a renamed file may claim them.
  private let orphans: Set<Int>
  private let used = Mutex<Set<Int>>([])

  init(file: String, shown: String) throws(RuleFileErrors) {
    self.file = file
    self.shown = shown
    folder = AbsolutePath.parent(file) ?? "/"
    list = try FindingList.read(file, shown: shown)
    var entries: [String: [Int]] = [:]
    var orphans: Set<Int> = []
    for (number, finding) in list.findings.enumerated() {
      entries[finding.fingerprint, default: []].append(number)
      if access(PathText.c(AbsolutePath.of(finding.path, in: folder)), F_OK) != 0 { orphans.insert(number) }
    }
    self.entries = entries
    self.orphans = orphans
  }

  func claims(_ fingerprint: String, _ path: String) -> Bool {
    let claimed = entries[fingerprint, default: []].filter { list.findings[$0].path == path || orphans.contains($0) }
    guard !claimed.isEmpty else { return false }
    used.withLock { $0.formUnion(claimed) }
    return true
  }

  /// Entries of articles that were linted whole, by rules that ran, which no finding claimed.
  func unused(linted: Set<String>, isEnabled: (String) -> Bool) -> [ListedFinding] {
    let used = used.withLock { $0 }
    return list.findings.enumerated().filter { number, finding in
      !used.contains(number) && linted.contains(AbsolutePath.of(finding.path, in: folder)) && isEnabled(finding.rule)
    }.map(\.element)
  }

  func json(without gone: [ListedFinding]) -> String {
    let gone = Set(gone)
    return FindingList(list.findings.filter { !gone.contains($0) }).json()
  }
}

/// `.sunting-ignore.json`: findings that are let stand without a word in the article. The nearest upward holds; paths in
/// it are relative to its folder.
package final class IgnoreFile: Sendable {
  package static let fileName = ".sunting-ignore.json"

  private let known = Mutex<[String: Result<Sidecar?, RuleFileErrors>]>([:])
  private let workingFolder: String

  package init(workingFolder: String) { self.workingFolder = workingFolder }

  /// - Parameter absolute: the article's path from the root.
  package func findings(for absolute: String) throws(RuleFileErrors) -> IgnoredFindings {
    guard let sidecar = try sidecar(in: AbsolutePath.parent(absolute) ?? "/"),
      let path = AbsolutePath.relative(absolute, to: sidecar.folder)
    else { return IgnoredFindings() }
    return IgnoredFindings(sidecar, path: path)
  }

  /// The sidecars that were read, in the order of their paths.
  var sidecars: [Sidecar] {
    let all = known.withLock { $0.values.compactMap { try? $0.get() } }
    return Dictionary(all.map { ($0.file, $0) }) { first, _ in first }.values.sorted { $0.file < $1.file }
  }

  private func sidecar(in folder: String) throws(RuleFileErrors) -> Sidecar? {
    if let result = known.withLock({ $0[folder] }) { return try result.get() }
    let result: Result<Sidecar?, RuleFileErrors>
    do { result = .success(try find(folder)) } catch { result = .failure(error) }
    // of two threads that read it the first one counts
    return try known.withLock { known in
      let kept = known[folder] ?? result
      known[folder] = kept
      return kept
    }.get()
  }

  private func find(_ folder: String) throws(RuleFileErrors) -> Sidecar? {
    let path = (folder == "/" ? "" : folder) + "/" + Self.fileName
    guard access(PathText.c(path), F_OK) == 0 else {
      guard let parent = AbsolutePath.parent(folder) else { return nil }
      return try sidecar(in: parent)
    }
    return try Sidecar(file: path, shown: PathText.display(AbsolutePath.relative(path, to: workingFolder) ?? path))
  }
}
