package import SuntingCore

/// Clock times with a.m. or p.m. (`9 p.m.`, `7:15 am`).
package struct EnglishClock: Check {
  package init(options: CheckOptions) throws(CheckOptionError) {}

  private static let markers = ["a.m", "p.m", "am", "pm"]
  package var triggerWords: [String]? { Self.markers }

  package func run(_ context: CheckContext, report: (Finding) -> Void) {
    for index in context.triggers {
      if let finding = finding(at: index, in: context.block(of: index).tokens, context.document) { report(finding) }
    }
  }

  /// The time whose a.m. or p.m. stands at `index`.
  private func finding(at index: Int, in block: Range<Int>, _ document: Document) -> Finding? {
    guard document.tokens[index].isWord, (2...3).contains(document.tokens[index].range.length) else { return nil }
    let written = document.text(of: index)
    let marker = written.lowercased()
    guard Self.markers.contains(marker), let time = time(before: index, in: block, document) else {
      return nil
    }
    let isAfterClockWord = ["pukul", "jam"].contains(document.lowercased(time.first - 1, in: block))
    // 5 PM may be five prime ministers
    let isCertain = marker.contains(".") || written == marker || time.minutes != nil || isAfterClockWord
    guard isCertain, time.minutes != nil || time.hour <= 12, time.hour <= 24 else { return nil }
    var last = index
    if marker.contains("."), block.contains(index + 1), document.text(of: index + 1) == ".",
      block.contains(index + 2), document.sentence(of: index + 2).contains(index)
    {
      last = index + 1
    }
    var hour = time.hour
    if marker.hasPrefix("p"), hour < 12 { hour += 12 }
    if marker.hasPrefix("a"), hour == 12 { hour = 0 }
    let clock = "\(Self.two(hour)).\(Self.two(time.minutes ?? 0))"
    return Finding(
      range: document.range(from: time.first, through: last),
      replacement: isAfterClockWord ? clock : "pukul \(clock)")
  }

  private func time(before index: Int, in block: Range<Int>, _ document: Document)
    -> (hour: Int, minutes: Int?, first: Int)?
  {
    guard block.contains(index - 1), document.tokens[index - 1].kind == .number else { return nil }
    let text = document.text(of: index - 1)
    if block.contains(index - 3), document.text(of: index - 2) == ":", let hour = Int(document.text(of: index - 3)),
      let minutes = Int(text), minutes < 60
    {
      return (hour, minutes, index - 3)
    }
    let parts = text.split(separator: ".").map { Int($0) }
    if parts.count == 2, let hour = parts[0], let minutes = parts[1], minutes < 60 { return (hour, minutes, index - 1) }
    guard parts.count == 1, let hour = parts[0], hour > 0 else { return nil }
    return (hour, nil, index - 1)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
