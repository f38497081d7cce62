internal import SuntingCore

/// The difference of two texts in the form that `patch -p0` and `git apply -p0` read.
package enum UnifiedDiff {
  private static let context = 3

  /// As bytes: an article's lines go out as they are.
  ///
  /// - Parameter path: as for a system call.
  package static func text(path: String, old: [UInt8], new: [UInt8]) -> [UInt8] {
    guard old != new else { return [] }
    let (before, after) = (lines(old), lines(new))
    var output: [UInt8] = []
    let name = quoted(path)
    output += Array("--- ".utf8) + name + Array("\n+++ ".utf8) + name + [0x0A]
    for hunk in hunks(LineChanges.between(before, after), before.count) { write(hunk, before, after, &output) }
    return output
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// Changes with no more than twice the context between them stand in one hunk.
  private static func hunks(_ changes: [LineChanges.Change], _ count: Int) -> [[LineChanges.Change]] {
    var hunks: [[LineChanges.Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= context * 2 {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private static func write(
    _ hunk: [LineChanges.Change], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], _ output: inout [UInt8]
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldLines = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let newLines = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    output += Array("@@ -\(span(oldLines)) +\(span(newLines)) @@\n".utf8)
    var position = oldLines.lowerBound
    for change in hunk {
      for line in old[position..<change.old.lowerBound] { add(" ", line, &output) }
      for line in old[change.old] { add("-", line, &output) }
      for line in new[change.new] { add("+", line, &output) }
      position = change.old.upperBound
    }
    for line in old[position..<oldLines.upperBound] { add(" ", line, &output) }
  }

  /// An empty range names the line before it.
  private static func span(_ lines: Range<Int>) -> String {
    "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
  }

  private static func add(_ sign: Character, _ line: ArraySlice<UInt8>, _ output: inout [UInt8]) {
    output += Array(String(sign).utf8)
    output += line
    if line.last != 0x0A { output += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// Names with odd characters are quoted as git quotes them; behind one with a space stands a tab.
  private static func quoted(_ path: String) -> [UInt8] {
    // git takes no path that begins with ./
    var bytes = PathText.encode(path)
    while bytes.starts(with: [0x2E, 0x2F]) { bytes.removeFirst(2) }
    guard bytes.contains(where: { $0 < 0x20 || $0 >= 0x7F || $0 == 0x22 || $0 == 0x5C }) else {
      return bytes.contains(0x20) ? bytes + [0x09] : bytes
    }
    guard
      bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C })
        || String(validating: bytes, as: UTF8.self) == nil
    else { return bytes.contains(0x20) ? bytes + [0x09] : bytes }
    var result: [UInt8] = [0x22]
    for byte in bytes {
      switch byte {
      case 0x22, 0x5C: result += [0x5C, byte]
      case 0x20..<0x7F: result.append(byte)
      default:
        let digits = String(byte, radix: 8)
        result += Array(("\\" + String(repeating: "0", count: 3 - digits.count) + digits).utf8)
      }
    }
    return result + [0x22]
  }
}
