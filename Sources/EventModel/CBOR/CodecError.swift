/// Why stored bytes were not accepted as CBOR or as a record, and where.
///
/// Small and without text, because decoding is on the hottest path; what the offset means (a payload, a record, the
/// log's position) is known to whoever holds the bytes.
public struct CodecError: Error, Sendable, Hashable {
  /// The rule that was broken.
  public let reason: Reason
  /// Distance in bytes from the start of the span that was being read.
  public let offset: Int

  /// Names a broken rule and where it was met.
  @inlinable
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The rules of deterministic CBOR (RFC 8949 §4.2), of the schemas and of the record layout.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The bytes end inside an item.
    case truncated
    /// Bytes follow the last item.
    case trailingBytes
    /// A number or length is written longer than needed.
    case notShortest
    /// Another kind of item stands where the schema wants this one.
    case wrongType
    /// A map's key repeats or does not ascend.
    case keyOrder
    /// A map's key is not in the schema.
    case unknownKey
    /// A required key is absent.
    case missingKey
    /// Text is not UTF-8.
    case notUTF8
    /// The item is well formed but outside what its type allows.
    case illegalValue
    /// A list is longer than its schema allows, or a record than any may be.
    case tooLong
    /// Items are nested deeper than any schema.
    case tooDeep
    /// The record's format byte is not one this version reads.
    case unknownFormat
    /// The record's type code is not one this version knows.
    case unknownType
    /// The record's schema version is not one this version knows for that type.
    case unknownVersion
    /// The record's lengths do not add up to its bytes.
    case lengthMismatch
    /// A byte that has to be zero is not.
    case notZero
    /// The batch index is not below the batch length.
    case batchOutOfRange
  }
}

extension CodecError: CustomStringConvertible {
  /// The rule and the offset, such as `notShortest at byte 17`.
  public var description: String { "\(reason.rawValue) at byte \(offset)" }
}
