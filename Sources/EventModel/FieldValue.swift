/// A value a field of an event can have: it knows its place in stored CBOR and in interchange JSON, and no other form.
///
/// Decoding is where illegal values stop: a value that was read obeys every rule of its type.
public protocol FieldValue: Sendable, Hashable {
  /// Writes the value as deterministic CBOR.
  func encode(to writer: inout CBORWriter)
  /// Reads a value from deterministic CBOR.
  init(from reader: inout CBORReader) throws(CodecError)
  /// Writes the value as compact JSON.
  func write(to writer: inout JSONWriter)
  /// Reads a value from JSON.
  init(from reader: inout JSONReader) throws(InputError)
}

/// Limits every field obeys.
public enum FieldLimits {
  /// The most items a list may hold, the `maxItems` of every list in the schemas.
  public static let listCountMax = 1_000
}
