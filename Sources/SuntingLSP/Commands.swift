import Foundation
import SuntingCore
import SuntingKit
import SuntingRuleFormat

/// Commands that change a file beside the article.
enum Commands {
  static let ignore = "sunting.ignore"
  static let allowWord = "sunting.allowWord"
  static let all = [ignore, allowWord]

  struct Problem: Error { let message: String }

  /// Remembers a finding in the sidecar file that holds for the article.
  static func ignore(_ diagnostic: Diagnostic, path: String) throws {
    let folder =
      holder(of: IgnoreFile.fileName, from: path) ?? holder(of: ProjectFinder.fileName, from: path)
      ?? AbsolutePath.parent(path) ?? "/"
    let file = join(folder, IgnoreFile.fileName)
    var list = FindingList()
    if FileManager.default.fileExists(atPath: file) { list = try FindingList.read(file, shown: file) }
    let relative = Baseline.path(path, in: folder)
    guard !list.findings.contains(where: { $0.fingerprint == diagnostic.fingerprint && $0.path == relative }) else {
      return
    }
    list.findings.append(
      ListedFinding(
        fingerprint: diagnostic.fingerprint, rule: diagnostic.rule, path: relative,
        text: String(diagnostic.text.flattened().prefix(80))))
    try AtomicFile.write(file, Array(list.json().utf8))
  }

  /// Adds a word to `allow: words:` of the configuration that holds for the article; writes one where there is none.
  static func allow(_ word: String, path: String) throws {
    let folder = holder(of: ProjectFinder.fileName, from: path) ?? AbsolutePath.parent(path) ?? "/"
    let file = join(folder, ProjectFinder.fileName)
    let old = (try? String(contentsOfFile: file, encoding: .utf8)) ?? "version: 1\n"
    let new = AllowedWords.adding(word, to: old)
    // our own edit of somebody's file is believed only when it reads as meant
    guard let read = try? Configuration.read(path: file, text: new), read.words.contains(where: { $0.value == word })
    else {
      throw Problem(message: "\(file): add “\(word)” to allow.words by hand; the file is written in an unusual way")
    }
    try AtomicFile.write(file, Array(new.utf8))
  }

  /// The nearest folder upward that holds the file.
  private static func holder(of name: String, from path: String) -> String? {
    var next = AbsolutePath.parent(path)
    while let folder = next {
      if FileManager.default.fileExists(atPath: join(folder, name)) { return folder }
      next = AbsolutePath.parent(folder)
    }
    return nil
  }

  private static func join(_ folder: String, _ name: String) -> String { (folder == "/" ? "" : folder) + "/" + name }
}

/// Edits the text of a configuration, comments and all.
enum AllowedWords {
  static func adding(_ word: String, to text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let item = "\"\(word)\""
    guard let allow = lines.firstIndex(where: { $0.hasPrefix("allow:") }) else {
      if lines.last == "" { lines.removeLast() }
      return (lines + ["allow:", "  words: [\(item)]", ""]).joined(separator: "\n")
    }
    if let flow = insertion(item, into: lines[allow], after: "words:") {
      lines[allow] = flow
      return lines.joined(separator: "\n")
    }
    if lines[allow].contains("{") {
      lines[allow] = lines[allow].replacing("{", with: "{ words: [\(item)],", maxReplacements: 1)
      return lines.joined(separator: "\n")
    }
    let block = lines[(allow + 1)...].prefix { $0.isEmpty || $0.hasPrefix(" ") || $0.hasPrefix("#") }
    guard let words = block.indices.first(where: { trimmed(lines[$0]).hasPrefix("words:") }) else {
      lines.insert("  words: [\(item)]", at: allow + 1)
      return lines.joined(separator: "\n")
    }
    if let flow = insertion(item, into: lines[words], after: "words:") {
      lines[words] = flow
    } else {
      let first = block.indices.first { $0 > words && trimmed(lines[$0]).hasPrefix("-") }
      let indentation = first.map { lines[$0].prefix { $0 == " " } } ?? "    "
      lines.insert("\(indentation)- \(item)", at: words + 1)
    }
    return lines.joined(separator: "\n")
  }

  private static func insertion(_ item: String, into line: String, after key: String) -> String? {
    guard let key = line.range(of: key), let open = line[key.upperBound...].firstIndex(of: "["),
      line[key.upperBound..<open].allSatisfy({ $0 == " " })
    else { return nil }
    let rest = line[line.index(after: open)...]
    let isEmpty = rest.drop { $0 == " " }.first == "]"
    return line[...open] + item + (isEmpty ? "" : ", ") + rest
  }

  private static func trimmed(_ line: String) -> Substring { line.drop { $0 == " " } }
}
