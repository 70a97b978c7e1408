extension String {
  /// The text these bytes are in UTF-8, or `nil` when they are not; nothing is repaired.
  ///
  /// `String(validating:as:)` does the same check several times slower on Linux.
  public init?(checking bytes: RawSpan) {
    guard let text = try? UTF8Span(validating: bytes.octets) else { return nil }
    self = String(copying: text)
  }
}

extension RawSpan {
  /// The same memory as a span of bytes.
  var octets: Span<UInt8> {
    @_lifetime(copy self)
    get { unsafe _unsafeView(as: UInt8.self) }
  }
}
