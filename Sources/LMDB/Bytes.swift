public import Glibc

extension RawSpan {
  /// Whether both spans have the same bytes.
  @inlinable
  package func equals(_ other: RawSpan) -> Bool {
    byteCount == other.byteCount && hasPrefix(other)
  }

  /// Whether the bytes begin with the given ones.
  @inlinable
  package func hasPrefix(_ prefix: RawSpan) -> Bool {
    guard byteCount >= prefix.byteCount else { return false }
    guard !prefix.isEmpty else { return true }
    return unsafe withUnsafeBytes { all in
      unsafe prefix.withUnsafeBytes { start in
        guard let left = all.baseAddress, let right = start.baseAddress else { return true }
        return unsafe memcmp(left, right, start.count) == 0
      }
    }
  }
}
