extension RuleTables {
  /// A rule about the linting itself: it has no patterns, but can be chosen, graded and explained like any other.
  package struct ToolRule: Sendable {
    package let id: String
    package let severity: Severity
    package let message: Bilingual
    package let why: Bilingual
    package let fix: FixSafety

    package init(id: String, severity: Severity, message: Bilingual, why: Bilingual, fix: FixSafety) {
      self.id = id
      self.severity = severity
      self.message = message
      self.why = why
      self.fix = fix
    }
  }

  /// The check that tool rules name; it finds nothing itself.
  package static let toolCheckName = "tool"

  package func adding(_ tools: [ToolRule]) -> RuleTables {
    var tables = self
    tables.rules += tools.map { tool in
      Rule(
        id: tool.id, kind: .check, severity: tool.severity, mqm: "design/markup", isDefault: true,
        message: tool.message,
        why: tool.why, fix: tool.fix, fixReason: Bilingual(id: "", en: ""), skip: [], except: 0..<0,
        checkName: Self.toolCheckName, options: [:], entryCount: 1)
    }
    return tables
  }
}

/// What tool rules run on an article: nothing.
package struct ToolCheck: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}
  package func run(_ context: CheckContext, report: (Finding) -> Void) {}
}
