package import EventModel
import LMDB

/// A row that follows from one recorded event: key, position and value.
///
/// Rows carry the position that caused them, so that every answer can name its evidence and a question as known at
/// K reads only rows with position ≤ K. What is stored is the value followed by a CRC-32C over table, key,
/// position and value.
package struct DerivedRow: ~Escapable {
  /// The key without the position.
  package let key: RawSpan
  /// The event that caused the row.
  package let position: Position
  /// The value without its checksum.
  package let value: RawSpan

  @_lifetime(copy key, copy value)
  init(key: RawSpan, position: Position, value: RawSpan) {
    self.key = key
    self.position = position
    self.value = value
  }

  /// Splits a stored row and checks it.
  ///
  /// - Throws: ``LogDamage`` naming the position when the checksum does not hold.
  @_lifetime(copy storedKey, copy storedValue)
  init(table: DerivedTable, storedKey: RawSpan, storedValue: RawSpan) throws(LogDamage) {
    let (keyEnd, valueStart) = table.isGrouped ? (storedKey.byteCount, 8) : (storedKey.byteCount - 8, 0)
    guard keyEnd >= 0, storedValue.byteCount >= valueStart + 4 else {
      throw LogDamage(position: .zero, reason: .derivedRow(table: table.table.name))
    }
    let position = Position(table.isGrouped ? storedValue.u64BigEndian(at: 0) : storedKey.u64BigEndian(at: keyEnd))
    let row = DerivedRow(
      key: storedKey.extracting(0..<keyEnd), position: position,
      value: storedValue.extracting(valueStart..<storedValue.byteCount - 4))
    guard storedValue.u32(at: storedValue.byteCount - 4) == row.checksum(table) else {
      throw LogDamage(position: position, reason: .derivedRow(table: table.table.name))
    }
    self = row
  }

  /// Binds table, key, position and value to each other.
  func checksum(_ table: DerivedTable) -> UInt32 {
    let keySum = UInt64(Checksum.crc32c(key, position: UInt64(table.rawValue)))
    return Checksum.crc32c(value, position: position.number ^ keySum << 32 ^ keySum >> 7)
  }
}
