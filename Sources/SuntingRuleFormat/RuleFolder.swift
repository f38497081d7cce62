package import Foundation
package import SuntingCore
internal import SuntingIndonesian

/// A folder of rules: `<family>/<rule>.yml`, tables and lists beside them, named sets in `sets/`.
package struct RuleFolder: Sendable {
  package let files: [RuleFile]
  /// The YAML text of each rule, in the order of `files`.
  package let texts: [String]
  package let sets: [String: [String]]

  package var definitions: [RuleDefinition] { files.compactMap(\.definition) }

  /// Reads all rules below `root`, in the order of their IDs.
  ///
  /// - Throws: every error of every file.
  package static func read(_ root: URL, displayPath: String) throws(RuleFileErrors) -> RuleFolder {
    var errors: [RuleFileError] = []
    var files: [RuleFile] = []
    var texts: [String] = []
    var sets: [String: [String]] = [:]
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isDirectory), isDirectory.boolValue else {
      throw RuleFileErrors([.init(path: displayPath, line: 1, column: 1, message: "there is no such folder of rules")])
    }
    for family in children(of: root) where isFolder(family) {
      for url in children(of: family) {
        let name = url.deletingPathExtension().lastPathComponent
        let shown = "\(displayPath)/\(family.lastPathComponent)/\(url.lastPathComponent)"
        if family.lastPathComponent == "sets", url.pathExtension == "txt" {
          guard let text = read(url) else { continue }
          sets[name] = Table.lines(text)
          continue
        }
        guard url.pathExtension == "yml" || url.pathExtension == "yaml" else { continue }
        guard let text = read(url) else {
          errors.append(.init(path: shown, line: 1, column: 1, message: "the file cannot be read as UTF-8"))
          continue
        }
        let id = "\(family.lastPathComponent)/\(name)"
        do {
          let file = try RuleFile.read(id: id, path: shown, text: text) {
            read(family.appendingPathComponent($0))
          }
          files.append(file)
          texts.append(text)
        } catch {
          errors += error.errors
        }
      }
    }
    errors += files.flatMap { ExamplesValidator.errors(in: $0) + NamesValidator.errors(in: $0) }
    guard errors.isEmpty else { throw RuleFileErrors(errors) }
    return RuleFolder(files: files, texts: texts, sets: sets)
  }

  private static func children(of folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { folder.appendingPathComponent($0) }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  private static func read(_ url: URL) -> String? {
    guard let data = try? Data(contentsOf: url) else { return nil }
    return String(validating: data, as: UTF8.self)
  }
}

/// Compiles definitions with the knowledge of Indonesian; errors name the rule's file.
package func compile(_ definitions: [RuleDefinition], sets: [String: [String]]) throws(RuleFileErrors) -> RuleTables {
  try rejectUnknownChecks(definitions)
  do {
    let builder = try RuleTableBuilder(language: .indonesian, knowledge: .indonesian, sets: sets)
    return try builder.build(definitions)
  } catch let error as RuleError {
    throw RuleFileErrors([
      .init(path: error.rule + ".yml", line: 1, column: 1, message: "\(error.message) in “\(error.pattern)”")
    ])
  } catch {
    throw RuleFileErrors([.init(path: "ICU", line: 1, column: 1, message: "\(error)")])
  }
}

/// A check is named in YAML but written in Swift: both must exist.
private func rejectUnknownChecks(_ definitions: [RuleDefinition]) throws(RuleFileErrors) {
  let known = IndonesianChecks.all.keys.sorted()
  let errors = definitions.compactMap { definition -> RuleFileError? in
    guard case .check(let name, _) = definition.body, !known.contains(name) else { return nil }
    let hint = Suggestion.nearest(to: name, among: known).map { "; did you mean “\($0)”?" } ?? ""
    return .init(path: definition.id + ".yml", line: 1, column: 1, message: "there is no check “\(name)”\(hint)")
  }
  if !errors.isEmpty { throw RuleFileErrors(errors) }
}
