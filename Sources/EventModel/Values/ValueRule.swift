/// The rules a single value can break, one case a rule.
///
/// The raw values are stable names for programs; people read ``ValueError/message``.
public enum ValueRule: String, Sendable, Hashable, CaseIterable {
  /// The text has no characters at all.
  case empty
  /// The text is longer than its kind allows.
  case tooLong
  /// The text holds a character its kind does not allow.
  case illegalCharacter
  /// The text does not have the form its kind demands.
  case malformed
  /// The text has the right form but names no day of the calendar or no time of the day.
  case notOnCalendar
  /// The number, day or instant lies outside the range of its kind.
  case outOfRange
  /// The name is not one of the names known here.
  case unknownName
}
