/// Limits of JSON input, so that no line can cost more than its size.
public enum JSONLimits {
  /// The longest input, one line of a file, in bytes.
  public static let byteCountMax = 1 << 20
  /// The longest string or key, in bytes as written between its quotes.
  public static let stringByteCountMax = 64 << 10
  /// The deepest nesting of objects and arrays.
  public static let depthMax = 32
  /// The most members of one object.
  public static let memberCountMax = 256
  /// The most items of one array.
  public static let itemCountMax = 10_000
}
