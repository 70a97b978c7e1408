extension Cursor {
  /// Moves to the first entry whose key begins with the bytes; `nil` when there is none.
  @inlinable
  @_lifetime(copy self)
  package mutating func first(withPrefix prefix: RawSpan) throws(StorageFault) -> Entry? {
    guard let entry = try seek(atOrAfter: prefix), entry.key.hasPrefix(prefix) else { return nil }
    return entry
  }

  /// Moves one entry on; `nil` behind the last whose key begins with the bytes.
  @inlinable
  @_lifetime(copy self)
  package mutating func next(withPrefix prefix: RawSpan) throws(StorageFault) -> Entry? {
    guard let entry = try next(), entry.key.hasPrefix(prefix) else { return nil }
    return entry
  }

  /// Moves to the last entry whose key begins with the bytes; `nil` when there is none.
  @_lifetime(copy self)
  package mutating func last(withPrefix prefix: RawSpan) throws(StorageFault) -> Entry? {
    guard let entry = try last(before: prefix.successor), entry.key.hasPrefix(prefix) else { return nil }
    return entry
  }

  /// Moves one entry back; `nil` before the first whose key begins with the bytes.
  @inlinable
  @_lifetime(copy self)
  package mutating func previous(withPrefix prefix: RawSpan) throws(StorageFault) -> Entry? {
    guard let entry = try previous(), entry.key.hasPrefix(prefix) else { return nil }
    return entry
  }

  /// Moves to the last entry whose key is not greater than the given one; `nil` when all are greater.
  @_lifetime(copy self)
  package mutating func seek(atOrBefore key: RawSpan) throws(StorageFault) -> Entry? {
    guard let entry = try seek(atOrAfter: key) else { return try last() }
    return entry.key.equals(key) ? entry : try previous()
  }

  /// Moves to the last entry whose key is not greater than the given one; `nil` when all are greater.
  @_lifetime(copy self)
  package mutating func seek(atOrBefore key: UInt64) throws(StorageFault) -> Entry? {
    guard let entry = try seek(atOrAfter: key) else { return try last() }
    return entry.integerKey == key ? entry : try previous()
  }

  @_lifetime(copy self)
  private mutating func last(before key: [UInt8]) throws(StorageFault) -> Entry? {
    guard !key.isEmpty, try unsafe seek(atOrAfter: key.span.bytes) != nil else { return try last() }
    return try previous()
  }
}

extension RawSpan {
  /// The least byte string greater than all that begin with these bytes; empty when there is none.
  fileprivate var successor: [UInt8] {
    var bytes = unsafe withUnsafeBytes { unsafe Array($0) }
    while let byte = bytes.popLast() {
      if byte < .max { return bytes + [byte + 1] }
    }
    return []
  }
}
