import Foundation
import SuntingKit
import Testing

struct AtomicFileTests {
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sunting-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func refusesAFileThatChangedMeanwhile() throws {
    try inFolder { folder in
      let path = folder.appending(path: "a.txt")
      try Data("lama".utf8).write(to: path)
      let source = try FileReader.read(path.path)
      try Data("diubah orang lain".utf8).write(to: path)
      #expect(throws: FileError.self) {
        try AtomicFile.replace(try #require(source.origin), shown: "a.txt", with: [0x41])
      }
      #expect(try String(contentsOf: path, encoding: .utf8) == "diubah orang lain")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
    }
  }

  @Test func keepsModeAndWritesThroughLinks() throws {
    try inFolder { folder in
      let path = folder.appending(path: "a.txt")
      let link = folder.appending(path: "l.txt")
      try Data("lama".utf8).write(to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o604], ofItemAtPath: path.path)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: path)
      let source = try FileReader.read(link.path)
      try AtomicFile.replace(try #require(source.origin), shown: "l.txt", with: Array("baru".utf8))
      #expect(try String(contentsOf: path, encoding: .utf8) == "baru")
      let attributes = try FileManager.default.attributesOfItem(atPath: path.path)
      #expect(attributes[.posixPermissions] as? Int == 0o604)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == path.path)
    }
  }
}
