public import EventLog

/// Why personal data was not shown or a key not destroyed.
public enum PersonalDataError: Error, Sendable, CustomStringConvertible {
  /// The key store, or a key in it.
  case keys(KeyFileError)
  /// The event that has to be recorded first was not.
  case append(AppendError)
  /// The ledger could not be asked.
  case ledger(LedgerError)

  init(_ error: any Error) {
    switch error {
    case let error as PersonalDataError: self = error
    case let error as KeyFileError: self = .keys(error)
    case let error as AppendError: self = .append(error)
    default: self = .ledger(LedgerError(error))
    }
  }

  /// One line for people.
  public var description: String {
    switch self {
    case .keys(let error): "\(error)"
    case .append(let error): error.message
    case .ledger(let error): "\(error)"
    }
  }
}
