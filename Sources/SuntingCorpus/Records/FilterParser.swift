internal import SuntingRuleFormat

/// An expression that cannot be read, and where.
package struct FilterError: Error, CustomStringConvertible {
  package let description: String
}

/// Reads filter expressions: comparisons, `!`, `&&`, `||`, parentheses.
struct FilterParser {
  private let text: String
  private var rest: Substring
  private let names: Set<String>

  /// - Parameter names: families and rules; the measures are always known.
  init(_ text: String, names: Set<String>) {
    self.text = text
    rest = text[...]
    self.names = names.union(["penalty", "words", "findings", "foreign"])
  }

  mutating func parse() throws(FilterError) -> FilterExpression {
    let result = try alternatives()
    skipSpace()
    guard rest.isEmpty else { throw error("“\(rest)” is not understood") }
    return result
  }

  private mutating func alternatives() throws(FilterError) -> FilterExpression {
    var result = try conjunction()
    while take("||") { result = .either(result, try conjunction()) }
    return result
  }

  private mutating func conjunction() throws(FilterError) -> FilterExpression {
    var result = try term()
    while take("&&") { result = .both(result, try term()) }
    return result
  }

  private mutating func term() throws(FilterError) -> FilterExpression {
    if take("!") { return .not(try term()) }
    if take("(") {
      let inner = try alternatives()
      guard take(")") else { throw error("a parenthesis is not closed") }
      return inner
    }
    return try comparison()
  }

  private mutating func comparison() throws(FilterError) -> FilterExpression {
    skipSpace()
    let name = String(rest.prefix { $0.isLetter || $0.isNumber || "-/_".contains($0) })
    rest = rest.dropFirst(name.count)
    guard names.contains(name) else {
      let hint = Suggestion.nearest(to: name, among: names.sorted()).map { "; did you mean “\($0)”?" } ?? ""
      throw error("“\(name)” is no measure, family or rule\(hint)")
    }
    guard let comparison = FilterExpression.Comparison.allCases.first(where: { take($0.rawValue) }) else {
      throw error("a comparison is wanted behind “\(name)”: < <= > >= == !=")
    }
    skipSpace()
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    rest = rest.dropFirst(digits.count)
    guard let number = Double(digits), number < 1e12 else {
      throw error("a number is wanted behind “\(comparison.rawValue)”")
    }
    return .compare(name: name, comparison, hundredths: Int((number * 100).rounded()))
  }

  private mutating func skipSpace() { rest = rest.drop { $0 == " " } }

  private mutating func take(_ mark: String) -> Bool {
    skipSpace()
    guard rest.hasPrefix(mark) else { return false }
    rest = rest.dropFirst(mark.count)
    return true
  }

  private func error(_ message: String) -> FilterError { FilterError(description: "‘\(text)’: \(message)") }
}
