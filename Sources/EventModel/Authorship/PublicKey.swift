/// An Ed25519 public key (RFC 8032 §5.1.5): what judges an author's signatures.
public struct PublicKey: Sendable, Hashable {
  /// How many bytes a key has.
  public static let byteCount = 32

  /// The key's bytes.
  public let bytes: [UInt8]

  /// Takes 32 bytes.
  ///
  /// - Throws: ``ValueError`` with rule `outOfRange` and the number of bytes.
  public init(_ bytes: [UInt8]) throws(ValueError) {
    guard bytes.count == Self.byteCount else {
      throw ValueError(.outOfRange, number: bytes.count, message: "bytes stand where \(Self.byteCount) should")
    }
    self.bytes = bytes
  }
}

extension PublicKey: CustomStringConvertible {
  /// The bytes in base64.
  public var description: String { Base64.text(bytes) }
}

extension PublicKey: FieldValue {
  /// Writes a byte string.
  public func encode(to writer: inout CBORWriter) { writer.bytes(bytes) }

  /// Reads a byte string of 32 bytes.
  public init(from reader: inout CBORReader) throws(CodecError) {
    bytes = try reader.bytes(Self.byteCount...Self.byteCount)
  }

  /// Writes base64.
  public func write(to writer: inout JSONWriter) { writer.string(description) }

  /// Reads base64 of 32 bytes.
  public init(from reader: inout JSONReader) throws(InputError) {
    bytes = try reader.bytes(Self.byteCount...Self.byteCount)
  }
}
