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
    let format = try format(project, input, absolute)
    return FileSettings(
      engine: try engine(project, absolute), format: format, formatOptions: try options(project, input, format),
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

  /// What the command line says of fields wins over the configuration.
  private func options(
    _ project: Project, _ input: Configuration.Input?, _ format: InputFormat
  ) throws(RuleFileErrors) -> FormatOptions {
    var options = FormatOptions()
    if let configuration = project.configuration, let input {
      if flags.format == nil { try check(input, format, configuration) }
      if let keys = input.frontMatter { options.frontMatter = keys.value }
      if !input.fields.isEmpty { options.fields = input.fields.map(\.value) }
      if let id = input.id { options.id = id.value }
    }
    if !flags.fields.isEmpty { options.fields = flags.fields }
    if let id = flags.idField { options.id = id }
    return options
  }

  /// Keys that say nothing about files of this format are errors, unless the glob matches files of other formats too:
  /// whoever wrote them believes that they do.
  private func check(
    _ input: Configuration.Input, _ format: InputFormat, _ configuration: Configuration
  ) throws(RuleFileErrors) {
    let glob = input.glob.value
    guard input.format != nil || format.endings.contains(where: { glob.hasSuffix("." + $0) }) else { return }
    var errors: [RuleFileError] = []
    func refuse<Value>(_ key: String, _ place: Located<Value>, _ kind: String) {
      let message = "“\(key)” is for \(kind), but “\(glob)” is read as \(format.rawValue)"
      errors.append(configuration.error(message, at: place))
    }
    if !format.hasFields {
      if let field = input.fields.first { refuse("field", field, "records") }
      if let id = input.id { refuse("id", id, "records") }
    }
    if let keys = input.frontMatter, !format.hasFrontMatter { refuse("front-matter", keys, "Markdown") }
    guard errors.isEmpty else { throw RuleFileErrors(errors) }
  }

  /// Whether the file holds many articles.
  func isContainer(_ absolute: String) throws(RuleFileErrors) -> Bool {
    let project = try finder.project(for: AbsolutePath.parent(absolute) ?? "/")
    return try format(project, project.input(for: absolute), absolute).hasFields
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
