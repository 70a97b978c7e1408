/// Where a reader stands among a map's keys; generated code asks for each field of the schema in order.
public struct CBORFields: Sendable {
  /// Pairs not read yet.
  @usableFromInline var left: Int
  /// The last key read, 0 before the first.
  @usableFromInline var last: Int

  @usableFromInline
  init(left: Int) {
    self.left = left
    self.last = 0
  }
}

extension CBORReader {
  /// Reads a map's head; the fields follow by `required`, `optional` and `end`, keys ascending.
  @inline(__always)
  public mutating func fields() throws(CodecError) -> CBORFields {
    CBORFields(left: try mapCount())
  }

  /// Reads `key`, which has to come next.
  @inline(__always)
  public mutating func required(_ key: Int, _ fields: inout CBORFields) throws(CodecError) {
    guard try optional(key, &fields) else { throw absence(of: key, fields) }
  }

  /// Reads `key` if it comes next and answers whether it did.
  @inline(__always)
  public mutating func optional(_ key: Int, _ fields: inout CBORFields) throws(CodecError) -> Bool {
    guard fields.left > 0 else { return false }
    if key < 24 {
      guard try peek() == UInt8(truncatingIfNeeded: key) else { return false }
      offset += 1
    } else {
      let start = offset
      guard try int() == Int64(key) else {
        offset = start
        return false
      }
    }
    fields.left -= 1
    fields.last = key
    return true
  }

  /// Requires that the map has no further pairs.
  @inline(__always)
  public mutating func end(_ fields: CBORFields) throws(CodecError) {
    guard fields.left == 0 else { throw unexpectedKey(fields) }
  }

  /// Why `key` was not next: a later one is, or one that should not be there at all.
  @inline(never)
  private func absence(of key: Int, _ fields: CBORFields) -> CodecError {
    var ahead = self
    guard fields.left > 0 else { return CodecError(.missingKey, at: offset) }
    do throws(CodecError) {
      return try ahead.int() > Int64(key) ? CodecError(.missingKey, at: offset) : unexpectedKey(fields)
    } catch {
      return error
    }
  }

  @inline(never)
  private func unexpectedKey(_ fields: CBORFields) -> CodecError {
    var ahead = self
    do throws(CodecError) {
      return CodecError(try ahead.int() > Int64(fields.last) ? .unknownKey : .keyOrder, at: offset)
    } catch {
      return error
    }
  }
}
