/// Every rule shows what it finds and what it leaves alone.
enum ExamplesValidator {
  static func errors(in file: RuleFile) -> [RuleFileError] {
    var errors: [RuleFileError] = []
    func reject(_ line: Int, _ message: String) {
      errors.append(.init(path: file.path, line: line, column: 1, message: message))
    }
    if file.examples.count < 2 { reject(1, "at least two examples are needed under “examples”, each with ⟦ ⟧") }
    if file.silent.count < 2 { reject(1, "at least two texts are needed under “silent” that must not be reported") }
    for example in file.examples {
      let opening = example.bad.filter { $0 == "⟦" }.count
      let closing = example.bad.filter { $0 == "⟧" }.count
      if opening == 0 || opening != closing { reject(example.line, "mark what is wrong with ⟦ and ⟧ in “bad”") }
    }
    for silent in file.silent where silent.text.contains("⟦") {
      reject(silent.line, "a silent text has nothing to mark")
    }
    return errors
  }
}
