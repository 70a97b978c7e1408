public import EventLog
public import EventModel

/// Why a demonstration was not recorded to its end.
public enum DemoError: Error, Sendable, CustomStringConvertible {
  /// The ledger holds events.
  case notEmpty(path: String, eventCount: UInt64)
  /// The ledger could not be made, opened or asked.
  case ledger(LedgerError)
  /// A batch was not recorded; `first` is the position its first event would have had.
  case append(AppendError, first: Position)
  /// The caller asked to stop.
  case interrupted
  /// Something that must not happen; please report it with this text.
  case unexpected(String)

  init(_ error: any Error) {
    switch error {
    case let error as DemoError: self = error
    case let error as LedgerError: self = .ledger(error)
    case let error as AppendError: self = .append(error, first: .zero)
    default: self = .unexpected("\(error)")
    }
  }

  /// One line for people.
  public var description: String {
    switch self {
    case .notEmpty(let path, let count): "\(path) holds \(count) events; a demonstration needs an empty ledger"
    case .ledger(let error): "\(error)"
    case .append(let error, let first): "the batch from position \(first): \(error.message)"
    case .interrupted: "interrupted"
    case .unexpected(let text): "unexpected: \(text)"
    }
  }
}
