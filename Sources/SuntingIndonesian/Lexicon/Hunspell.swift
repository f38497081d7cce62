import CHunspell
import Synchronization

/// One loaded Hunspell dictionary.
///
/// A handle is neither shared nor copied: libhunspell keeps state while it looks a word up.
struct Hunspell: ~Copyable {
  /// libhunspell counts the users of a table of characters in a global that it does not lock (csutil.cxx), so no two
  /// dictionaries may be opened or closed at once. Looking words up touches only the handle's own memory.
  private static let openingOrClosing = Mutex(())

  private let handle: OpaquePointer
  private let isUTF8: Bool

  /// Takes tens of milliseconds: the library reads and hashes the whole word list.
  init?(_ files: DictionaryFiles) {
    guard
      let handle = Self.openingOrClosing.withLock({ _ in Opened(chunspell_open(files.affixes, files.words)) }).handle
    else { return nil }
    self.handle = handle
    isUTF8 = chunspell_encoding(handle).map { String(cString: $0) } == "UTF-8"
  }

  deinit {
    let handle = Opened(handle)
    Self.openingOrClosing.withLock { _ in chunspell_close(handle.handle) }
  }

  func knows(_ word: String) -> Bool {
    if isUTF8 || word.utf8.allSatisfy({ $0 < 0x80 }) {
      return word.withCString { chunspell_knows(handle, $0) != 0 }
    }
    // The Indonesian dictionary is in ISO 8859-1, whose bytes are the first 256 scalars.
    var bytes: [CChar] = []
    for scalar in word.unicodeScalars {
      guard scalar.value > 0, scalar.value < 0x100 else { return false }
      bytes.append(CChar(bitPattern: UInt8(scalar.value)))
    }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { chunspell_knows(handle, $0.baseAddress) != 0 }
  }

  /// A handle on its way through the lock.
  private struct Opened: @unchecked Sendable {
    let handle: OpaquePointer?
    init(_ handle: OpaquePointer?) { self.handle = handle }
  }
}
