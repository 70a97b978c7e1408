public import EventModel

/// Why a file with keys, or a key in it, could not be used.
public enum KeyFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The system refused.
  case file(FileFault)
  /// Others than the owner may read or write the file.
  case notPrivate(path: String, mode: UInt32)
  /// The file is not one of its kind, or is damaged.
  case malformed(path: String, reason: String)
  /// The key store lies within the ledger's directory, so that a copy of one is a copy of both.
  case insideLedger(path: String, ledger: String)
  /// The store has no key of the subject.
  case unknownSubject(Identifier)
  /// The subject's key was destroyed.
  case destroyed(subject: Identifier, recordedAt: Position?)
  /// The file to restore from holds keys that were destroyed; nothing of it was taken.
  case returningKeys([Identifier])
  /// The file to restore from has another key for a subject than the store; nothing of it was taken.
  case otherKey(Identifier)
  /// The event type has no sealed field of the name.
  case notASealedField(EventType, field: String)
  /// A sealed value is not what the key sealed for its place.
  case cannotBeOpened(at: Position, field: String)

  /// One line for people.
  public var description: String {
    switch self {
    case .file(let fault): "\(fault)"
    case .notPrivate(let path, let mode):
      "\(path): others than its owner may use it (mode \(String(mode, radix: 8))): chmod 600"
    case .malformed(let path, let reason): "\(path): \(reason)"
    case .insideLedger(let path, let ledger):
      "\(path): keys may not lie within the ledger \(ledger): whoever copies it would have both"
    case .unknownSubject(let subject): "there is no key of the subject \(subject)"
    case .destroyed(let subject, let position):
      "the key of the subject \(subject) was destroyed" + (position.map { ", as recorded at position \($0)" } ?? "")
    case .returningKeys(let subjects):
      "destroyed keys cannot return: \(subjects.map(\.text).joined(separator: ", ")); nothing was restored"
    case .otherKey(let subject): "the subject \(subject) has another key here; nothing was restored"
    case .notASealedField(let type, let field): "\(type.wireName) has no sealed field \(Excerpt.quoted(field))"
    case .cannotBeOpened(let position, let field):
      "position \(position): \(field) was not sealed with this key for this place"
    }
  }
}
