import Foundation
import SuntingCore
import SuntingRuleFormat

// Usage: RuleCompiler RULES-FOLDER OUTPUT.swift
// Compiles a folder of rules into Swift source that holds them as string literals.

/// Characters as a string literal spells them.
func literal(_ characters: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(characters.count * 2)
  for character in characters {
    switch character {
    case 0x22, 0x5C: result += [0x5C, character]
    case 0x20...0x7E: result.append(character)
    default: result += "\\u{\(String(character, radix: 16))}".utf8
    }
  }
  return result
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: RuleCompiler RULES-FOLDER OUTPUT.swift\n".utf8))
  exit(2)
}
do {
  let root = URL(fileURLWithPath: arguments[1])
  let folder = try RuleFolder.read(root, displayPath: arguments[1])
  let tables = try compile(folder.definitions, sets: folder.sets)
  let pack = RulePack.encode(tables)
  var source = Array("// Made by RuleCompiler from Rules/. Do not edit.\n\nenum BuiltInRules {\n".utf8)
  let digest = String(pack.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  source += "  static let digest = \"\(digest)\"\n".utf8
  source += "  static let pack: StaticString = \"".utf8
  source += literal(SevenBit.encode(pack))
  source +=
    "\"\n\n  /// The YAML text of each rule.\n  static let documents: [(id: String, text: StaticString)] = [\n".utf8
  for (file, text) in zip(folder.files, folder.texts) {
    source += "    (\"\(file.id)\", \"".utf8
    source += text.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x22, 0x5C: [0x5C, byte]
      case 0x0A: Array("\\n".utf8)
      case 0x0D: Array("\\r".utf8)
      case 0x09: Array("\\t".utf8)
      case 0..<0x20, 0x7F: Array("\\u{\(String(byte, radix: 16))}".utf8)
      default: [byte]
      }
    }
    source += "\"),\n".utf8
  }
  source += "  ]\n\n".utf8
  source += "  static let sets: [(name: String, members: StaticString)] = [\n".utf8
  for (name, members) in folder.sets.sorted(by: { $0.key < $1.key }) {
    let text = members.joined(separator: "\\n").replacingOccurrences(of: "\"", with: "\\\"")
    source += "    (\"\(name)\", \"\(text)\"),\n".utf8
  }
  source += "  ]\n\n".utf8
  let measured =
    (try? String(contentsOf: root.deletingLastPathComponent().appendingPathComponent("measured.tsv"), encoding: .utf8))
    ?? ""
  source += "  /// What each rule was measured at: see `sunting-dev corpus`.\n".utf8
  source += "  static let measured: StaticString = \"".utf8
  source += measured.replacingOccurrences(of: "\t", with: "\\t").replacingOccurrences(of: "\n", with: "\\n").utf8
  source += "\"\n}\n".utf8
  try Data(source).write(to: URL(fileURLWithPath: arguments[2]))
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
