/// How scalars are read: the item's plain content, then the rule of its type.
extension CBORReader {
  /// Reads text and makes a value of it without a copy.
  @inline(__always)
  mutating func value<Value>(_ make: (UTF8Span) throws(ValueError) -> Value) throws(CodecError) -> Value {
    let start = offset
    let bytes = try textSpan()
    guard let utf8 = try? UTF8Span(validating: bytes.octets) else { throw failure(.notUTF8, at: start) }
    do throws(ValueError) { return try make(utf8) } catch { throw failure(.illegalValue, at: start) }
  }

  /// Reads an integer and makes a value of it.
  @inline(__always)
  mutating func value<Value>(_ make: (Int64) throws(ValueError) -> Value) throws(CodecError) -> Value {
    let start = offset
    let number = try int()
    do throws(ValueError) { return try make(number) } catch { throw failure(.illegalValue, at: start) }
  }
}
