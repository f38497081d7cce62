/// What `<num>`, `<Name>`, `<meN>` and the other classes of the notation ask of one token.
enum TokenTests {
  /// - Parameter isAnyCaseCommon: a capital letter says nothing here (Title Case heading, line of capitals).
  static func `is`(
    _ kind: TokenClass, _ token: Token, _ text: DocumentText, _ tables: MatchTables, isAnyCaseCommon: Bool
  ) -> Bool {
    switch kind {
    case .number: return token.kind == .number
    case .year:
      return token.kind == .number && token.end - token.start == 4
        && (text.utf8[Int(token.start)] == 0x31 || text.utf8[Int(token.start)] == 0x32)
    case .ordinal: return token.kind == .word && isOrdinal(text.bytes(of: token))
    case .word: return token.kind == .word
    case .lower: return token.kind == .word && !token.flags.contains(.capital)
    case .name, .names: return token.kind == .word && token.flags.contains(.capital)
    case .upper: return token.flags.contains(.allCapitals)
    case .meN: return token.kind == .word && isVerb(token, "me", text, tables, isAnyCaseCommon)
    case .di: return token.kind == .word && isVerb(token, "di", text, tables, isAnyCaseCommon)
    case .ber: return token.kind == .word && isVerb(token, "ber", text, tables, isAnyCaseCommon)
    case .ter: return token.kind == .word && isVerb(token, "ter", text, tables, isAnyCaseCommon)
    case .duplicate: return token.flags.contains(.hyphenated) && isDuplicate(text.bytes(of: token))
    case .doubleQuote: return token.kind == .mark && isDoubleQuote(text.scalar(of: token))
    case .singleQuote: return token.kind == .mark && isSingleQuote(text.scalar(of: token))
    case .dash: return token.kind == .mark && isDash(text.scalar(of: token))
    case .mark: return token.kind == .mark || token.kind == .other
    case .rest: preconditionFailure("the rest of a line is more than one token")
    }
  }

  private static func isDoubleQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: true
    default: false
    }
  }

  private static func isSingleQuote(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2018 || scalar == 0x2019 }
  private static func isDash(_ scalar: UInt32) -> Bool { scalar == 0x2013 || scalar == 0x2014 }

  /// `ke-20`
  private static func isOrdinal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count > 3 && bytes[0] | 0x20 == 0x6B && bytes[1] | 0x20 == 0x65 && bytes[2] == 0x2D
      && bytes[3...].allSatisfy(WordHash.isDigit)
  }

  /// Two equal halves around one hyphen, the second perhaps with a suffix or clitic (`kota-kotanya`).
  private static func isDuplicate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let hyphen = bytes.firstIndex(of: 0x2D), hyphen >= 2, bytes.count - hyphen - 1 >= hyphen else { return false }
    for index in 0..<hyphen where bytes[index] | 0x20 != bytes[hyphen + 1 + index] | 0x20 { return false }
    let rest = bytes[(hyphen + 1 + hyphen)...]
    return rest.isEmpty || ["nya", "ku", "mu", "an", "kan"].contains { rest.elementsEqual($0.utf8) }
  }

  /// A lower-case word that begins like a verb: the prefix, then four letters or more, and not one of the set
  /// `NotVerb` (menteri, merupakan, dinding …).
  private static func isVerb(
    _ token: Token, _ prefix: StaticString, _ text: DocumentText, _ tables: MatchTables, _ isAnyCaseCommon: Bool
  ) -> Bool {
    guard !token.flags.contains(.capital) || token.flags.contains(.sentenceStart) || isAnyCaseCommon,
      Int(token.end - token.start) >= prefix.utf8CodeUnitCount + 4
    else { return false }
    let bytes = text.bytes(of: token)
    var fits = true
    for place in 0..<prefix.utf8CodeUnitCount where bytes[place] | 0x20 != prefix.utf8Start[place] { fits = false }
    if fits, prefix.utf8CodeUnitCount == 2, prefix.utf8Start[0] == UInt8(ascii: "m") {
      // meN-, and not the other words in me-
      switch bytes[2] | 0x20 {
      case UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "l"), UInt8(ascii: "r"), UInt8(ascii: "w"),
        UInt8(ascii: "y"):
        break
      default: fits = false
      }
    }
    guard fits else { return false }
    guard token.word.isListed, let set = tables.notVerb else { return true }
    let range = Int(tables.memberStarts[Int(token.word.raw)])..<Int(tables.memberStarts[Int(token.word.raw) + 1])
    return !tables.members[range].contains { $0.set == set && $0.restCount == 0 }
  }
}
