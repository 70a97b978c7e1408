package import EventModel

/// One value of the log table: up to ``countMax`` consecutive events of one commit, keyed by the first one's position.
///
/// Little-endian: `u32 count`, then per event `u32 end` (offset in the value where its record ends) and
/// `u32 crc` (CRC-32C over the event's position and its record), then the records one after another.
/// The checksum binds a record to its place, so that an intact page in the wrong place is found too. Packing a
/// commit's events makes a scan two to six times cheaper than one value an event, and a lone event costs 12 bytes.
package struct Segment: ~Escapable {
  /// The most events one value holds.
  package static let countMax = 256
  static let entryBytes = 8
  static let headerBytes = 4

  /// The position of the first event.
  package let first: Position
  /// How many events there are.
  package let count: Int
  @usableFromInline let value: RawSpan

  /// Reads the head of a segment; the records are checked one by one when they are read.
  ///
  /// - Throws: ``LogDamage`` when the table of ends does not fit the value.
  @usableFromInline
  @_lifetime(copy value)
  init(first: Position, value: RawSpan) throws(LogDamage) {
    guard value.byteCount >= 4 else { throw LogDamage(position: first, reason: .segmentTooShort) }
    let count = Int(value.u32(at: 0))
    guard count >= 1, count <= 256, 4 + count * 8 <= value.byteCount,
      Int(value.u32(at: 4 + (count - 1) * 8)) == value.byteCount
    else { throw LogDamage(position: first, reason: .segmentTable) }
    self.first = first
    self.count = count
    self.value = value
  }

  /// The position of the last event.
  package var last: Position { Position(first.number + UInt64(count) - 1) }

  /// The stored record at an index, after its checksum held.
  ///
  /// - Throws: ``LogDamage`` naming the position when the bytes are not those that were written.
  @inlinable
  @_lifetime(copy self)
  package func record(_ index: Int) throws(LogDamage) -> RawSpan {
    let position = Position(first.number + UInt64(index))
    guard index >= 0, index < count else { throw LogDamage(position: position, reason: .missing) }
    let entry = 4 + index * 8
    let start = index == 0 ? 4 + count * 8 : Int(value.u32(at: entry - 8))
    let end = Int(value.u32(at: entry))
    guard start >= 4 + count * 8, start <= end, end <= value.byteCount else {
      throw LogDamage(position: position, reason: .segmentTable)
    }
    let record = value.extracting(start..<end)
    guard Checksum.crc32c(record, position: position.number) == value.u32(at: entry + 4) else {
      throw LogDamage(position: position, reason: .checksum)
    }
    return record
  }

  /// The type code a record says it has, without looking at anything else of it.
  ///
  /// - Throws: ``LogDamage`` when the table of ends leaves no room for one.
  func uncheckedTypeCode(_ index: Int) throws(LogDamage) -> UInt16 {
    let start = index == 0 ? 4 + count * 8 : Int(value.u32(at: 4 + index * 8 - 8))
    guard start >= 4 + count * 8, start + 4 <= value.byteCount else {
      throw LogDamage(position: Position(first.number + UInt64(index)), reason: .segmentTable)
    }
    return value.u16(at: start + 2)
  }

  /// The event at an index, checked and ready to be read in place.
  @inlinable
  @_lifetime(copy self)
  package func event(_ index: Int) throws(LogDamage) -> EventView {
    let record = try record(index)
    let position = Position(first.number + UInt64(index))
    do throws(CodecError) {
      return try EventView(record, position: position)
    } catch {
      throw LogDamage(position: position, reason: .record(error))
    }
  }
}
