internal import CICU

/// What went wrong inside ICU: the function and ICU's own error code.
package struct ICUError: Error, Sendable {
  package let function: String
  package let code: Int32
}

/// One ICU break iterator (UAX #29) over UTF-8. Not copyable, so exactly one owner closes it; used by one thread at a
/// time, but free to move between threads.
package struct BreakIterator: ~Copyable, @unchecked Sendable {
  package enum Kind: Sendable { case word, sentence }

  private let handle: OpaquePointer

  /// - Parameter locale: an ICU locale such as `id`; one without break rules of its own gets the root rules.
  package init(_ kind: Kind, locale: String) throws(ICUError) {
    var error: Int32 = 0
    guard let opened = cicu_breaks_open(kind == .sentence ? 1 : 0, locale, &error) else {
      throw ICUError(function: "ubrk_open", code: error)
    }
    handle = opened
  }

  deinit { cicu_breaks_close(handle) }

  /// Calls `body` with the end of each segment (byte offset) and ICU's rule status: below 100 white space and marks,
  /// 100–199 numbers, 200 and above words. Segments tile the text. `bytes` must be valid UTF-8, shorter than 2 GiB.
  package borrowing func forEachSegment(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ end: Int, _ status: Int32) -> Void
  ) throws(ICUError) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return }
    let error = base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      cicu_breaks_set_text(handle, $0, Int64(bytes.count))
    }
    guard error == 0 else { throw ICUError(function: "ubrk_setUText", code: error) }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 512) { buffer in
      let ends = buffer.baseAddress!
      let statuses = ends + 256
      while true {
        let count = Int(cicu_breaks_next(handle, ends, statuses, 256))
        for index in 0..<count { body(Int(ends[index]), statuses[index]) }
        if count < 256 { break }
      }
    }
  }
}
