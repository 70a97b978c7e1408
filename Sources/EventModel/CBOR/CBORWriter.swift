/// Writes deterministic CBOR (RFC 8949 §4.2.1): shortest heads, definite lengths, keys in ascending order.
///
/// Only what the schemas use: integers, text, booleans, null, arrays and maps. The caller keeps counts and key order;
/// generated code does, and the reader refuses anything else.
public struct CBORWriter: Sendable {
  /// Everything written so far, after the bytes the writer was given.
  public internal(set) var bytes: [UInt8]

  /// Appends to `bytes`, so that a buffer with capacity is used again.
  public init(appendingTo bytes: [UInt8] = []) {
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
    head(.text, UInt64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  /// Writes true or false.
  public mutating func bool(_ value: Bool) {
    bytes.append(value ? CBORByte.true : CBORByte.false)
  }

  /// Writes null, the value of a nullable field that is cleared.
  public mutating func null() {
    bytes.append(CBORByte.null)
  }

  /// Starts an array of `count` items.
  public mutating func array(count: Int) {
    head(.array, UInt64(count))
  }

  /// Starts a map of `count` pairs; keys have to follow in ascending order.
  public mutating func map(count: Int) {
    head(.map, UInt64(count))
  }

  /// Writes a map's key, the schema's `x-key`.
  public mutating func key(_ key: Int) {
    head(.unsigned, UInt64(key))
  }

  private mutating func head(_ kind: CBORKind, _ argument: UInt64) {
    if argument < 24 {
      bytes.append(kind.rawValue | UInt8(truncatingIfNeeded: argument))
    } else if argument <= 0xFF {
      bytes.append(kind.rawValue | 24)
      bytes.append(UInt8(truncatingIfNeeded: argument))
    } else if argument <= 0xFFFF {
      bytes.append(kind.rawValue | 25)
      bigEndian(UInt16(truncatingIfNeeded: argument))
    } else if argument <= 0xFFFF_FFFF {
      bytes.append(kind.rawValue | 26)
      bigEndian(UInt32(truncatingIfNeeded: argument))
    } else {
      bytes.append(kind.rawValue | 27)
      bigEndian(argument)
    }
  }

  private mutating func bigEndian<Number: FixedWidthInteger>(_ number: Number) {
    var shift = Number.bitWidth
    while shift > 0 {
      shift -= 8
      bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }
}
