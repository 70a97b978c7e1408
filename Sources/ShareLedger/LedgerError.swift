public import EventLog
public import EventModel
public import LMDB
public import TransparencyLog

/// Why a ledger could not be opened, asked or kept: everything but what happens to an append.
public enum LedgerError: Error, Sendable, CustomStringConvertible {
  /// The storage failed; the fault names the file.
  case fault(StorageFault)
  /// Stored bytes are damaged; the position is named and nothing of the event is shown.
  case damaged(LogDamage)
  /// The derived rows are not complete: a rebuild runs or was interrupted; the log itself is intact.
  case rowsIncomplete(RowsIncomplete)
  /// The question names a position the ledger has not reached.
  case beyondHead(Position, head: Position)
  /// The question names an indicator set that is not published by then.
  case unknownIndicatorSet(Identifier)
  /// The ledger does not continue the checkpoint named.
  case fork(Fork)
  /// A proof could not be made or does not hold.
  case proof(TransparencyError)
  /// A record is longer than an entry bundle of tiles can hold.
  case recordTooLong(Position, byteCount: Int)
  /// A backup was made, but not all of it can be read.
  case copyDamaged(path: String, AuditReport)
  /// A file outside the ledger could not be read or written.
  case file(FileFault)
  /// The caller asked to stop.
  case interrupted
  /// Something that must not happen; please report it with this text.
  case unexpected(String)

  /// Gives any error of the rooms below its case.
  init(_ error: any Error) {
    switch error {
    case let error as LedgerError: self = error
    case let error as StorageFault: self = .fault(error)
    case let error as LogDamage: self = .damaged(error)
    case let error as RowsIncomplete: self = .rowsIncomplete(error)
    case let error as FileFault: self = .file(error)
    case is ProjectionCancelled: self = .interrupted
    case let error as UnknownIndicatorSet: self = .unknownIndicatorSet(error.set)
    case let error as Fork: self = .fork(error)
    case let error as TransparencyError: self = .proof(error)
    default: self = .unexpected("\(error)")
    }
  }

  /// One line for people.
  public var description: String {
    switch self {
    case .fault(let fault): "\(fault)"
    case .damaged(let damage): "the ledger is damaged at \(damage)"
    case .rowsIncomplete(let reason): "\(reason)"
    case .beyondHead(let position, let head): "position \(position) is not recorded yet: the newest is \(head)"
    case .unknownIndicatorSet(let set): "\(UnknownIndicatorSet(set: set))"
    case .fork(let fork): "\(fork)"
    case .proof(let error): "\(error)"
    case .recordTooLong(let position, let byteCount):
      "position \(position): the record has \(byteCount) bytes, an entry bundle takes at most "
        + "\(EntryBundle.entryByteCountMax)"
    case .copyDamaged(let path, let report):
      "\(path): the copy is damaged, do not use it: \(report.damages.first ?? "no detail")"
    case .file(let fault): "\(fault)"
    case .interrupted: "interrupted"
    case .unexpected(let text): "unexpected: \(text)"
    }
  }
}
