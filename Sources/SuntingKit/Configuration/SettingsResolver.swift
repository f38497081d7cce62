internal import SuntingCore
package import SuntingRuleFormat
internal import Synchronization

/// Puts together what configurations and the command line say for each file. Files that are treated alike share one
/// engine.
package final class SettingsResolver: Sendable {
  private struct EngineKey: Hashable {
    let folders: [String]
    let selection: Selection
    let severities: [String: Severity]
  }
  private struct Cache {
    var libraries: [[String]: RuleLibrary] = [:]
    var engines: [EngineKey: Engine] = [:]
  }

  package let flags: LintFlags
  package let finder: ProjectFinder
  private let cache = Mutex(Cache())

  package init(flags: LintFlags, finder: ProjectFinder) {
    self.flags = flags
    self.finder = finder
  }

  /// - Parameter absolute: the file's path from the root; it need not exist.
  package func settings(for absolute: String) throws(RuleFileErrors) -> FileSettings {
    let project = try finder.project(for: AbsolutePath.parent(absolute) ?? "/")
    let input = project.input(for: absolute)
    var options = FormatOptions()
    if let keys = input?.frontMatter { options.frontMatter = keys }
    return FileSettings(
      engine: try engine(project, absolute), format: try format(project, input, absolute), formatOptions: options,
      allowance: project.allowance, failOn: flags.failOn ?? project.configuration?.failOn?.value ?? .warning,
      baseline: baseline(project))
  }

  private func format(_ project: Project, _ input: Configuration.Input?, _ path: String) throws(RuleFileErrors)
    -> InputFormat
  {
    if let format = flags.format { return format }
    guard let configuration = project.configuration, let name = input?.format else { return .of(path: path) }
    if let format = InputFormat(rawValue: name.value) { return format }
    let known = InputFormat.allCases.map(\.rawValue)
    let hint = Suggestion.nearest(to: name.value, among: known).map { "; did you mean “\($0)”?" } ?? ""
    throw RuleFileErrors([configuration.error("unknown input format “\(name.value)”\(hint)", at: name)])
  }

  private func baseline(_ project: Project) -> String? {
    if let path = flags.baseline { return path }
    return project.configuration?.baseline.map { AbsolutePath.of($0.value, in: project.folder) }
  }

  /// The rules a project adds to those in the binary, and those of the command line.
  package func library(for project: Project) throws(RuleFileErrors) -> RuleLibrary {
    let own = project.configuration?.ruleFolders.map { AbsolutePath.of($0.value, in: project.folder) } ?? []
    let folders = own + flags.ruleFolders
    guard !folders.isEmpty else { return .builtIn }
    if let library = cache.withLock({ $0.libraries[folders] }) { return library }
    let library = try RuleLibrary.reading(folders)
    cache.withLock { $0.libraries[folders] = library }
    return library
  }

  private func engine(_ project: Project, _ absolute: String) throws(RuleFileErrors) -> Engine {
    let overrides = project.overrides(for: absolute)
    var selection = Selection(layers: [])
    var severities: [String: Severity] = [:]
    if let configuration = project.configuration {
      for rules in [configuration.rules] + overrides.map(\.rules) {
        selection.layers.append(rules.layer)
        for entry in rules.severity { severities[entry.rule.value] = entry.severity }
      }
    }
    selection.layers.append(flags.selection)
    let own = project.configuration?.ruleFolders.map { AbsolutePath.of($0.value, in: project.folder) } ?? []
    let key = EngineKey(folders: own + flags.ruleFolders, selection: selection, severities: severities)
    if let engine = cache.withLock({ $0.engines[key] }) { return engine }
    let library = try library(for: project)
    try check(project, library)
    do {
      let engine = try Engine(library: library, selection: selection, severities: severities)
      cache.withLock { $0.engines[key] = engine }
      return engine
    } catch let error as RuleError {
      throw RuleFileErrors([
        RuleFileError(path: error.rule + ".yml", line: 1, column: 1, message: "\(error.message) in “\(error.pattern)”")
      ])
    } catch {
      throw RuleFileErrors([RuleFileError(path: "sunting", line: 1, column: 1, message: "\(error)")])
    }
  }

  /// Names of rules in a configuration that no rule bears.
  private func check(_ project: Project, _ library: RuleLibrary) throws(RuleFileErrors) {
    guard let configuration = project.configuration else { return }
    let names = RuleNames(library.tables)
    var errors: [RuleFileError] = []
    for rules in [configuration.rules] + configuration.overrides.map(\.rules) {
      for name in rules.select + rules.extendSelect + rules.ignore + rules.severity.map(\.rule) {
        do { try names.check(name.value) } catch { errors.append(configuration.error("\(error)", at: name)) }
      }
    }
    guard errors.isEmpty else { throw RuleFileErrors(errors) }
  }

  /// The engines made so far.
  package var engines: [Engine] { cache.withLock { Array($0.engines.values) } }
}

extension Configuration.Rules {
  var layer: Selection.Layer {
    Selection.Layer(
      select: select.map(\.value), extendSelect: extendSelect.map(\.value), ignore: ignore.map(\.value))
  }
}
