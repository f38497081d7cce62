package import SuntingCore

/// The checks that rule files may name under `check:`.
package enum IndonesianChecks {
  package static let all: [String: any Check.Type] = [:]
}
