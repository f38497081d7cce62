package import SuntingCore

/// A name misspelt once or twice beside its usual spelling (`Worpress` beside `WordPress`, `Mautik` beside `Mautic`).
package struct NearlySameName: Check {
  package static let needsLexicon = true

  private static let shortestName = 5
  private static let leastEvidence = 3

  package init(options: CheckOptions) throws(CheckOptionError) {}

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    guard let lexicon = context.lexicon else { return }
    let names = NameForms(context)
    let frequent = names.all.filter {
      $0.places.count >= Self.leastEvidence && $0.length >= Self.shortestName && $0.isTelling
    }
    guard !frequent.isEmpty else { return }
    let words = NameForms(context, like: frequent)
    let similar = Dictionary(grouping: words.all) { Letters(context.document.tokens[$0.places[0].token], context).sum }
    for name in frequent {
      guard let right = names.folded(name) else { continue }
      for sum in Letters(context.document.tokens[name.places[0].token], context).sumsOneLetterAway {
        for rare in similar[sum] ?? [] where mayBeSlip(rare, of: name) {
          guard let wrong = names.folded(rare), isSlip(wrong, of: right, times: rare.places.count),
            lexicon.standing(of: wrong) != .indonesian
          else { continue }
          let kept = spelling(of: name, names)
          for place in rare.places { report(names.finding(at: place, kept: kept, name.places)) }
        }
      }
    }
  }

  private func mayBeSlip(_ rare: NameForms.Name, of name: NameForms.Name) -> Bool {
    rare.firstByte == name.firstByte && abs(rare.length - name.length) <= 1 && rare.places.count < name.places.count
  }

  /// The letters of a word whatever their order, as a sum of numbers that stand for them; `c` and `k` are one.
  private struct Letters {
    private(set) var sum: UInt64 = 0
    private var numbers: Set<UInt64> = []

    init(_ token: Token, _ context: CheckContext) {
      for byte in context.document.utf8[token.range.bounds] {
        let number = Self.number(byte | 0x20)
        sum &+= number
        numbers.insert(number)
      }
    }

    /// The sums of words of the same letters, of one letter less, and of one more.
    var sumsOneLetterAway: Set<UInt64> {
      var sums: Set<UInt64> = [sum]
      for number in numbers { sums.insert(sum &- number) }
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { sums.insert(sum &+ Self.number(letter)) }
      sums.insert(sum &+ Self.number(UInt8(ascii: ".")))
      return sums
    }

    private static func number(_ letter: UInt8) -> UInt64 {
      let letter = letter == UInt8(ascii: "c") ? UInt8(ascii: "k") : letter
      let mixed = (UInt64(letter) &+ 1) &* 0x9e37_79b9_7f4a_7c15
      return (mixed ^ mixed >> 29) &* 0xbf58_476d_1ce4_e5b9
    }
  }

  /// The commonest spelling with a capital, capitals throughout aside.
  private func spelling(of name: NameForms.Name, _ names: NameForms) -> String {
    var counts: [String: Int] = [:]
    for text in name.places.map(names.text) where text.first?.isUppercase == true && text != text.uppercased() {
      counts[text, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? names.text(name.places[0])
  }

  /// Two letters changed places, one letter missing or too many, or `k` for `c`; other differences may be other names.
  private func isSlip(_ wrong: String, of right: String, times: Int) -> Bool {
    let (wrong, right) = (Array(wrong.utf8), Array(right.utf8))
    guard wrong != right else { return false }
    if wrong.count == right.count {
      let differing = wrong.indices.filter { wrong[$0] != right[$0] }
      if differing.count == 1 {
        return wrong[differing[0]] == UInt8(ascii: "k") && right[differing[0]] == UInt8(ascii: "c")
      }
      guard differing.count == 2, differing[1] == differing[0] + 1, times <= 2 else { return false }
      return wrong[differing[0]] == right[differing[1]] && wrong[differing[1]] == right[differing[0]]
    }
    let (shorter, longer) = wrong.count < right.count ? (wrong, right) : (right, wrong)
    guard times <= 2, longer.count >= 8,
      let place = longer.indices.first(where: { $0 == shorter.count || longer[$0] != shorter[$0] }),
      place > 0, place < longer.count - 1, longer[(place + 1)...].elementsEqual(shorter[place...])
    else { return false }
    // a silent h, a c before k or a doubled letter tells two names apart
    return !"hc".utf8.contains(longer[place]) && longer[place] != longer[place - 1]
  }
}
