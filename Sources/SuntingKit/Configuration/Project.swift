package import SuntingRuleFormat

/// A configuration with the folder its paths are relative to, its globs ready to match.
package struct Project: Sendable {
  /// nil where no configuration was found.
  package let configuration: Configuration?
  /// Absolute.
  package let folder: String
  package let include: IgnorePatterns?
  package let exclude: IgnorePatterns
  package let allowance: Allowance
  private let overrides: [IgnorePatterns]
  private let inputs: [IgnorePatterns]

  /// - Throws: when a list of words that the configuration names is not there.
  package init(_ configuration: Configuration?, folder: String) throws(RuleFileErrors) {
    self.configuration = configuration
    self.folder = folder
    let include = configuration?.include ?? []
    self.include = include.isEmpty ? nil : IgnorePatterns(globs: include.map(\.value))
    exclude = IgnorePatterns(globs: configuration?.exclude.map(\.value) ?? [])
    overrides = configuration?.overrides.map { IgnorePatterns(globs: $0.files.map(\.value)) } ?? []
    inputs = configuration?.inputs.map { IgnorePatterns(globs: [$0.glob.value]) } ?? []
    allowance = try Self.allowance(configuration, folder)
  }

  private static func allowance(_ configuration: Configuration?, _ folder: String) throws(RuleFileErrors) -> Allowance {
    var allowance = Allowance()
    guard let configuration else { return allowance }
    for word in configuration.words { allowance.allow(word: word.value) }
    for name in configuration.names { allowance.allow(name: name.value) }
    var errors: [RuleFileError] = []
    for file in configuration.wordFiles {
      guard let bytes = FileReader.bytes(AbsolutePath.of(file.value, in: folder)) else {
        errors.append(configuration.error("the list of allowed words “\(file.value)” cannot be read", at: file))
        continue
      }
      allowance.allow(list: String(decoding: bytes, as: UTF8.self))
    }
    guard errors.isEmpty else { throw RuleFileErrors(errors) }
    return allowance
  }

  /// The path below the project's folder, nil for one that lies elsewhere.
  package func relative(_ absolute: String) -> String? { AbsolutePath.relative(absolute, to: folder) }

  /// The overrides that hold for the file, in the order of the configuration.
  package func overrides(for absolute: String) -> [Configuration.Override] {
    guard let configuration, let path = relative(absolute) else { return [] }
    return zip(configuration.overrides, overrides).filter { $1.isIgnoredWithParents(path) }.map(\.0)
  }

  /// How the configuration says to read the file.
  package func input(for absolute: String) -> Configuration.Input? {
    guard let configuration, let path = relative(absolute) else { return nil }
    return zip(configuration.inputs, inputs).reversed().first { $1.isIgnoredWithParents(path) }?.0
  }
}

extension Configuration {
  package func error<Value>(_ message: String, at place: Located<Value>) -> RuleFileError {
    RuleFileError(path: path, line: place.line, column: place.column, message: message)
  }
}
