import Foundation
import PackagePlugin

/// Compiles `Rules/` into the binary. Every file is declared as an input, so a new or changed rule rebuilds it.
@main
struct RulePackPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules/id")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInRules.swift")
    let inputs =
      FileManager.default.enumerator(at: rules, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
      .filter { ["yml", "tsv", "txt"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path } ?? []
    let measured = context.package.directoryURL.appending(path: "Rules/measured.tsv")
    let hasMeasured = FileManager.default.fileExists(atPath: measured.path())
    return [
      .buildCommand(
        displayName: "Compiling rules", executable: try context.tool(named: "RuleCompiler").url,
        arguments: [rules.path(), output.path()], inputFiles: inputs + (hasMeasured ? [measured] : []),
        outputFiles: [output])
    ]
  }
}
