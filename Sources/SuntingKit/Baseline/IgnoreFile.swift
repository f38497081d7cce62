internal import Foundation
package import SuntingCore
package import SuntingRuleFormat
internal import Synchronization

/// What a sidecar file says of one article.
package struct IgnoredFindings: Sendable {
  private var fingerprints: Set<String> = []
  package init() {}
  init(_ fingerprints: Set<String>) { self.fingerprints = fingerprints }

  package func contains(_ diagnostic: Diagnostic) -> Bool { fingerprints.contains(diagnostic.fingerprint) }
}

/// `.sunting-ignore.json`: findings that are let stand without a word in the article. The nearest upward holds; paths in
/// it are relative to its folder.
package final class IgnoreFile: Sendable {
  package static let fileName = ".sunting-ignore.json"

  private struct Sidecar: Sendable {
    let folder: String
    let byPath: [String: Set<String>]
    /// Findings of files that are no longer there: a renamed file may claim them.
    let orphans: Set<String>
  }

  private let known = Mutex<[String: Result<Sidecar?, RuleFileErrors>]>([:])
  private let workingFolder: String

  package init(workingFolder: String) { self.workingFolder = workingFolder }

  /// - Parameter absolute: the article's path from the root.
  package func findings(for absolute: String) throws(RuleFileErrors) -> IgnoredFindings {
    guard let sidecar = try sidecar(in: AbsolutePath.parent(absolute) ?? "/"),
      let path = AbsolutePath.relative(absolute, to: sidecar.folder)
    else { return IgnoredFindings() }
    return IgnoredFindings(sidecar.byPath[path, default: []].union(sidecar.orphans))
  }

  private func sidecar(in folder: String) throws(RuleFileErrors) -> Sidecar? {
    if let result = known.withLock({ $0[folder] }) { return try result.get() }
    let result: Result<Sidecar?, RuleFileErrors>
    do { result = .success(try find(folder)) } catch { result = .failure(error) }
    known.withLock { $0[folder] = result }
    return try result.get()
  }

  private func find(_ folder: String) throws(RuleFileErrors) -> Sidecar? {
    let path = (folder == "/" ? "" : folder) + "/" + Self.fileName
    guard access(PathText.c(path), F_OK) == 0 else {
      guard let parent = AbsolutePath.parent(folder) else { return nil }
      return try sidecar(in: parent)
    }
    let list = try FindingList.read(path, shown: PathText.display(AbsolutePath.relative(path, to: workingFolder) ?? path))
    var byPath: [String: Set<String>] = [:]
    var orphans: Set<String> = []
    for finding in list.findings {
      byPath[finding.path, default: []].insert(finding.fingerprint)
      if access(PathText.c(AbsolutePath.of(finding.path, in: folder)), F_OK) != 0 { orphans.insert(finding.fingerprint) }
    }
    return Sidecar(folder: folder, byPath: byPath, orphans: orphans)
  }
}
