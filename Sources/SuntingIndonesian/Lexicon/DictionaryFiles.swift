import CHunspell

/// Where a Hunspell dictionary lies: its affix file and its word list.
package struct DictionaryFiles: Hashable, Sendable {
  package let affixes: String
  package let words: String

  /// The first dictionary of that name, in the order in which Hunspell itself looks: `DICPATH`, then the directories
  /// of the common systems.
  package static func find(_ names: [String], in directories: [String] = searchPath) -> DictionaryFiles? {
    for directory in directories {
      for name in names {
        let files = DictionaryFiles(affixes: "\(directory)/\(name).aff", words: "\(directory)/\(name).dic")
        if chunspell_is_readable(files.affixes) != 0, chunspell_is_readable(files.words) != 0 { return files }
      }
    }
    return nil
  }

  package static var searchPath: [String] {
    let own = chunspell_search_path().map { String(cString: $0) } ?? ""
    return own.split(separator: ":").map(String.init) + [
      "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell",
      "/opt/homebrew/share/hunspell", "/usr/share/enchant/hunspell", "/Library/Spelling",
    ]
  }

  package static func indonesian(in directories: [String] = searchPath) -> DictionaryFiles? {
    find(["id_ID", "id"], in: directories)
  }

  package static func english(in directories: [String] = searchPath) -> DictionaryFiles? {
    find(["en_US", "en_GB", "en"], in: directories)
  }
}
