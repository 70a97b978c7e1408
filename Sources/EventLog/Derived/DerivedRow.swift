package import EventModel

/// A row that follows from one recorded event: key, position and value.
///
/// Rows carry the position that caused them, so that every answer can name its evidence and a question as known at
/// K reads only rows with position ≤ K.
package struct DerivedRow: ~Escapable {
  /// The key.
  package let key: RawSpan
  /// The event that caused the row.
  package let position: Position
  /// The value.
  package let value: RawSpan

  @_lifetime(copy key, copy value)
  init(key: RawSpan, position: Position, value: RawSpan) {
    self.key = key
    self.position = position
    self.value = value
  }
}
