internal import EventLog
public import EventModel
internal import LMDB
internal import Sharing

/// An append-only ledger of events in a directory, with the rules of sharing science and technology resources.
///
/// ```swift
/// try Ledger.create(at: "lab")
/// let ledger = try Ledger(path: "lab", access: .writing)
/// try ledger.append([event])
/// let rows = try ledger.view(at: day.end).catalogue()
/// ```
///
/// One process writes; any number read, beside it and without waiting. A value of this class is safe to share.
public final class Ledger: Sendable {
  /// What a ledger is opened for.
  public enum Access: Sendable {
    /// Questions only; any number of processes.
    case reading
    /// Questions and appends; one process at a time.
    case writing
  }

  /// The ledger's directory, as it was given.
  public let path: String
  let log: EventLog
  private let clock: @Sendable () -> Instant

  /// Makes an empty ledger in a directory that holds none; the directory is made when it is missing.
  ///
  /// - Throws: ``LedgerError/fault(_:)``, code `alreadyExists` when there is a ledger: nothing is ever overwritten.
  public static func create(at path: String) throws(LedgerError) {
    do {
      try EventLog.create(
        directory: path, id: RandomBytes.uuid(), created: SystemClock.now().description)
    } catch {
      throw LedgerError(error)
    }
  }

  /// Opens an existing ledger.
  ///
  /// - Throws: ``LedgerError/fault(_:)`` when there is no ledger, it is damaged, or another process writes to it.
  public convenience init(path: String, access: Access) throws(LedgerError) {
    try self.init(path: path, access: access, clock: SystemClock.now)
  }

  /// Opens with a clock of the caller's: tests set the time, nothing else does.
  package init(
    path: String, access: Access, clock: @escaping @Sendable () -> Instant
  ) throws(LedgerError) {
    self.path = path
    self.clock = clock
    do {
      switch access {
      case .reading: log = try EventLog(directory: path, access: .reading, postings: ChartOfAccounts())
      case .writing:
        log = try EventLog(
          directory: path, access: .writing(admission: SharingAdmission(), clock: clock), postings: ChartOfAccounts())
      }
    } catch {
      throw LedgerError(error)
    }
  }

  /// Ends the ledger: queued appends are answered, running questions waited for, later ones refused.
  public func close() throws(LedgerError) {
    do {
      try log.close()
    } catch {
      throw LedgerError(error)
    }
  }

  /// The time by this ledger's clock.
  var now: Instant { clock() }

  /// Today in Beijing.
  public var today: Day { clock().day }

  /// Answers one question inside one read transaction.
  func ask<R>(_ body: (LogReader) throws -> R) throws(LedgerError) -> R {
    do {
      return try log.read(body)
    } catch {
      throw LedgerError(error)
    }
  }
}
