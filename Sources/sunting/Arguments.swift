import Foundation
import SuntingKit

/// The command line as it was typed.
enum Arguments {
  /// Every byte is kept, and `@file` stands for the arguments in that file, one per line.
  static func all() throws -> [String] {
    var result: [String] = []
    var isLiteral = false
    for argument in raw().dropFirst() {
      if argument == "--" { isLiteral = true }
      guard !isLiteral, argument.hasPrefix("@"), argument.count > 1 else {
        result.append(argument)
        continue
      }
      let path = String(argument.dropFirst())
      do { result += try list(path) } catch { throw Failure(message: "\(error)") }
    }
    return result
  }

  private static func raw() -> [String] {
    (0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0].map { PathText.decode($0) } }
  }

  /// The lines of a file, or its parts between NUL bytes when it holds any; `-` is standard input.
  static func list(_ path: String) throws(FileError) -> [String] {
    let bytes = path == "-" ? try FileReader.standardInputBytes() : try FileReader.contents(path)
    let separator: UInt8 = bytes.contains(0) ? 0 : 0x0A
    return bytes.split(separator: separator).compactMap { part in
      var part = Array(part)
      if separator == 0x0A, part.last == 0x0D { part.removeLast() }
      return part.isEmpty ? nil : part.withUnsafeBufferPointer { PathText.decode($0) }
    }
  }
}
