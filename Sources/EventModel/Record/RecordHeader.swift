/// The fixed part of a stored record: five little-endian words of 64 bits.
///
/// ```
/// word  bits    what
/// 0      0…7    format, 1
///        8…15   schema version
///       16…31   type code
///       32…63   batch index
/// 1      0…31   batch length
///       32…63   payload length
/// 2             valid time, microseconds since 1970-01-01T00:00:00Z
/// 3             recorded time, microseconds
/// 4      0…7    id length; 8…15 source; 16…23 actor; 24…31 correlation, 0 = none; 32…39 causation, 0 = none
///       40…47   length of the signing key's id, 0 = not signed
///       48…63   zero
/// ```
///
/// Then follow id, source, actor, correlation and causation, when it is signed the id of the signing key and the
/// signature's 64 bytes, and the payload in deterministic CBOR to the end. The leaf
/// hash of the log's tree covers exactly these bytes, so the layout is a contract: a change is a new format number
/// beside a reader of the old one.
@usableFromInline
struct RecordHeader {
  @usableFromInline static let format: UInt8 = 1
  @usableFromInline static let byteCount = 40
  /// Where the payload length lies, known only once the payload is written.
  static let payloadLengthOffset = 12
  /// Where the recorded time lies.
  static let recordedTimeOffset = 24

  @usableFromInline var words: (UInt64, UInt64, UInt64, UInt64, UInt64)

  init(_ event: Event, recordedTime: Instant, batch: Batch) {
    let type = event.type
    let correlation = UInt64(event.correlation?.byteCount ?? 0)
    let causation = UInt64(event.causation?.byteCount ?? 0)
    let required =
      UInt64(event.id.byteCount) | UInt64(event.source.byteCount) << 8 | UInt64(event.actor.byteCount) << 16
    words = (
      UInt64(Self.format) | UInt64(type.schemaVersion) << 8 | UInt64(type.rawValue) << 16 | UInt64(batch.index) << 32,
      UInt64(batch.length),
      UInt64(bitPattern: event.validTime.microseconds),
      UInt64(bitPattern: recordedTime.microseconds),
      required | correlation << 24 | causation << 32 | UInt64(event.signature?.key.byteCount ?? 0) << 40
    )
  }
}
