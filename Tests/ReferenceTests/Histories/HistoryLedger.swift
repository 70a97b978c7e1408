import EventLog
import EventModel
import Foundation
import Sharing
import Synchronization

/// A ledger in a directory of its own, and what it admitted as its answers told.
final class HistoryLedger {
  let log: EventLog
  private let directory: String
  private let clock = SettableClock()
  private(set) var admitted: [RecordedEvent] = []
  private(set) var refusals: [String: Int] = [:]
  private(set) var failures: [String] = []
  /// The closes that say what the reference counted, which must not be refused for it.
  private var trueCloses: Set<Identifier> = []

  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID().uuidString)").path
    let clock = clock
    try EventLog.create(directory: directory, id: UUID().uuidString, created: "2026-01-01")
    log = try EventLog(
      directory: directory, access: .writing(admission: SharingAdmission()) { clock.now }, postings: ChartOfAccounts())
  }

  deinit {
    try? log.close()
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Appends each proposal for itself; one commit for all that stand between two closes and have one time.
  func propose(_ steps: [History.Step]) throws {
    var waiting: [Event] = []
    var now: Instant?
    for step in steps {
      if let now, now != step.now { try append(&waiting) }
      now = step.now
      clock.now = step.now
      switch step.proposal {
      case .fact(let event): waiting.append(event)
      case .close(let close):
        try append(&waiting)
        waiting.append(try event(of: close))
      }
    }
    try append(&waiting)
  }

  /// Takes the first events of another ledger over.
  func replicate(_ events: [RecordedEvent]) throws {
    _ = try log.appendReplica(events)
    admitted += events
  }

  private func append(_ events: inout [Event]) throws {
    for (event, result) in zip(events, try log.appendEach(events)) {
      switch result {
      case .success(.recorded(let position, let recordedTime)):
        admitted.append(
          RecordedEvent(position: position, recordedTime: recordedTime, batch: .single, event: event))
      case .success(.alreadyRecorded): refusals["(already recorded)", default: 0] += 1
      case .failure(.refused(_, .controlTotalsDiffer(let field, let given, let recorded)))
      where trueCloses.contains(event.id):
        failures.append("\(event.id) closes with \(field) \(given), the ledger counts \(recorded)")
      case .failure(.refused(_, let refusal)):
        refusals["\(event.type.wireName) \(refusal.ruleName)", default: 0] += 1
      case .failure(let failure): failures.append("\(event.type.wireName): \(failure)")
      }
    }
    events = []
  }

  private func event(of close: Proposal.Close) throws -> Event {
    let slow = SlowLedger(admitted)
    let totals = slow.totals(
      books: close.books.text, after: slow.periods.books[close.books.text]?.closedThrough,
      through: SlowTime.day(close.through), commodities: Set(close.commodities.map(\.wireName)))
    let controlTotals = try close.commodities.map { commodity in
      ControlTotal(
        commodity: commodity, debit: try Fen(Int64(totals.debit[commodity.wireName] ?? 0)),
        credit: try Fen(Int64(totals.credit[commodity.wireName] ?? 0)))
    }
    var event = close.event
    if !close.isWrong { trueCloses.insert(event.id) }
    event.payload = .periodClosed(
      PeriodClosed(
        books: close.books, through: close.through, controlTotals: controlTotals,
        postings: try Count(Int64(totals.count + (close.isWrong ? 1 : 0)))))
    return event
  }
}

private final class SettableClock: Sendable {
  private let time = Mutex(Instant.first)

  var now: Instant {
    get { time.withLock { $0 } }
    set { time.withLock { $0 = newValue } }
  }
}
