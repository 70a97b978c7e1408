/// The rules foreign input can break, one case a rule; programs compare these, people read ``InputError/message``.
public enum InputRule: String, Sendable, Hashable, CaseIterable {
  /// The bytes are not JSON (RFC 8259).
  case notJSON
  /// The bytes are not UTF-8.
  case notUTF8
  /// An escape stands for half of a surrogate pair, which is no character (RFC 7493 §2.1).
  case loneSurrogate
  /// A number has a fraction or an exponent or is minus zero, or lies outside 64 bits.
  case notInteger
  /// The line or a string in it is too long.
  case tooLong
  /// Objects and arrays are nested too deep.
  case tooDeep
  /// A value of another kind is expected here.
  case wrongType
  /// The object has no such field.
  case unknownField
  /// The field is given twice.
  case duplicateField
  /// A required field is absent.
  case missingField
  /// The value breaks a rule of its type.
  case illegalValue
  /// The event type is not known.
  case unknownType
}
