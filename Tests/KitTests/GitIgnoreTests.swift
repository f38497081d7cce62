import Foundation
import SuntingKit
import Testing

struct GitIgnoreTests {
  @Test(arguments: [
    ("*.txt", "a/b.txt", true), ("/a.txt", "b/a.txt", false), ("/a.txt", "a.txt", true),
    ("a/*.txt", "a/b/c.txt", false),
    ("a/**/c.txt", "a/c.txt", true), ("a/**/c.txt", "a/x/y/c.txt", true), ("**/c", "x/c", true), ("a/**", "a", false),
    ("a/**", "a/b", true), ("[a-c].txt", "b.txt", true), ("[!a-c].txt", "b.txt", false), ("\\!x", "!x", true),
    ("a?c", "abc", true), ("a?c", "aéc", true), ("a*b*c", "axxbyyc", true),
    ("*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaa", false),
    ("x[", "x[", false), ("a\\*", "a*", true), ("a\\*", "ab", false),
  ]) func matchesAsGitDoes(_ pattern: String, _ path: String, _ expected: Bool) {
    let patterns = IgnorePatterns(gitignore: pattern)
    #expect((patterns.isIgnored(Glob.names(path), isFolder: false) ?? false) == expected)
  }

  @Test func bracesAreWrittenOut() {
    #expect(Glob.expandingBraces("a.{md,html}") == ["a.md", "a.html"])
    #expect(IgnorePatterns(globs: ["**/*.{md,txt}"]).isIgnoredWithParents("x/y.txt"))
  }

  /// Patterns and paths by chance, against git itself.
  @Test func agreesWithGit() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sunting-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "a/b/c"), withIntermediateDirectories: true)
    guard run(["init", "-q", "."], in: folder) != nil else { return }
    var numbers = FixedNumbers(3)
    let names = ["a", "b", "c", "ab", "x.txt", "y.md", "a.txt"]
    let pieces = ["a", "b", "c", "*", "**", "?", "[ab]", "*.txt", "x*", "y.md", "[!a]", "ab"]
    for _ in 0..<12 {
      for place in ["", "a/", "a/b/"] {
        let lines = (0..<Int.random(in: 0...4, using: &numbers)).map { _ in pattern(pieces, &numbers) }
        try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(path: place + ".gitignore"))
      }
      let paths = (0..<40).map { _ in path(names, &numbers) }
      let ignored = Set(run(["check-ignore", "--no-index", "--"] + paths, in: folder) ?? [])
      let git = GitIgnore()
      for path in paths {
        let answer = git.isIgnoredWithParents(folder.path + "/" + path, isFolder: isFolder(folder, path))
        #expect(answer == ignored.contains(path), "\(path)")
      }
    }
  }

  private func isFolder(_ root: URL, _ path: String) -> Bool {
    var result: ObjCBool = false
    return FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &result)
      && result.boolValue
  }

  private func pattern(_ pieces: [String], _ numbers: inout FixedNumbers) -> String {
    var text = Int.random(in: 0..<5, using: &numbers) == 0 ? "!" : ""
    if Int.random(in: 0..<5, using: &numbers) == 0 { text += "/" }
    text += (0..<Int.random(in: 1...3, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "a" }
      .joined(separator: "/")
    return Int.random(in: 0..<5, using: &numbers) == 0 ? text + "/" : text
  }

  private func path(_ names: [String], _ numbers: inout FixedNumbers) -> String {
    (0..<Int.random(in: 1...4, using: &numbers)).map { _ in names.randomElement(using: &numbers) ?? "a" }.joined(
      separator: "/")
  }

  /// The lines a git command prints, nil where there is no git.
  private func run(_ arguments: [String], in folder: URL) -> [String]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-c", "core.excludesFile=/dev/null"] + arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }
}
