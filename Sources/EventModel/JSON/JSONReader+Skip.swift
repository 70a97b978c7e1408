/// Stepping over values.
extension JSONReader {
  /// A place to come back to.
  struct Mark {
    fileprivate let offset: Int
    fileprivate let depth: Int
  }

  /// The place of the value that comes next.
  var mark: Mark { Mark(offset: offset, depth: depth) }

  /// Goes back to a value that was stepped over.
  mutating func resume(at mark: Mark) {
    offset = mark.offset
    depth = mark.depth
  }

  /// Steps over the next value whatever it is, checking that it is well formed and within the limits.
  ///
  /// Iterative: one bit a level tells arrays from objects. Keys are not compared; whoever reads the value does that.
  public mutating func skip() throws(InputError) {
    let outer = depth
    var arrays: UInt64 = 0
    repeat {
      if depth > outer {
        let hasNext = arrays & 1 << UInt64(depth) != 0 ? try nextElement() : try nextMember() != nil
        if !hasNext { continue }
      }
      switch peek() {
      case .object:
        try beginObject()
        arrays &= ~(1 << UInt64(depth))
      case .array:
        try beginArray()
        arrays |= 1 << UInt64(depth)
      case .string: _ = try stringToken()
      case .number: _ = try int()
      case .boolean: _ = try bool()
      case .null: try null()
      case .end, .other: throw syntaxError("stands where a value should")
      }
    } while depth > outer
  }
}
