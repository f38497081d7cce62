/// What `<num>`, `<Name>`, `<meN>` and the other classes of the notation ask of one token.
enum TokenTests {
  /// - Parameter isAnyCaseCommon: a capital letter says nothing here (Title Case heading, line of capitals).
  static func `is`(
    _ kind: TokenClass, _ token: Token, _ document: Document, _ tables: MatchTables, isAnyCaseCommon: Bool
  ) -> Bool {
    switch kind {
    case .number: return token.kind == .number
    case .year:
      return token.kind == .number && token.end - token.start == 4
        && document.bytes(of: token.range) { $0[0] == 0x31 || $0[0] == 0x32 }
    case .ordinal: return token.kind == .word && document.bytes(of: token.range) { isOrdinal($0) }
    case .word: return token.kind == .word
    case .lower: return token.kind == .word && !token.flags.contains(.capital)
    case .name, .names: return token.kind == .word && token.flags.contains(.capital)
    case .upper: return token.flags.contains(.allCapitals)
    case .meN: return token.kind == .word && isVerb(token, "me", document, tables, isAnyCaseCommon)
    case .di: return token.kind == .word && isVerb(token, "di", document, tables, isAnyCaseCommon)
    case .ber: return token.kind == .word && isVerb(token, "ber", document, tables, isAnyCaseCommon)
    case .ter: return token.kind == .word && isVerb(token, "ter", document, tables, isAnyCaseCommon)
    case .duplicate: return token.flags.contains(.hyphenated) && document.bytes(of: token.range) { isDuplicate($0) }
    case .doubleQuote: return token.kind == .mark && isMark(token, in: document, "\"“”„«»")
    case .singleQuote: return token.kind == .mark && isMark(token, in: document, "'‘’")
    case .dash: return token.kind == .mark && isMark(token, in: document, "–—")
    case .mark: return token.kind == .mark || token.kind == .other
    case .rest: preconditionFailure("the rest of a line is more than one token")
    }
  }

  private static func isMark(_ token: Token, in document: Document, _ marks: String) -> Bool {
    let scalar = document.bytes(of: token.range) { Scalars.decode($0, at: 0).scalar }
    return marks.unicodeScalars.contains { $0.value == scalar }
  }

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
    _ token: Token, _ prefix: String, _ document: Document, _ tables: MatchTables, _ isAnyCaseCommon: Bool
  ) -> Bool {
    guard !token.flags.contains(.capital) || token.flags.contains(.sentenceStart) || isAnyCaseCommon,
      Int(token.end - token.start) >= prefix.utf8.count + 4
    else { return false }
    let fits = document.bytes(of: token.range) { bytes in
      guard zip(prefix.utf8, bytes).allSatisfy({ $0 == $1 | 0x20 }) else { return false }
      guard prefix == "me" else { return true }
      return "mnlrwy".utf8.contains(bytes[2] | 0x20)
    }
    guard fits else { return false }
    guard token.word.isListed, let set = tables.notVerb else { return true }
    let range = Int(tables.memberStarts[Int(token.word.raw)])..<Int(tables.memberStarts[Int(token.word.raw) + 1])
    return !tables.members[range].contains { $0.set == set && $0.restCount == 0 }
  }
}
