import Foundation
import SuntingCore
import SuntingKit
import SuntingRuleFormat

/// What the options of a command come to: which files, and how each is linted.
struct RunSetup {
  let choice: FileChoice
  let resolver: SettingsResolver
  let changed: ChangedFiles?
  let standardInputName: String?
  let language: MessageLanguage
  /// Lines of changed files only.
  let changedLines: ChangedFiles?

  /// - Parameter fallback: the paths when none are named; nil where one must be.
  init(files: FileOptions, rules: RuleOptions, verdict: VerdictOptions?, fallback: [String]? = nil) throws {
    let finder = files.configuration.finder
    var flags = LintFlags()
    flags.selection = rules.layer
    flags.ruleFolders = rules.library.rulesDir
    flags.failOn = verdict?.failOn
    flags.baseline = verdict?.baseline
    flags.format = files.input
    flags.fields = files.field
    flags.idField = files.idField
    resolver = SettingsResolver(flags: flags, finder: finder)
    standardInputName = files.stdinFilename
    (changed, choice) = try Self.choose(files, finder, fallback)
    changedLines = files.changedLines ? changed : nil
    language = rules.library.language ?? Self.configuredLanguage(finder) ?? .fromEnvironment
    try check(rules)
  }

  /// Wrong names on the command line end the run before anything is read.
  private func check(_ rules: RuleOptions) throws {
    let names: RuleNames
    do {
      let project = try resolver.finder.project(for: resolver.finder.workingFolder)
      names = RuleNames(try resolver.library(for: project).tables)
    } catch {
      // the configuration's own errors are reported with its files
      if rules.library.rulesDir.isEmpty { return }
      do { names = RuleNames(try RuleLibrary.reading(rules.library.rulesDir).tables) } catch {
        throw Failure(message: "rules that cannot be used\n\(error)")
      }
    }
    try names.check(rules.layer)
  }

  private static func configuredLanguage(_ finder: ProjectFinder) -> MessageLanguage? {
    (try? finder.project(for: finder.workingFolder))?.configuration?.language?.value
  }

  private static func choose(
    _ files: FileOptions, _ finder: ProjectFinder, _ fallback: [String]?
  ) throws -> (ChangedFiles?, FileChoice) {
    var paths = files.paths
    if let list = files.filesFrom {
      do { paths += try Arguments.list(list) } catch { throw Failure(message: "--files-from: \(error)") }
    }
    var chooser = FileChooser(finder: finder)
    chooser.exclude = files.exclude
    chooser.forceExclude = files.forceExclude
    chooser.standardInputName = files.stdinFilename
    if var revision = files.changed {
      // the revision may be left out: then what follows is a path
      if access(PathText.c(revision), F_OK) == 0, !ChangedFiles.isRevision(revision, in: finder.workingFolder) {
        paths.append(revision)
        revision = "HEAD"
      }
      do { chooser.changed = try ChangedFiles(since: revision, in: finder.workingFolder) } catch {
        throw Failure(message: "--changed: \(error)")
      }
      if paths.isEmpty { paths = ["."] }
    }
    if paths.isEmpty, files.filesFrom == nil {
      guard let fallback else {
        throw Failure(message: "name a file or folder, or - for standard input; see `sunting --help`")
      }
      paths = fallback
    }
    return (chooser.changed, chooser.choose(paths))
  }

  func run(threads: Int? = nil, fixMode: FixMode = .none) -> CheckRun {
    var run = CheckRun(resolver: resolver, threads: threads ?? OutputOptions.cores)
    run.standardInputName = standardInputName
    run.changed = changedLines
    run.fixMode = fixMode
    return run
  }
}
