internal import Foundation

/// Questions to the `git` command.
package enum Git {
  package struct Failure: Error, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// What a git command prints, as bytes.
  static func output(_ arguments: [String], in folder: String) throws(Failure) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + arguments
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { throw Failure(description: "git cannot be run: \(error)") }
    // a full error pipe cannot block: git's messages are short
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let line = message.split(separator: "\n").first.map(String.init) ?? "status \(process.terminationStatus)"
      throw Failure(description: "git \(arguments.first { !$0.hasPrefix("-") && !$0.contains("=") } ?? ""): \(line)")
    }
    return bytes
  }

  static func lines(_ bytes: [UInt8], separator: UInt8 = 0x0A) -> [String] {
    bytes.split(separator: separator).map { part in Array(part).withUnsafeBufferPointer { PathText.decode($0) } }
  }

  /// The user's own ignore file.
  static func excludesFile(in repository: String) -> String? {
    if let bytes = try? output(["config", "--path", "core.excludesFile"], in: repository), let path = lines(bytes).first
    {
      return path
    }
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["XDG_CONFIG_HOME"], !folder.isEmpty { return folder + "/git/ignore" }
    return environment["HOME"].map { $0 + "/.config/git/ignore" }
  }

  /// Where `info/exclude` lies: `.git`, or the folder that a work tree's `.git` file leads to.
  static func commonFolder(of repository: String) -> String {
    let path = repository + "/.git"
    var status = stat()
    if stat(PathText.c(path), &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return path }
    guard let bytes = try? output(["rev-parse", "--git-common-dir"], in: repository), let folder = lines(bytes).first
    else { return path }
    return AbsolutePath.of(folder, in: repository)
  }
}
