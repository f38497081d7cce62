internal import CCompression

/// How a file is compressed, by its name.
package enum Compression: Sendable, Hashable {
  case none, gzip, zstd

  package init(path: String) {
    self = path.hasSuffix(".gz") ? .gzip : path.hasSuffix(".zst") ? .zstd : .none
  }

  var kind: sunting_compression {
    switch self {
    case .none: SUNTING_PLAIN
    case .gzip: SUNTING_GZIP
    case .zstd: SUNTING_ZSTD
    }
  }

  /// The bytes as one gzip member or zstd frame. Members behind one another are one file, so that every chunk can be
  /// compressed where it was made, and a file can be continued behind any of them.
  package func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard self != .none, !bytes.isEmpty else { return bytes }
    let capacity = sunting_compress_bound(kind, bytes.count)
    var size = 0
    let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      size = bytes.withUnsafeBytes { sunting_compress(kind, $0.baseAddress, $0.count, buffer.baseAddress, capacity) }
      count = size
    }
    return size == 0 ? nil : result
  }
}
