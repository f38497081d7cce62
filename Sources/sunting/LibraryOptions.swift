import ArgumentParser
import Foundation
import SuntingCore
import SuntingKit
import SuntingRuleFormat

/// Which configuration.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Read this configuration, not the nearest .sunting.yml.", valueName: "file"),
    completion: .file(extensions: ["yml"]))
  var config: String?
  @Flag(name: .long, help: "Read no configuration file.") var noConfig = false

  func validate() throws {
    if config != nil, noConfig { throw ValidationError("--config and --no-config contradict each other") }
  }

  var finder: ProjectFinder { ProjectFinder(noConfig ? .none : config.map { .file($0) } ?? .search) }
}

/// Which rules there are, and the language they speak: shared by all commands.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Add the rules of a folder; repeatable.", valueName: "dir"), completion: .directory)
  var rulesDir: [String] = []
  @Option(name: .long, help: "Language of messages (default: from LC_ALL, LC_MESSAGES or LANG, else id).")
  var language: MessageLanguage?

  var messageLanguage: MessageLanguage { language ?? .fromEnvironment }
}

extension RuleNames {
  /// Wrong names on the command line end the run.
  func check(_ layer: Selection.Layer) throws {
    for name in layer.select + layer.extendSelect + layer.ignore {
      do { try check(name) } catch { throw Failure(message: "\(error)") }
    }
  }
}

/// The rules at hand in the working folder: those in the binary, the configuration's own, those of the command line.
struct RuleShelf {
  let library: RuleLibrary
  let language: MessageLanguage
  let resolver: SettingsResolver

  init(_ options: LibraryOptions, _ configuration: ConfigurationOptions, _ layer: Selection.Layer = .init()) throws {
    var flags = LintFlags()
    flags.ruleFolders = options.rulesDir
    flags.selection = layer
    resolver = SettingsResolver(flags: flags, finder: configuration.finder)
    do {
      let project = try resolver.finder.project(for: resolver.finder.workingFolder)
      library = try resolver.library(for: project)
      language = options.language ?? project.configuration?.language?.value ?? .fromEnvironment
    } catch {
      throw Failure(message: "\(error)")
    }
    try RuleNames(library.tables).check(layer)
  }

  /// How grave each rule is that is on in this folder.
  func severities() throws -> [String: Severity] {
    do {
      return try resolver.settings(for: resolver.finder.workingFolder + "/artikel.txt").engine.severities
    } catch {
      throw Failure(message: "\(error)")
    }
  }
}
