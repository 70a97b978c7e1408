/// Writes deterministic CBOR (RFC 8949 §4.2.1): shortest heads, definite lengths, keys in ascending order.
///
/// Only what the schemas use: integers, text, bytes, booleans, null, arrays and maps. The caller keeps counts and key order;
/// generated code does, and the reader refuses anything else.
public struct CBORWriter: Sendable {
  /// Everything written so far, after the bytes the writer was given; a key appears together with its value.
  public internal(set) var bytes: [UInt8]
  /// A key not yet written: it goes with the next head, which saves every field one growth check.
  private var key: UInt64?

  /// Appends to `bytes`, so that a buffer with capacity is used again.
  public init(appendingTo bytes: consuming [UInt8] = []) {
    self.bytes = bytes
  }

  /// Writes an integer: major type 0, or 1 when negative.
  public mutating func int(_ value: Int64) {
    if value >= 0 {
      head(.unsigned, UInt64(value))
    } else {
      head(.negative, UInt64(~value))
    }
  }

  /// Writes text as its UTF-8 bytes, unchanged.
  public mutating func text(_ value: String) {
    let length = value.utf8.count
    let key = takeKey()
    bytes.append(capacity: 16 + length) { output in
      if let key { output.head(.unsigned, key) }
      output.head(.text, UInt64(length))
      output.store(value, length: length)
    }
  }

  /// Writes text known to be ASCII.
  mutating func text(_ value: PrintableASCII) {
    let length = value.byteCount
    let key = takeKey()
    bytes.append(capacity: 16 + max(length, PrintableASCII.shortByteCountMax)) { output in
      if let key { output.head(.unsigned, key) }
      output.head(.text, UInt64(length))
      output.store(value)
    }
  }

  /// Writes a byte string.
  public mutating func bytes(_ value: [UInt8]) {
    head(.bytes, UInt64(value.count))
    bytes += value
  }

  /// Writes true or false.
  public mutating func bool(_ value: Bool) {
    simple(value ? CBORByte.true : CBORByte.false)
  }

  /// Writes null, the value of a nullable field that is cleared.
  public mutating func null() {
    simple(CBORByte.null)
  }

  /// Starts an array of `count` items.
  public mutating func array(count: Int) {
    head(.array, UInt64(count))
  }

  /// Starts a map of `count` pairs; keys have to follow in ascending order.
  public mutating func map(count: Int) {
    head(.map, UInt64(count))
  }

  /// Writes a map's key, the schema's `x-key`; its value has to follow.
  @inline(__always)
  public mutating func key(_ key: Int) {
    self.key = UInt64(key)
  }

  @inline(__always)
  private mutating func head(_ kind: CBORKind, _ argument: UInt64) {
    let key = takeKey()
    bytes.append(capacity: 16) { output in
      if let key { output.head(.unsigned, key) }
      output.head(kind, argument)
    }
  }

  private mutating func simple(_ byte: UInt8) {
    let key = takeKey()
    bytes.append(capacity: 16) { output in
      if let key { output.head(.unsigned, key) }
      output.store(byte)
    }
  }

  @inline(__always)
  private mutating func takeKey() -> UInt64? {
    let key = self.key
    self.key = nil
    return key
  }
}
