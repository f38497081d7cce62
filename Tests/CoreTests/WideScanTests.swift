import SuntingCore
import Testing

/// Looking through eight bytes at a time finds what looking through them one by one finds.
struct WideScanTests {
  @Test func findsWhatASlowScanFinds() {
    let bytes: [UInt8] = [0x61, 0x61, 0x61, 0x61, 0x61, 0x0A, 0x0B, 0x0D, 0x0E, 0x7F, 0x80, 0xE2, 0xFF, 0x00, 0x01]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...40)).map { _ in bytes.randomElement()! }
      let start = Int.random(in: 0...text.count)
      text.withUnsafeBufferPointer { buffer in
        let lineEnd = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
        #expect(WideScan.lineEnd(buffer, from: start) == lineEnd)
        #expect(WideScan.beyondASCII(buffer, from: start) == text[start...].firstIndex { $0 >= 0x80 } ?? text.count)
      }
    }
  }

  @Test func columnsOfALongLineAreCounted() {
    let bytes = Array(String(repeating: "kata dari “kota” é, ", count: 5000).utf8)
    let index = LineIndex(bytes)
    for offset in stride(from: 0, to: bytes.count, by: 997) where bytes[offset] & 0xC0 != 0x80 {
      let column = 1 + LineIndex.length(bytes[..<offset], .codePoints)
      #expect(index.position(of: UInt32(offset), in: bytes).column == column)
    }
  }
}
