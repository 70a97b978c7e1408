package import EventModel
import LMDB

/// A row that follows from one recorded event: `key ‖ position` → value.
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
    guard storedKey.byteCount >= 8, storedValue.byteCount >= 4 else {
      throw LogDamage(position: .zero, reason: .derivedRow(table: table.table.name))
    }
    let position = Position(storedKey.u64BigEndian(at: storedKey.byteCount - 8))
    let value = storedValue.extracting(0..<storedValue.byteCount - 4)
    let sum = DerivedRow.checksum(table: table, storedKey: storedKey, value: value)
    guard storedValue.u32(at: value.byteCount) == sum else {
      throw LogDamage(position: position, reason: .derivedRow(table: table.table.name))
    }
    self.init(key: storedKey.extracting(0..<storedKey.byteCount - 8), position: position, value: value)
  }

  static func checksum(table: DerivedTable, storedKey: RawSpan, value: RawSpan) -> UInt32 {
    Checksum.crc32c(value, position: UInt64(Checksum.crc32c(storedKey, position: UInt64(table.rawValue))))
  }
}
