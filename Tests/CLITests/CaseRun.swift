import Foundation
import SuntingKit

/// Where the tool under test and its cases lie.
enum Binary {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
  static let cases = root.appending(path: "Cases")
  static let rules = root.appending(path: "Rules")
  /// Beside the test bundle, or where `SUNTING_BINARY` says.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["SUNTING_BINARY"] {
      return URL(filePath: path).deletingLastPathComponent()
    }
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while !FileManager.default.isExecutableFile(atPath: folder.appending(path: "sunting").path), folder.path != "/" {
      folder.deleteLastPathComponent()
    }
    return folder.path == "/"
      ? root.deletingLastPathComponent().deletingLastPathComponent().appending(path: ".build/debug") : folder
  }()
}

/// One case in a folder of its own.
struct CaseRun {
  struct Result {
    let standardOutput: String
    let standardError: String
    let status: Int32

    func record(in folder: URL) throws {
      try Data(standardOutput.utf8).write(to: folder.appending(path: "stdout"))
      let errors = folder.appending(path: "stderr")
      if standardError.isEmpty {
        try? FileManager.default.removeItem(at: errors)
      } else {
        try Data(standardError.utf8).write(to: errors)
      }
      try Data("\(status)\n".utf8).write(to: folder.appending(path: "status"))
    }
  }

  let folder: URL

  /// Short names for what most cases do: only the rules of `Rules/`, messages in Indonesian.
  private static let prelude = """
    export RULES
    lint() { sunting check --rules-dir "$RULES" --select spelling/uji-kata,calque/uji-frasa,residue/uji-baris,redundancy/uji-saran,tool --language id "$@"; }
    fix() { sunting fix --rules-dir "$RULES" --select spelling/uji-kata,calque/uji-frasa,residue/uji-baris,redundancy/uji-saran,tool --language id "$@"; }
    git() { command git -c user.name=Uji -c user.email=uji@example.org -c init.defaultBranch=main "$@"; }

    """

  func run() throws -> Result {
    let work = FileManager.default.temporaryDirectory.appending(path: "sunting-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: work) }
    let place = work.appending(path: "work")
    let input = folder.appending(path: "input")
    try FileManager.default.createDirectory(at: work.appending(path: "home"), withIntermediateDirectories: true)
    if FileManager.default.fileExists(atPath: input.path) {
      try FileManager.default.copyItem(at: input, to: place)
    } else {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }
    let script = try String(contentsOf: folder.appending(path: "cmd"), encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", Self.prelude + script]
    process.currentDirectoryURL = place
    process.environment = [
      "PATH": Binary.folder.path + ":/usr/local/bin:/usr/bin:/bin", "HOME": work.appending(path: "home").path,
      "RULES": Binary.rules.path, "LC_ALL": "C.UTF-8", "LANG": "id_ID.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
    ]
    process.standardInput = FileHandle.nullDevice
    // files, not pipes: neither side can wait for the other
    let (out, err) = (work.appending(path: "out"), work.appending(path: "err"))
    for url in [out, err] { _ = FileManager.default.createFile(atPath: url.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return Result(
      standardOutput: try text(out, work), standardError: try text(err, work), status: process.terminationStatus)
  }

  /// Folders that differ from run to run go by names.
  private func text(_ url: URL, _ work: URL) throws -> String {
    String(decoding: try Data(contentsOf: url), as: UTF8.self)
      .replacingOccurrences(of: work.appending(path: "work").path, with: "$WORK")
      .replacingOccurrences(of: Binary.rules.path, with: "$RULES").withoutVersion
  }
}

extension String {
  /// A new version of the tool changes no case.
  var withoutVersion: String { replacingOccurrences(of: suntingVersion, with: "$VERSION") }
}
