import CHunspell

/// One loaded Hunspell dictionary.
///
/// A handle is neither shared nor copied: libhunspell keeps state while it looks a word up.
struct Hunspell: ~Copyable {
  private let handle: OpaquePointer
  private let isUTF8: Bool

  /// Takes tens of milliseconds: the library reads and hashes the whole word list.
  init?(_ files: DictionaryFiles) {
    guard let handle = chunspell_open(files.affixes, files.words) else { return nil }
    self.handle = handle
    isUTF8 = chunspell_encoding(handle).map { String(cString: $0) } == "UTF-8"
  }

  deinit { chunspell_close(handle) }

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
}
