import EventModel

/// The rule a value breaks, or `nil` when it is accepted.
func brokenRule<Value>(_ make: () throws(ValueError) -> Value) -> String? {
  do throws(ValueError) {
    _ = try make()
    return nil
  } catch {
    return "\(error.rule)"
  }
}
