internal import Foundation
package import SuntingRuleFormat
internal import Synchronization

/// Finds the configuration that holds for a folder: the nearest upward, the one named on the command line, or none.
package final class ProjectFinder: Sendable {
  package enum Source: Sendable {
    case search
    case file(String)
    case none
  }

  package static let fileName = ".sunting.yml"
  /// Names that somebody may have meant.
  private static let similarNames = [".sunting.yaml", "sunting.yml", "sunting.yaml"]

  private let source: Source
  package let workingFolder: String
  private let known = Mutex<[String: Result<Project, RuleFileErrors>]>([:])

  package init(_ source: Source, workingFolder: String = AbsolutePath.current()) {
    self.source = source
    self.workingFolder = workingFolder
  }

  /// - Parameter folder: absolute.
  package func project(for folder: String) throws(RuleFileErrors) -> Project {
    if let result = known.withLock({ $0[folder] }) { return try result.get() }
    let result: Result<Project, RuleFileErrors>
    do { result = .success(try find(folder)) } catch { result = .failure(error) }
    known.withLock { $0[folder] = result }
    return try result.get()
  }

  private func find(_ folder: String) throws(RuleFileErrors) -> Project {
    switch source {
    case .none: return try Project(nil, folder: workingFolder)
    case .file(let path):
      let absolute = AbsolutePath.of(path, in: workingFolder)
      return try read(absolute, shown: PathText.display(path), folder: AbsolutePath.parent(absolute) ?? "/")
    case .search:
      let path = (folder == "/" ? "" : folder) + "/" + Self.fileName
      if access(PathText.c(path), F_OK) == 0 {
        try rejectTwins(folder)
        return try read(path, shown: shown(path), folder: folder)
      }
      if let parent = AbsolutePath.parent(folder) { return try project(for: parent) }
      return try Project(nil, folder: workingFolder)
    }
  }

  /// Two configurations side by side cannot both hold.
  private func rejectTwins(_ folder: String) throws(RuleFileErrors) {
    for name in Self.similarNames where access(PathText.c(folder + "/" + name), F_OK) == 0 {
      throw RuleFileErrors([
        RuleFileError(
          path: shown(folder + "/" + name), line: 1, column: 1,
          message: "a second configuration beside \(Self.fileName); keep one, named \(Self.fileName)")
      ])
    }
  }

  private func read(_ path: String, shown: String, folder: String) throws(RuleFileErrors) -> Project {
    guard let bytes = FileReader.bytes(path) else {
      throw RuleFileErrors([
        RuleFileError(
          path: shown, line: 1, column: 1, message: "the configuration cannot be read: \(FileReader.reason(errno))")
      ])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RuleFileErrors([RuleFileError(path: shown, line: 1, column: 1, message: "the configuration is not UTF-8")])
    }
    return try Project(try Configuration.read(path: shown, text: text), folder: folder)
  }

  private func shown(_ absolute: String) -> String {
    PathText.display(AbsolutePath.relative(absolute, to: workingFolder) ?? absolute)
  }
}
