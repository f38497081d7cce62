internal import Foundation
package import SuntingCore
internal import SuntingIndonesian
package import SuntingRuleFormat

/// All rules at hand: those in the binary, and those of folders a user adds.
package struct RuleLibrary: Sendable {
  package let tables: RuleTables
  /// The YAML of each rule, by ID, as it stands in its file.
  private let documents: [String: (path: String, text: String)]

  /// The rules in the binary.
  package static let builtIn = RuleLibrary(tables: builtInTables, documents: nil)

  private static let builtInTables: RuleTables = {
    let pack = BuiltInRules.pack
    let characters = UnsafeRawBufferPointer(start: pack.utf8Start, count: pack.utf8CodeUnitCount)
    return RulePack.decode(characters)
  }()

  private init(tables: RuleTables, documents: [String: (path: String, text: String)]?) {
    self.tables = tables.adding(ToolRules.all)
    self.documents = documents ?? [:]
    hasOwnDocuments = documents != nil
  }
  private let hasOwnDocuments: Bool

  /// The rules in the binary and those of the folders; a rule of a folder replaces one in the binary of the same ID.
  ///
  /// - Throws: every error of every file.
  package static func reading(_ folders: [String]) throws(RuleFileErrors) -> RuleLibrary {
    var definitions: [String: RuleDefinition] = [:]
    var documents: [String: (path: String, text: String)] = [:]
    var sets = builtInSets()
    let isComplete = folders.contains { FileManager.default.fileExists(atPath: $0 + "/sets/Country.txt") }
    if !isComplete {
      for document in BuiltInRules.documents {
        documents[document.id] = ("Rules/id/\(document.id).yml", document.text.description)
      }
    }
    for folder in folders {
      let read = try RuleFolder.read(URL(fileURLWithPath: folder), displayPath: folder)
      for (file, text) in zip(read.files, read.texts) {
        if let definition = file.definition { definitions[file.id] = definition }
        documents[file.id] = (file.path, text)
      }
      sets.merge(read.sets) { _, own in own }
    }
    let ordered = definitions.values.sorted { $0.id < $1.id }
    let own = try compile(ordered, sets: sets)
    let tables = isComplete ? own : RuleTables.joined(builtInTables, own)
    return RuleLibrary(tables: tables, documents: documents)
  }

  private static func builtInSets() -> [String: [String]] {
    var sets: [String: [String]] = [:]
    for set in BuiltInRules.sets { sets[set.name] = set.members.description.split(separator: "\n").map(String.init) }
    return sets
  }

  /// The rule as a person reads it, nil for an unknown ID.
  package func file(_ id: String) -> RuleFile? {
    if hasOwnDocuments {
      guard let document = documents[id] else { return nil }
      return try? RuleFile.read(id: id, path: document.path, text: document.text, load: nil)
    }
    guard let document = BuiltInRules.documents.first(where: { $0.id == id }) else { return nil }
    return try? RuleFile.read(id: id, path: "Rules/id/\(id).yml", text: document.text.description, load: nil)
  }

  /// The rules that come from files; those about the linting itself (`tool`) have none.
  package var ids: [String] { allIDs.filter { !$0.hasPrefix("tool/") } }
  package var allIDs: [String] { tables.rules.map(\.id).filter { !$0.isEmpty } }
}
