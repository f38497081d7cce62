import Foundation
import SuntingCore
import SuntingKit
import SuntingRuleFormat
import Synchronization

/// Lints documents as the configuration beside them says, and notices when that changes on disk.
package final class Workspace: Sendable {
  package init() {}

  private struct State {
    var resolver = Workspace.newResolver()
    var ignoreFile = IgnoreFile(workingFolder: AbsolutePath.current())
    /// For each folder, what its configuration files looked like.
    var stamps: [String: [FileStamp]] = [:]
  }

  private struct FileStamp: Equatable {
    let path: String
    let changed: Date?
    let size: Int?
  }

  private let state = Mutex(State())

  private static func newResolver() -> SettingsResolver {
    SettingsResolver(flags: LintFlags(), finder: ProjectFinder(.search))
  }

  /// Forgets everything that was read from disk.
  func reload() {
    state.withLock { $0 = State() }
  }

  /// Whether a linter made earlier still is what the files on disk ask for.
  func holds(_ linter: FileLinter, for path: String) throws -> Bool {
    try self.linter(for: path).linter.settings.engine === linter.settings.engine
  }

  /// A linter for the file, and the language its project wants messages in.
  func linter(for path: String) throws -> (linter: FileLinter, language: MessageLanguage?) {
    let folder = AbsolutePath.parent(path) ?? "/"
    let stamps = Self.stamps(folder)
    let (resolver, ignoreFile) = state.withLock { state in
      if let known = state.stamps[folder], known != stamps { state = State() }
      state.stamps[folder] = stamps
      return (state.resolver, state.ignoreFile)
    }
    let language = try resolver.finder.project(for: folder).configuration?.language?.value
    let linter = FileLinter(settings: try resolver.settings(for: path), ignored: try ignoreFile.findings(for: path))
    return (linter, language)
  }

  /// Fingerprints that the project's baseline knows.
  func known(_ report: FileReport, _ linter: FileLinter, path: String) throws -> Set<String> {
    guard let file = linter.settings.baseline else { return [] }
    var baseline = try Baseline.read(file, workingFolder: AbsolutePath.current())
    return baseline.known(in: [(path, report.diagnostics)]).first ?? []
  }

  private static func stamps(_ folder: String) -> [FileStamp] {
    var result: [FileStamp] = []
    var next: String? = folder
    while let folder = next {
      for name in [ProjectFinder.fileName, IgnoreFile.fileName] {
        let path = (folder == "/" ? "" : folder) + "/" + name
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { continue }
        result.append(
          FileStamp(path: path, changed: attributes[.modificationDate] as? Date, size: attributes[.size] as? Int))
      }
      next = AbsolutePath.parent(folder)
    }
    return result
  }
}
