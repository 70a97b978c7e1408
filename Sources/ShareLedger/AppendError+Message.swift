public import EventLog

extension AppendError {
  /// One line for people.
  public var message: String {
    switch self {
    case .refused(let index, let refusal): "event \(index + 1): \(refusal.field): \(refusal)"
    case .conflict(let position): "the append condition no longer holds: position \(position) matches it"
    case .tooManyEvents(let count, let countMax): "\(count) events are more than the \(countMax) of one request"
    case .notTheNextEvent(let index, let position, let expected):
      "event \(index + 1) has position \(position) where \(expected) is the next, or its recorded time does not rise"
    case .fault(let fault): "\(fault)"
    case .unexpected(let text): "unexpected: \(text)"
    case .damaged(let damage): "the ledger is damaged at \(damage)"
    }
  }
}
