import SuntingCore
import SuntingKit
import SuntingRuleFormat
import Synchronization

/// Linters for the choices of rules that clients make. The latest are kept.
final class RuleChoice: Sendable {
  private struct Key: Hashable {
    let layer: Selection.Layer
    let format: InputFormat
  }

  private static let kept = 32
  private let linters = Mutex<[(key: Key, linter: FileLinter)]>([])
  private let ruleFolders: [String]

  init(ruleFolders: [String]) { self.ruleFolders = ruleFolders }

  /// - Throws: `APIError` for a rule that does not exist.
  func linter(_ layer: Selection.Layer = Selection.Layer(), format: InputFormat = .text) throws -> FileLinter {
    let key = Key(layer: layer, format: format)
    let known = linters.withLock { linters -> FileLinter? in
      guard let index = linters.firstIndex(where: { $0.key == key }) else { return nil }
      let entry = linters.remove(at: index)
      linters.append(entry)
      return entry.linter
    }
    if let known { return known }
    var flags = LintFlags()
    flags.selection = layer
    flags.ruleFolders = ruleFolders
    flags.format = format
    let resolver = SettingsResolver(flags: flags, finder: ProjectFinder(.none, workingFolder: "/"))
    let linter: FileLinter
    do { linter = FileLinter(settings: try resolver.settings(for: "/artikel")) } catch {
      throw APIError(400, error.errors.map(\.message).joined(separator: "; "))
    }
    linters.withLock { linters in
      linters.append((key, linter))
      if linters.count > Self.kept { linters.removeFirst() }
    }
    return linter
  }
}
