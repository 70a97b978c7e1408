/// One thing wrong with one line of input: where it is, which rule it breaks, what was given and how to say so.
public struct InputError: Error, Sendable, Hashable {
  /// The line of the input, counted from 1; `nil` when the input is not a file of lines.
  public var line: Int?
  /// The path of the field, such as `data.funding[1].amount`; empty when the whole line is meant.
  public let field: String
  /// The rule that is broken; programs compare this.
  public let rule: InputRule
  /// What was given, as it may be shown: at most 80 characters, control characters escaped, text in quotes; empty for
  /// something absent.
  public let value: String
  /// What is wrong, as the rest of a sentence that begins with the value, or with the field where there is no value.
  public let message: String

  /// Describes what is wrong with a field.
  public init(line: Int?, field: String, rule: InputRule, value: String, message: String) {
    self.line = line
    self.field = field
    self.rule = rule
    self.value = value
    self.message = message
  }
}

extension InputError: CustomStringConvertible {
  /// The whole sentence, such as `line 3: data.acceptedOn: "2024-02-30" is not a day of the calendar`.
  public var description: String {
    var sentence = ""
    if let line { sentence += "line \(line): " }
    if !field.isEmpty { sentence += value.isEmpty ? "\(field) " : "\(field): " }
    if !value.isEmpty { sentence += "\(value) " }
    return sentence + message
  }
}
