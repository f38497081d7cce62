internal import Foundation
internal import SuntingICU
internal import SuntingIndonesian

/// What decides about the diagnostics besides the text: the tool, its rules, ICU and the dictionaries.
package enum VersionReport {
  package static func text() -> String {
    let dictionaries = [DictionaryFiles.indonesian(), .english()].compactMap(\.self).map(describe)
    return "sunting \(suntingVersion) (rules \(BuiltInRules.digest), ICU \(icuVersion()), dictionaries: "
      + (dictionaries.isEmpty ? "none" : dictionaries.joined(separator: ", ")) + ")"
  }

  /// A dictionary has no version of its own; its name and number of entries tell one from another.
  private static func describe(_ files: DictionaryFiles) -> String {
    let name = URL(fileURLWithPath: files.words).deletingPathExtension().lastPathComponent
    guard let handle = FileHandle(forReadingAtPath: files.words), let start = try? handle.read(upToCount: 64) else {
      return name
    }
    let entries = start.prefix { $0 != 0x0A && $0 != 0x0D }
    return "\(name) \(String(decoding: entries, as: UTF8.self))"
  }
}
