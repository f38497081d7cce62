import Foundation
import SuntingCore
import SuntingKit
import SuntingRuleFormat

/// Texts that laws are tried on: examples of the rules, the Corpus, and what chance makes of them.
enum Texts {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let examples: [String] = {
    let library = RuleLibrary.builtIn
    return library.ids.flatMap { library.file($0)?.examples ?? [] }.map { MarkedText($0.bad).text }
  }()

  static let corpus: [(name: String, text: String)] = ["mt", "clean"].flatMap(texts)

  private static func texts(_ folder: String) -> [(name: String, text: String)] {
    let place = root.appending(path: "Corpus/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      (try? String(contentsOf: place.appending(path: name), encoding: .utf8)).map { ("\(folder)/\(name)", $0) }
    }
  }

  /// Each way bytes may be written that a fix must leave alone.
  static let disguises: [(name: String, change: @Sendable (String) -> [UInt8])] = [
    ("as it is", { Array($0.utf8) }),
    ("CRLF", { Array(lines($0).joined(separator: "\r\n").utf8) }),
    ("CR", { Array(lines($0).joined(separator: "\r").utf8) }),
    ("byte order mark", { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }),
    ("no final newline", { Array(lines($0).joined(separator: "\n").drop { $0.isNewline }.utf8) }),
    ("NFD", { Array($0.decomposedStringWithCanonicalMapping.utf8) }),
    ("NBSP", { Array($0.replacingOccurrences(of: " ", with: "\u{A0}", range: half($0)).utf8) }),
  ]

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
  private static func half(_ text: String) -> Range<String.Index> {
    text.startIndex..<text.index(text.startIndex, offsetBy: text.count / 2)
  }
}

extension String {
  fileprivate func replacingOccurrences(of old: String, with new: String, range: Range<String.Index>) -> String {
    replacingOccurrences(of: old, with: new, options: [], range: range)
  }
}

/// The same numbers on every run.
struct FixedNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
