/// Limits of JSON input, so that no line can cost more than its size.
///
/// How many items a list may have is said by its schema, and an object has no more members than known fields.
public enum JSONLimits {
  /// The longest input, one line of a file, in bytes.
  public static let byteCountMax = 1 << 20
  /// The longest string or key, in bytes as written between its quotes.
  public static let stringByteCountMax = 64 << 10
  /// The deepest nesting of objects and arrays.
  public static let depthMax = 32
}
