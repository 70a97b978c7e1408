/// A single value that cannot be: which rule it breaks, what it was and how to say so.
///
/// Initialisers of value types throw it, so a value that exists is well formed. Readers of files wrap it in an
/// ``InputError``, which adds the line and the field.
public struct ValueError: Error, Sendable, Hashable {
  /// The rule that is broken; programs compare this.
  public let rule: ValueRule
  /// The offending value as it may be shown: at most 80 characters, control characters escaped, text in quotes.
  public let value: String
  /// What is wrong, as the rest of a sentence that begins with the value: `is not a day of the calendar`.
  public let message: String

  /// Describes an offending text, which is quoted, escaped and cut for showing.
  public init(_ rule: ValueRule, text: String, message: String) {
    self.rule = rule
    self.value = Excerpt.quoted(text)
    self.message = message
  }

  /// Describes an offending number.
  public init(_ rule: ValueRule, number: some FixedWidthInteger, message: String) {
    self.rule = rule
    self.value = String(number)
    self.message = message
  }

  init(_ rule: ValueRule, utf8: UTF8Span, message: String) {
    self.init(rule, text: String(copying: utf8), message: message)
  }
}

extension ValueError: CustomStringConvertible {
  /// The whole sentence, such as `"2024-02-30" is not a day of the calendar`.
  public var description: String { "\(value) \(message)" }
}
