/// The bytes of a span, if there is one: `#expect` cannot hold on to the span itself.
func copied(_ span: RawSpan?) -> [UInt8]? {
  guard let span else { return nil }
  return span.withUnsafeBytes { Array($0) }
}
