internal import Foundation

/// Finds the files that paths on the command line stand for.
package struct FileWalk: Sendable {
  /// One file to lint, or standard input.
  package enum Input: Sendable, Hashable {
    case file(String)
    case standardInput
  }

  package var extensions: Set<String> = ["txt", "md", "markdown", "html", "htm"]

  package init() {}

  /// Files as named, and those below folders with a known ending, in the order of their names; hidden ones are left
  /// out, links to folders are not followed, and nothing is listed twice.
  package func inputs(_ paths: [String]) -> (inputs: [Input], errors: [FileError]) {
    var inputs: [Input] = []
    var seen: Set<Input> = []
    var errors: [FileError] = []
    for path in paths {
      if path == "-" {
        if seen.insert(.standardInput).inserted { inputs.append(.standardInput) }
        continue
      }
      var status = stat()
      guard stat(path, &status) == 0 else {
        errors.append(FileError(path: FileReader.display(path), reason: FileReader.reason(errno)))
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        walk(path, &inputs, &seen, &errors)
      } else if seen.insert(.file(path)).inserted {
        inputs.append(.file(path))
      }
    }
    return (inputs, errors)
  }

  private func walk(_ folder: String, _ inputs: inout [Input], _ seen: inout Set<Input>, _ errors: inout [FileError]) {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      errors.append(FileError(path: FileReader.display(folder), reason: "the folder cannot be read: permission denied"))
      return
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        walk(path, &inputs, &seen, &errors)
        continue
      }
      if status.st_mode & S_IFMT == S_IFLNK {
        guard stat(path, &status) == 0 else { continue }
      }
      guard status.st_mode & S_IFMT == S_IFREG, hasKnownEnding(name) else { continue }
      if seen.insert(.file(path)).inserted { inputs.append(.file(path)) }
    }
  }

  private func hasKnownEnding(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return extensions.contains(name[name.index(after: dot)...].lowercased())
  }
}
