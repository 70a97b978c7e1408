/// Stepping over values.
extension JSONReader {
  /// A value that was stepped over, to be read later.
  struct Mark {
    let offset: Int
    let depth: Int
    let frame: JSONFrame
  }

  /// Steps over the next value whatever it is, checking that it is well formed, and remembers its place.
  mutating func skipMarking() throws(InputError) -> Mark {
    let mark = Mark(offset: offset, depth: depth, frame: frames[max(depth, 1) - 1])
    try skip()
    return mark
  }

  /// Goes back to a value that was stepped over, as a member of the object it stood in.
  mutating func resume(at mark: Mark) {
    offset = mark.offset
    depth = mark.depth
    if depth > 0 { frames[depth - 1] = mark.frame }
  }

  /// Steps over the next value whatever it is, checking that it is well formed and within the limits.
  public mutating func skip() throws(InputError) {
    let outer = depth
    repeat {
      if depth > outer {
        let hasNext = frames[depth - 1].isArray ? try nextElement() : try nextMember() != nil
        if !hasNext { continue }
      }
      switch peek() {
      case .object: try beginObject()
      case .array: try beginArray()
      case .string: _ = try stringToken()
      case .number: _ = try int()
      case .boolean: _ = try bool()
      case .null: try null()
      case .end, .other: throw syntaxError("stands where a value should")
      }
    } while depth > outer
  }
}
