/// IDs are `family/rule` with a family of the contract, in lower case with hyphens.
enum NamesValidator {
  static let families = [
    "residue", "repetition", "hyphenation", "spelling", "lexicon", "language", "names", "locale", "typography",
    "encoding", "calque", "redundancy", "grammar", "consistency", "structure", "source", "tool",
  ]

  static func errors(in file: RuleFile) -> [RuleFileError] {
    let parts = file.id.split(separator: "/").map(String.init)
    var errors: [RuleFileError] = []
    func reject(_ message: String) { errors.append(.init(path: file.path, line: 1, column: 1, message: message)) }
    if let family = parts.first, !families.contains(family) {
      let hint = Suggestion.nearest(to: family, among: families).map { "; did you mean “\($0)”?" } ?? ""
      reject("the folder “\(family)” is not a family\(hint)")
    }
    if let name = parts.last, !name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) {
      reject("the file name “\(name)” must be lower-case letters, digits and hyphens")
    }
    return errors
  }
}
