import EventModel

/// The keys of a table from one on up to another, which is not among them.
struct KeyRange {
  /// The first key.
  let from: [UInt8]
  /// The first key behind the range, or `nil` when it reaches to the end of the table.
  let end: [UInt8]?

  /// All keys that begin with the bytes, or only those from `from` on and before `end`.
  init(prefix: [UInt8], from: [UInt8]? = nil, end: [UInt8]? = nil) {
    self.from = from ?? prefix
    self.end = end ?? KeyRange.successor(of: prefix)
  }

  func contains(_ key: RawSpan) -> Bool { !key.isOrderedBefore(from.span.bytes) && !isPast(key) }

  func isPast(_ key: RawSpan) -> Bool {
    guard let end else { return false }
    return !key.isOrderedBefore(end.span.bytes)
  }

  /// The least byte string greater than all that begin with these bytes.
  private static func successor(of prefix: [UInt8]) -> [UInt8]? {
    var bytes = prefix
    while let byte = bytes.popLast() {
      if byte < .max { return bytes + [byte + 1] }
    }
    return nil
  }
}
