/// From which severity on findings fail a run.
package enum FailureThreshold: String, Sendable, CaseIterable {
  case error, warning, suggestion, never

  package func isReached(by severity: Severity) -> Bool {
    guard let threshold = Severity(name: rawValue) else { return false }
    return severity >= threshold
  }
}
