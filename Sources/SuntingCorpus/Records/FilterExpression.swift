/// `penalty<20`, `residue>3 || calque>=5`, `!(words<50)`.
package indirect enum FilterExpression: Sendable {
  package enum Comparison: String, Sendable, CaseIterable {
    // longer signs first: the first that fits is taken
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case greater = ">"
    case same = "="

    func holds(_ a: Int, _ b: Int) -> Bool {
      switch self {
      case .less: a < b
      case .lessOrEqual: a <= b
      case .greater: a > b
      case .greaterOrEqual: a >= b
      case .equal, .same: a == b
      case .notEqual: a != b
      }
    }
  }

  case compare(name: String, Comparison, hundredths: Int)
  case not(FilterExpression)
  case both(FilterExpression, FilterExpression)
  case either(FilterExpression, FilterExpression)

  func holds(for measures: RecordMeasures) -> Bool {
    switch self {
    case .compare(let name, let comparison, let hundredths): comparison.holds(measures.value(name), hundredths)
    case .not(let inner): !inner.holds(for: measures)
    case .both(let a, let b): a.holds(for: measures) && b.holds(for: measures)
    case .either(let a, let b): a.holds(for: measures) || b.holds(for: measures)
    }
  }

  /// The values it looks at, for the reason of a rejection.
  func shown(_ measures: RecordMeasures) -> String {
    var seen: [String] = []
    visit { if !seen.contains($0) { seen.append($0) } }
    return seen.map { "\($0)=\(JSONBytes.decimal(measures.value($0)))" }.joined(separator: " ")
  }

  private func visit(_ body: (String) -> Void) {
    switch self {
    case .compare(let name, _, _): body(name)
    case .not(let inner): inner.visit(body)
    case .both(let a, let b), .either(let a, let b):
      a.visit(body)
      b.visit(body)
    }
  }
}

/// What must hold, and what must not, for a record to pass.
package struct RecordFilter: Sendable {
  package struct Clause: Sendable {
    let text: String
    let expression: FilterExpression
    /// False for `--drop`.
    let keeps: Bool

    package init(_ text: String, keeps: Bool, names: Set<String>) throws(FilterError) {
      self.text = text
      self.keeps = keeps
      var parser = FilterParser(text, names: names)
      expression = try parser.parse()
    }
  }

  package var clauses: [Clause]
  package init(_ clauses: [Clause] = []) { self.clauses = clauses }

  /// Why the record does not pass; nil when it does.
  func reason(against measures: RecordMeasures) -> String? {
    for clause in clauses where clause.expression.holds(for: measures) != clause.keeps {
      return "\(clause.keeps ? "not " : "")\(clause.text): \(clause.expression.shown(measures))"
    }
    return nil
  }
}
