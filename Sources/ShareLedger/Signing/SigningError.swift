public import EventModel
public import TransparencyLog

/// Why a key could not be used, or nothing was signed with it.
public enum SigningError: Error, Sendable, CustomStringConvertible {
  /// The ledger could not be asked, or does not continue what was signed: ``LedgerError/fork(_:)``.
  case ledger(LedgerError)
  /// A file could not be read or written.
  case file(FileFault)
  /// There is no such key.
  case noKey(path: String)
  /// Others than the owner may read or write the key.
  case notPrivate(path: String, mode: UInt32)
  /// The file does not hold a private key, or not one that can take the part.
  case unusableKey(path: String, TransparencyError)
  /// Another process signs with the key.
  case signerActive(path: String)
  /// A checkpoint kept from before is of another log, signed by another key, or is damaged.
  case foreignCheckpoint(path: String, TransparencyError)
  /// The ledger says that another key took this one's place.
  case keyReplaced(path: String, by: Identifier)
  /// The new key has another name than the ledger's checkpoints.
  case otherOrigin(path: String, origin: String, expected: String)
  /// The new key could not be recorded in the ledger.
  case append(AppendError)

  /// One line for people.
  public var description: String {
    switch self {
    case .ledger(let error): "\(error); nothing was signed"
    case .file(let fault): "\(fault)"
    case .noKey(let path): "\(path): there is no key; make one with key generate"
    case .notPrivate(let path, let mode):
      "\(path): others than its owner may use it (mode \(String(mode, radix: 8))): chmod 600"
    case .unusableKey(let path, let error): "\(path): \(error)"
    case .signerActive(let path): "\(path): another process signs with this key"
    case .foreignCheckpoint(let path, let error):
      "\(path): \(error); the checkpoint signed last has to be this key's: nothing was signed"
    case .keyReplaced(let path, let id): "\(path): the key \(id) took its place; nothing was signed"
    case .otherOrigin(let path, let origin, let expected):
      "\(path): the key is named \(origin), the ledger's checkpoints \(expected)"
    case .append(let error): error.message
    }
  }
}
