import ArgumentParser
import Foundation
import SuntingCore
import SuntingKit
import SuntingRuleFormat

/// Which rules, from where, in which language: shared by all commands.
struct RuleOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Run only these rules, families or all.", valueName: "rule"))
  var select: [String] = []
  @Option(name: .long, help: ArgumentHelp("Run these rules too.", valueName: "rule"))
  var extendSelect: [String] = []
  @Option(name: .long, help: ArgumentHelp("Do not run these rules or families.", valueName: "rule"))
  var ignore: [String] = []
  @Option(name: .long, help: ArgumentHelp("Add the rules of a folder; repeatable.", valueName: "dir"))
  var rulesDir: [String] = []
  @Option(name: .long, help: "Language of messages: id or en (default: from LC_ALL, LC_MESSAGES or LANG, else id).")
  var language: MessageLanguage?

  func library() throws -> RuleLibrary {
    guard !rulesDir.isEmpty else { return .builtIn }
    do { return try RuleLibrary.reading(rulesDir) } catch { throw Failure(message: "rules that cannot be used\n\(error)") }
  }

  var selection: Selection {
    Selection(select: Self.split(select), extendSelect: Self.split(extendSelect), ignore: Self.split(ignore))
  }

  /// `a,b` and `a b` both name two rules.
  private static func split(_ names: [String]) -> [String] {
    names.flatMap { $0.split(separator: ",").map(String.init) }
  }

  var messageLanguage: MessageLanguage { language ?? .fromEnvironment }
}

extension MessageLanguage: ExpressibleByArgument {
  static var fromEnvironment: MessageLanguage {
    let environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      return value.hasPrefix("en") ? .en : .id
    }
    return .id
  }
}

extension Severity: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
  public static var allValueStrings: [String] { ["error", "warning", "suggestion"] }
}
