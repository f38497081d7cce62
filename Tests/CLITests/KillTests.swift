import Foundation
import Testing

struct KillTests {
  /// Killed at any moment, `fix` leaves the old text or the new one, whole. `SUNTING_SOAK=10` kills ten times as often.
  @Test func leavesTheOldFileOrTheNewOne() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sunting-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.txt")
    let old = Data(String(repeating: "Kalimat biasa tanpa salah.\nKalimat ini kelirru sekali.\n", count: 600).utf8)
    try old.write(to: file)
    let start = Date()
    try fix(file, killAfter: nil)
    let duration = Date().timeIntervalSince(start)
    let new = try Data(contentsOf: file)
    #expect(new != old && new.count == old.count - 600)
    let times = ProcessInfo.processInfo.environment["SUNTING_SOAK"].flatMap(Int.init) ?? 1
    for round in 0..<(12 * times) {
      try old.write(to: file)
      // most kills near the end, where the file is written
      try fix(file, killAfter: duration * (round % 3 == 0 ? Double.random(in: 0...1) : Double.random(in: 0.75...1.02)))
      let left = try Data(contentsOf: file)
      #expect(left == old || left == new, "\(left.count) bytes")
    }
  }

  private func fix(_ file: URL, killAfter delay: Double?) throws {
    let process = Process()
    process.executableURL = Binary.folder.appending(path: "sunting")
    process.arguments = [
      "fix", "-q", "--no-config", "--rules-dir", Binary.rules.path, "--select", "spelling/uji-kata", file.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let delay {
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
  }
}
