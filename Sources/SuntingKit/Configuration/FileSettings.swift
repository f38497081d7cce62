package import SuntingCore

/// What the command line says about linting; it wins over configurations.
package struct LintFlags: Sendable {
  package var selection = Selection.Layer()
  package var ruleFolders: [String] = []
  package var failOn: FailureThreshold?
  package var baseline: String?
  package var format: InputFormat?
  /// Fields of records that hold text; none: what the configuration says.
  package var fields: [String] = []
  package var idField: String?

  package init() {}
}

/// All that holds for one file.
package struct FileSettings: Sendable {
  package let engine: Engine
  package let format: InputFormat
  package let formatOptions: FormatOptions
  package let allowance: Allowance
  package let failOn: FailureThreshold
  /// The baseline's path, as for a system call.
  package let baseline: String?
}
