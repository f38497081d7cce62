/// The named character references of HTML.
enum EntityNames {
  struct Entry: Sendable {
    let utf8: [UInt8]
    /// Old names count without a semicolon too.
    let isLegacy: Bool
  }

  static let longest = 31

  static let all: [String: Entry] = {
    var entries: [String: Entry] = [:]
    entries.reserveCapacity(2200)
    for list in [capitals, aToM, nToZ] {
      for item in list.description.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        guard let mark = item.firstIndex(where: { $0 == "=" || $0 == "!" }) else { continue }
        var utf8: [UInt8] = []
        for code in item[item.index(after: mark)...].split(separator: ",") {
          if let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) {
            utf8 += Array(String(scalar).utf8)
          }
        }
        entries[String(item[..<mark])] = Entry(utf8: utf8, isLegacy: item[mark] == "!")
      }
    }
    return entries
  }()
}
