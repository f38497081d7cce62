package import SuntingCore

/// A value of a file and where it stands there.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  package let line: Int
  package let column: Int

  package init(_ value: Value, line: Int, column: Int) {
    self.value = value
    self.line = line
    self.column = column
  }
}

/// What a `.sunting.yml` says, as it stands there: nothing is looked up yet.
package struct Configuration: Sendable {
  /// Rules that are on, off and how grave, for all files or those of an override.
  package struct Rules: Sendable {
    package var select: [Located<String>] = []
    package var extendSelect: [Located<String>] = []
    package var ignore: [Located<String>] = []
    package var severity: [(rule: Located<String>, severity: Severity)] = []
  }

  package struct Override: Sendable {
    package let files: [Located<String>]
    package let rules: Rules
  }

  /// How files of a name are read.
  package struct Input: Sendable {
    package let glob: Located<String>
    package var format: Located<String>?
    package var fields: [Located<String>] = []
    package var id: Located<String>?
    /// nil where the key is not there; an empty list says that no key holds prose.
    package var frontMatter: Located<[String]>?
  }

  /// How messages name the file.
  package let path: String
  package var language: Located<MessageLanguage>?
  package var rules = Rules()
  package var overrides: [Override] = []
  package var include: [Located<String>] = []
  package var exclude: [Located<String>] = []
  package var inputs: [Input] = []
  package var words: [Located<String>] = []
  package var names: [Located<String>] = []
  package var wordFiles: [Located<String>] = []
  package var ruleFolders: [Located<String>] = []
  package var failOn: Located<FailureThreshold>?
  package var baseline: Located<String>?

  init(path: String) { self.path = path }
}
