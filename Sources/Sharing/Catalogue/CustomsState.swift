public import EventModel

/// Whether a tax-free import stands under customs supervision, and what customs allowed (art. 18).
public enum CustomsState: Sendable, Hashable {
  /// Never declared.
  case none
  /// Supervised to the end of the day; it may be shared only within the customs conditions.
  case supervised(until: Day)
  /// Supervised, and customs consented to a use by notice.
  case consented(scope: Text, until: Day)
  /// No longer supervised since the day: released, or the period is over.
  case released(on: Day)
}

extension CustomsState: CustomStringConvertible {
  /// One phrase with its day.
  public var description: String {
    switch self {
    case .none: "none"
    case .supervised(let until): "supervised until \(until)"
    case .consented(let scope, let until): "consented (\(scope)) until \(until)"
    case .released(let on): "released on \(on)"
    }
  }
}
