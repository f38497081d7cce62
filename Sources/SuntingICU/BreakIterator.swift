internal import CICU

/// What went wrong inside ICU: the function and ICU's own error code.
package struct ICUError: Error, Sendable {
  package let function: String
  package let code: Int32
}

/// One ICU break iterator (UAX #29) over UTF-8. Not copyable, so exactly one owner closes it; not for use by two
/// threads at once.
package struct BreakIterator: ~Copyable, @unchecked Sendable {
  package enum Kind: Sendable { case word, sentence }

  private let handle: OpaquePointer

  /// - Parameter locale: an ICU locale such as `id`; one without break rules of its own gets the root rules.
  package init(_ kind: Kind, locale: String) throws(ICUError) {
    var status = U_ZERO_ERROR
    let opened = cicu_ubrk_open(kind == .word ? UBRK_WORD : UBRK_SENTENCE, locale, &status)
    // A locale without its own rules answers with a warning below zero: only positive codes are errors.
    guard let opened, status.rawValue <= 0 else { throw ICUError(function: "ubrk_open", code: Int32(status.rawValue)) }
    handle = opened
  }

  deinit { cicu_ubrk_close(handle) }

  /// Calls `body` with the end of each segment (byte offset) and ICU's rule status: below 100 white space and marks,
  /// 100–199 numbers, 200 and above words. Segments tile the text. `bytes` must be valid UTF-8, shorter than 2 GiB.
  package borrowing func forEachSegment(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ end: Int, _ status: Int32) -> Void
  ) throws(ICUError) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return }
    var status = U_ZERO_ERROR
    var text = UText()
    text.magic = 0x345a_d82c  // UTEXT_INITIALIZER, a macro that Swift cannot see
    text.sizeOfStruct = Int32(MemoryLayout<UText>.size)
    withUnsafeMutablePointer(to: &text) { pointer in
      base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        _ = cicu_utext_open_utf8(pointer, $0, Int64(bytes.count), &status)
      }
      guard status.rawValue <= 0 else { return }
      cicu_ubrk_set_text(handle, pointer, &status)
      if status.rawValue <= 0 {
        while true {
          let end = cicu_ubrk_next(handle)
          if end < 0 { break }
          body(Int(end), cicu_ubrk_status(handle))
        }
      }
      cicu_utext_close(pointer)
    }
    guard status.rawValue <= 0 else { throw ICUError(function: "ubrk_setUText", code: Int32(status.rawValue)) }
  }
}
