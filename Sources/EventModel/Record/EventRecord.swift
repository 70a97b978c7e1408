/// The stored form of a recorded event, laid out as `RecordHeader` says.
///
/// The position is not part of it; the log's key carries that, and the checksum ties the two together.
public enum EventRecord {
  /// The most bytes a record may have to be read, 1 MiB like a line of interchange.
  public static let byteCountMax = 1 << 20

  /// Appends the record to `bytes`; the same event, time and batch always give the same bytes.
  ///
  /// Lists longer than ``FieldLimits/listCountMax`` and records above ``byteCountMax`` are written too, and refused by
  /// ``decode(_:position:)``: whoever stores a record reads it back before.
  public static func encode(_ event: Event, recordedTime: Instant, batch: Batch, into bytes: inout [UInt8]) {
    let start = bytes.count
    var writer = CBORWriter(appendingTo: bytes)
    bytes = []
    writer.header(RecordHeader(event, recordedTime: recordedTime, batch: batch), event)
    let payloadStart = writer.bytes.count
    event.payload.encode(to: &writer)
    writer.patch(
      UInt32(truncatingIfNeeded: writer.bytes.count - payloadStart), at: start + RecordHeader.payloadLengthOffset)
    bytes = writer.bytes
  }

  /// Overwrites the batch of the record that starts at an offset, once the length of its batch is known.
  package static func set(_ batch: Batch, inRecordAt start: Int, of bytes: inout [UInt8]) {
    for place in 0..<4 {
      bytes[start + 4 + place] = UInt8(truncatingIfNeeded: batch.index >> (8 * UInt32(place)))
      bytes[start + 8 + place] = UInt8(truncatingIfNeeded: batch.length >> (8 * UInt32(place)))
    }
  }

  /// Overwrites the recorded time of the record that starts at an offset, once its turn has come.
  package static func set(_ recordedTime: Instant, inRecordAt start: Int, of bytes: inout [UInt8]) {
    let number = UInt64(bitPattern: recordedTime.microseconds)
    for place in 0..<8 {
      bytes[start + RecordHeader.recordedTimeOffset + place] = UInt8(truncatingIfNeeded: number >> (8 * UInt64(place)))
    }
  }

  /// Reads the record of the event at `position`, every part of it checked.
  ///
  /// - Throws: `CodecError` with the offset in the record; whatever decodes encodes to the same bytes again.
  public static func decode(_ bytes: RawSpan, position: Position) throws(CodecError) -> RecordedEvent {
    try EventView(bytes, position: position).recordedEvent()
  }
}
