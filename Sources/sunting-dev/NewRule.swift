import ArgumentParser
import Foundation

struct NewRule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-rule", abstract: "Write a rule file with every key explained.")

  @Argument(help: "family/rule, for example calque/hukuman-mati") var id: String
  @Option(help: "The folder of rules.") var rules = "Rules/id"

  func validate() throws {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    }
    if parts.count != 2 || !isName {
      throw ValidationError("a rule is named family/rule in lower-case letters, digits and hyphens")
    }
  }

  func run() throws {
    let url = URL(fileURLWithPath: rules).appendingPathComponent(id + ".yml")
    if FileManager.default.fileExists(atPath: url.path) { throw ValidationError("\(url.relativePath) exists already") }
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Self.template.write(to: url, atomically: true, encoding: .utf8)
    print("wrote \(rules)/\(id).yml; now edit it, then: sunting test \(id) --rules-dir \(rules)")
  }

  private static let template = """
    severity: warning                 # error | warning | suggestion
    mqm: accuracy/mistranslation/overly-literal
    default: on                       # on | off
    message:                          # one sentence; {text} is what was matched, {replacement} the proposal
      id: "Terjemahan harfiah “{english}”; yang lazim “{replacement}”."
      en: "Word-for-word for “{english}”; usual is “{replacement}”."
    why:
      id: "…"
      en: "…"
    sources: ["KBBI VI: …"]
    english: seek the death penalty   # what the engine saw
    pattern: "@cari hukuman mati"     # or words: / block: / check: (see CONTRIBUTING.md)
    replace: "@tuntut hukuman mati"
    fix: unsafe                       # safe | unsafe | none
    fix-reason: { id: "…", en: "…" }
    examples:                         # ⟦ ⟧ marks what is wrong; good is the text after the fix
      - bad: "Jaksa ⟦mencari hukuman mati⟧ bagi terdakwa."
        good: "Jaksa menuntut hukuman mati bagi terdakwa."
      - bad: "Hukuman yang ⟦dicari hukuman mati⟧."
    silent:                           # must not be reported, with the reason
      - { text: "Ia mencari buku tentang hukuman mati.", why: "Yang dicari buku." }
      - { text: "Jaksa menuntut hukuman mati.", why: "Bentuk yang benar." }
    limits: []                        # known misses

    """
}
