import EventModel

/// Compares fields an event repeats, so that its rows follow from it alone, with what the log says.
enum Copies {
  /// - Throws: ``Refusal/copyDiffers(field:given:recorded:)`` when they differ.
  static func check<Value: Equatable & CustomStringConvertible>(
    _ field: String, _ given: Value, equals recorded: Value
  ) throws(Refusal) {
    if given != recorded {
      throw .copyDiffers(field: field, given: given.description, recorded: recorded.description)
    }
  }

  /// The same for fields that may be absent, which is said as "none".
  static func check<Value: Equatable & CustomStringConvertible>(
    _ field: String, _ given: Value?, equals recorded: Value?
  ) throws(Refusal) {
    if given != recorded {
      throw .copyDiffers(
        field: field, given: given?.description ?? absent, recorded: recorded?.description ?? absent)
    }
  }

  private static let absent = "none"
}
