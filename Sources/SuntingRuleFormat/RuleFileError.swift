/// What is wrong with a file a user wrote: where, why, and what to do.
package struct RuleFileError: Error, Sendable, CustomStringConvertible, Comparable {
  package let path: String
  package let line: Int
  package let column: Int
  package let message: String

  package init(path: String, line: Int, column: Int, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  package var description: String { "\(path):\(line):\(column): error: \(message)" }

  package static func < (a: RuleFileError, b: RuleFileError) -> Bool {
    (a.path, a.line, a.column, a.message) < (b.path, b.line, b.column, b.message)
  }
}

/// All that is wrong with a set of files.
package struct RuleFileErrors: Error, Sendable, CustomStringConvertible {
  package let errors: [RuleFileError]
  package init(_ errors: [RuleFileError]) { self.errors = errors.sorted() }
  package var description: String { errors.map(\.description).joined(separator: "\n") }
}
