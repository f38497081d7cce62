import ArgumentParser
import Foundation
import SuntingKit

/// Prints the manual page; it is made of the same texts as `--help`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page (roff).", shouldDisplay: false)

  func run() throws {
    let help = try JSONDecoder().decode(CommandTree.self, from: Data(Sunting._dumpHelp().utf8))
    Terminal.write(ManualPage(help.command).roff())
  }
}

/// What the argument parser says of the commands.
struct CommandTree: Decodable {
  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
      var spelled: String { kind == "long" ? "--" + name : "-" + name }
    }
    let kind: String
    let abstract: String?
    let sectionTitle: String?
    let shouldDisplay: Bool?
    let names: [Name]?
    let valueName: String?
  }

  let command: Command
}

/// The manual as roff.
struct ManualPage {
  private let root: CommandTree.Command
  private static let ownNames: Set<String> = ["help", "version"]

  init(_ root: CommandTree.Command) { self.root = root }

  func roff() -> String {
    var page =
      ".TH SUNTING 1 \"\" \"sunting \(suntingVersion)\" \"User Commands\"\n.SH NAME\nsunting \\- \(Self.escaped(root.abstract ?? ""))\n"
    page += ".SH SYNOPSIS\n.B sunting\n.RI [ command ]\\~[ options ]\\~[ path \\~...]\n"
    page += ".SH DESCRIPTION\n" + Self.paragraphs(root.discussion)
    page += ".SH COMMANDS\n"
    for command in root.subcommands ?? [] { page += section(command, "") }
    page += """
      .SH EXIT STATUS
      .TP
      .B 0
      nothing at or above the threshold, or all of it fixed
      .TP
      .B 1
      findings remain
      .TP
      .B 2
      the tool could not do its work
      .TP
      .B 130
      interrupted
      .SH FILES
      .TP
      .I .sunting.yml
      settings of a folder and all below it; the nearest upward holds
      .TP
      .I .sunting-ignore.json
      findings that are let stand

      """
    return page
  }

  private func section(_ command: CommandTree.Command, _ parent: String) -> String {
    guard command.shouldDisplay != false, command.commandName != "help" else { return "" }
    let name = parent + command.commandName
    var text =
      ".SS sunting \(Self.escaped(name))\n\(Self.escaped(command.abstract ?? ""))\n"
      + Self.paragraphs(command.discussion)
    var title: String?
    for argument in command.arguments ?? [] where argument.shouldDisplay != false {
      guard !Self.ownNames.contains(argument.names?.last?.name ?? "") else { continue }
      if argument.sectionTitle != title {
        title = argument.sectionTitle
        if let title { text += ".PP\n.B \(Self.escaped(title))\n" }
      }
      text += ".TP\n" + heading(argument) + "\n" + Self.escaped(argument.abstract ?? "") + "\n"
    }
    return text + (command.subcommands ?? []).map { section($0, name + " ") }.joined()
  }

  private func heading(_ argument: CommandTree.Argument) -> String {
    let value = "\\fI" + Self.escaped(argument.valueName ?? "value") + "\\fR"
    guard let names = argument.names, !names.isEmpty else { return value }
    let spelled = names.map { "\\fB" + Self.escaped($0.spelled) + "\\fR" }.joined(separator: ", ")
    return argument.kind == "option" ? spelled + " " + value : spelled
  }

  /// Indented lines are examples and stay as they are.
  private static func paragraphs(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    var result = ".PP\n"
    var isExample = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  ") != isExample {
        isExample.toggle()
        result += isExample ? ".nf\n.RS\n" : ".RE\n.fi\n"
      }
      result += line.isEmpty ? ".PP\n" : escaped(isExample ? String(line.dropFirst(2)) : String(line)) + "\n"
    }
    return result + (isExample ? ".RE\n.fi\n" : "")
  }

  private static func escaped(_ text: String) -> String {
    let plain = text.replacingOccurrences(of: "\\", with: "\\e").replacingOccurrences(of: "-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
