import SuntingKit
import Testing

struct DiffTests {
  /// A diff applied by hand gives the new text, whatever the texts are.
  @Test func leadsFromTheOldTextToTheNew() throws {
    var numbers = FixedNumbers(5)
    for _ in 0..<300 {
      let old = text(&numbers)
      let new = changed(old, &numbers)
      let diff = UnifiedDiff.text(path: "x", old: Array(old.utf8), new: Array(new.utf8))
      #expect(diff.isEmpty == (old == new))
      if old != new {
        #expect(
          try apply(String(decoding: diff, as: UTF8.self), to: old) == new,
          "\(old.debugDescription) → \(new.debugDescription)")
      }
    }
  }

  private func text(_ numbers: inout FixedNumbers) -> String {
    let lines = (0..<Int.random(in: 0...30, using: &numbers)).map { _ in
      ["a", "b", "", "c\r"].randomElement(using: &numbers) ?? ""
    }
    return lines.joined(separator: "\n") + (Bool.random(using: &numbers) ? "\n" : "")
  }

  private func changed(_ text: String, _ numbers: inout FixedNumbers) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 0...4, using: &numbers) where !lines.isEmpty {
      let index = Int.random(in: 0..<lines.count, using: &numbers)
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: lines.remove(at: index)
      case 1: lines[index] += "x"
      default: lines.insert("y", at: index)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func apply(_ diff: String, to old: String) throws -> String {
    let lines = Self.lines(old)
    var result = ""
    var position = 0
    var wasWritten = false
    for line in Self.lines(diff).dropFirst(2) {
      if line.hasPrefix("@@") {
        let fields = line.split(separator: " ")[1].dropFirst().split(separator: ",").compactMap { Int($0) }
        let start = fields[1] == 0 ? fields[0] : fields[0] - 1
        result += lines[position..<start].joined()
        position = start
      } else if line.hasPrefix("\\") {
        if wasWritten { result.unicodeScalars.removeLast() }
      } else if line.hasPrefix("+") {
        result += line.dropFirst()
        wasWritten = true
      } else {
        let body = String(line.dropFirst())
        #expect(body == lines[position] || body == lines[position] + "\n")
        if line.hasPrefix(" ") { result += body }
        position += 1
        wasWritten = line.hasPrefix(" ")
      }
    }
    return result + lines[position...].joined()
  }

  /// Lines with their ends; a character of two scalars is not a line end.
  private static func lines(_ text: String) -> [String] {
    var result: [String] = []
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      line.append(scalar)
      if scalar == "\n" {
        result.append(String(line))
        line = .init()
      }
    }
    return line.isEmpty ? result : result + [String(line)]
  }
}
