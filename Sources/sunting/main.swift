import Foundation
import SuntingCore
import SuntingIndonesian
import SuntingKit

var folders: [String] = []
var paths: [String] = []
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  if argument == "--rules-dir" { folders.append(arguments.popFirst()!) } else if !argument.hasPrefix("-") { paths.append(argument) } 
}
let library = folders.isEmpty ? RuleLibrary.builtIn : try RuleLibrary.reading(folders)
let linter = try Linter(
  tables: library.tables, language: .indonesian, isEnabled: Selection().enabled(in: library.tables),
  severities: library.tables.rules.map(\.severity), checkTypes: IndonesianChecks.all)
let worker = try linter.worker(lexicon: nil)
for path in paths where path != "check" {
  let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  let result = try worker.lint(PlainText.prose(bytes))
  let lines = LineIndex(bytes)
  for d in result.diagnostics {
    let p = lines.position(of: d.range.start, in: bytes)
    print("\(path):\(p.line):\(p.column): \(d.severity.name): \(d.message.id) [\(d.rule)] \(d.alternatives)")
  }
}
