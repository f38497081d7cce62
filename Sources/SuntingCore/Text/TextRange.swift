/// A half-open range of UTF-8 byte offsets into one text.
package struct TextRange: Hashable, Sendable, Comparable {
  package let start: UInt32
  package let end: UInt32

  @inlinable package init(_ start: UInt32, _ end: UInt32) {
    precondition(start <= end, "a text range cannot end before it starts")
    self.start = start
    self.end = end
  }

  @inlinable package init(_ range: Range<Int>) { self.init(UInt32(range.lowerBound), UInt32(range.upperBound)) }

  @inlinable package var bounds: Range<Int> { Int(start)..<Int(end) }
  @inlinable package var length: Int { Int(end - start) }
  @inlinable package var isEmpty: Bool { start == end }

  @inlinable package func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
  @inlinable package func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

  /// Earlier start first; of two with one start the longer first.
  @inlinable package static func < (a: TextRange, b: TextRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
