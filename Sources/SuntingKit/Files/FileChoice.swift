internal import Foundation
package import SuntingRuleFormat

/// Which files are linted, and why others are not.
package struct FileChoice: Sendable {
  package struct File: Sendable, Hashable {
    /// As given or found; nil for standard input.
    package let path: String?
    package let absolute: String
  }
  package struct Skipped: Sendable {
    package let path: String
    package let reason: String
  }

  package var files: [File] = []
  package var skipped: [Skipped] = []
  package var errors: [FileError] = []
  /// What is wrong with configurations; their files are not linted.
  package var configurationErrors: [RuleFileError] = []
}

/// How files are chosen below the paths of the command line.
package struct FileChooser: Sendable {
  /// Endings of files that a folder is searched for, unless a configuration says otherwise.
  package static let endings: Set<String> = ["txt", "md", "markdown", "html", "htm"]

  package var exclude: [String] = []
  package var forceExclude = false
  package var changed: ChangedFiles?
  package var standardInputName: String?

  private let finder: ProjectFinder

  package init(finder: ProjectFinder) { self.finder = finder }

  /// Files as named, and those below folders, in the order of their names; nothing is listed twice.
  package func choose(_ paths: [String]) -> FileChoice {
    var walk = Walk(chooser: self, finder: finder, exclude: IgnorePatterns(globs: exclude), git: GitIgnore())
    for path in paths { walk.add(path) }
    return walk.choice
  }
}

/// One search on its way.
private struct Walk {
  let chooser: FileChooser
  let finder: ProjectFinder
  let exclude: IgnorePatterns
  let git: GitIgnore
  var choice = FileChoice()
  var seen: Set<String> = []
  var folders: Set<[UInt64]> = []

  mutating func add(_ path: String) {
    if path == "-" { return addStandardInput() }
    guard !path.isEmpty else {
      return choice.errors.append(FileError(path: "“”", reason: "an empty name is no file"))
    }
    var status = stat()
    guard stat(PathText.c(path), &status) == 0 else {
      var reason = FileReader.reason(errno)
      if errno == ENOENT, path.contains(where: { $0 == "*" || $0 == "?" }) { reason += "; the pattern matches nothing" }
      choice.errors.append(FileError(path: PathText.display(path), reason: reason))
      return
    }
    let absolute = AbsolutePath.of(path, in: finder.workingFolder)
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    guard let project = project(for: isFolder ? absolute : AbsolutePath.parent(absolute) ?? "/") else { return }
    if chooser.forceExclude, let reason = exclusionWithParents(absolute, isFolder, project) {
      return skip(path, reason)
    }
    if isFolder { walk(path, absolute, top: absolute) } else { take(path, absolute) }
  }

  private mutating func addStandardInput() {
    let name = chooser.standardInputName ?? "-"
    let absolute = AbsolutePath.of(name, in: finder.workingFolder)
    guard seen.insert("-").inserted, let project = project(for: AbsolutePath.parent(absolute) ?? "/") else { return }
    if chooser.standardInputName != nil, chooser.forceExclude,
      let reason = exclusionWithParents(absolute, false, project)
    {
      return skip("-", reason)
    }
    choice.files.append(FileChoice.File(path: nil, absolute: absolute))
  }

  private mutating func take(_ path: String, _ absolute: String) {
    if let changed = chooser.changed, !changed.contains(absolute) { return skip(path, "not changed") }
    if seen.insert(absolute).inserted { choice.files.append(FileChoice.File(path: path, absolute: absolute)) }
  }

  private mutating func skip(_ path: String, _ reason: String) {
    choice.skipped.append(.init(path: PathText.display(path), reason: reason))
  }

  /// nil (with the errors noted once) where the configuration is broken.
  private mutating func project(for folder: String) -> Project? {
    do { return try finder.project(for: folder) } catch {
      for problem in error.errors where !choice.configurationErrors.contains(problem) {
        choice.configurationErrors.append(problem)
      }
      return nil
    }
  }

  private mutating func walk(_ folder: String, _ absolute: String, top: String) {
    guard let project = project(for: absolute) else { return }
    guard let names = Self.names(in: folder) else {
      choice.errors.append(
        FileError(path: PathText.display(folder), reason: "the folder cannot be read: \(FileReader.reason(errno))"))
      return
    }
    for name in names {
      let path = folder == "." || folder == "./" ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
      let full = absolute == "/" ? "/" + name : absolute + "/" + name
      visit(path, full, name, project, top)
    }
  }

  private mutating func visit(_ path: String, _ absolute: String, _ name: String, _ project: Project, _ top: String) {
    if name.hasPrefix(".") { return skip(path, "hidden") }
    var status = stat()
    guard lstat(PathText.c(path), &status) == 0 else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    if let reason = exclusion(absolute, isFolder, project) { return skip(path, reason) }
    if git.isIgnored(absolute, isFolder: isFolder, top: top) { return skip(path, "ignored by git") }
    if isFolder { return walk(path, absolute, top: top) }
    if status.st_mode & S_IFMT == S_IFLNK {
      guard stat(PathText.c(path), &status) == 0 else { return skip(path, "a symbolic link that leads nowhere") }
      if status.st_mode & S_IFMT == S_IFDIR { return skip(path, "a symbolic link to a folder") }
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return skip(path, "not a regular file") }
    if let reason = notIncluded(absolute, name, project) { return skip(path, reason) }
    take(path, absolute)
  }

  private func notIncluded(_ absolute: String, _ name: String, _ project: Project) -> String? {
    if let include = project.include, let path = project.relative(absolute) {
      return include.isIgnoredWithParents(path) ? nil : "not in “include”"
    }
    guard let dot = name.lastIndex(of: "."),
      FileChooser.endings.contains(name[name.index(after: dot)...].lowercased())
    else { return "the ending is not that of an article" }
    return nil
  }

  private func exclusion(_ absolute: String, _ isFolder: Bool, _ project: Project) -> String? {
    if let path = project.relative(absolute), project.exclude.isIgnored(Glob.names(path), isFolder: isFolder) == true {
      return "excluded by \(project.configuration?.path ?? "the configuration")"
    }
    if let path = AbsolutePath.relative(absolute, to: finder.workingFolder),
      exclude.isIgnored(Glob.names(path), isFolder: isFolder) == true
    {
      return "excluded by --exclude"
    }
    return nil
  }

  private func exclusionWithParents(_ absolute: String, _ isFolder: Bool, _ project: Project) -> String? {
    var path: String? = absolute
    while let current = path {
      if let reason = exclusion(current, isFolder || current != absolute, project) { return reason }
      path = AbsolutePath.parent(current)
    }
    return git.isIgnoredWithParents(absolute, isFolder: isFolder) ? "ignored by git" : nil
  }

  /// The names in a folder, byte by byte in order; nil when it cannot be read.
  private static func names(in folder: String) -> [String]? {
    guard let directory = opendir(PathText.c(folder)) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { PathText.decode($0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { PathText.encode($0).lexicographicallyPrecedes(PathText.encode($1)) }
  }
}
