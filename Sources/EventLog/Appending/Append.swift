public import EventModel
public import LMDB

/// What became of an event handed to the log.
public enum AppendOutcome: Sendable, Hashable {
  /// It was recorded now.
  case recorded(position: Position, recordedTime: Instant)
  /// The same event was recorded before; nothing was written.
  case alreadyRecorded(position: Position)

  /// Where the event stands in the log.
  public var position: Position {
    switch self {
    case .recorded(let position, _), .alreadyRecorded(let position): position
    }
  }
}

/// Why nothing of a request was written.
public enum AppendError: Error, Sendable {
  /// An event of the request cannot be a fact; `index` counts from 0 within the request.
  case refused(index: Int, refusal: Refusal)
  /// The append condition no longer holds: an event matching it stands at this position.
  case conflict(position: Position)
  /// The request has more events than one batch may have.
  case tooManyEvents(count: Int, countMax: Int)
  /// A replica's event does not continue this log.
  case notTheNextEvent(index: Int, position: Position, expected: Position)
  /// The storage failed; the code says whether the outcome is known.
  case fault(StorageFault)
  /// Stored bytes met on the way are damaged.
  case damaged(LogDamage)
  /// Anything else a rule or a read threw, in words: a defect of this software.
  case unexpected(String)
}

/// Append only if nothing that matters happened meanwhile.
public struct AppendCondition: Sendable, Hashable {
  /// The events that must not have come …
  public var failIfAny: EventQuery
  /// … after this position.
  public var after: Position

  /// Fail when any event matching `failIfAny` stands after `after`.
  public init(failIfAny: EventQuery, after: Position) {
    self.failIfAny = failIfAny
    self.after = after
  }
}

/// Decides whether an event can be a fact; pure but for what it reads through the log reader.
package protocol AdmissionPolicy: Sendable {
  /// Throws a ``Refusal`` when the event cannot be recorded after everything the reader shows.
  func admit(_ event: Event, recordedTime: Instant, log: LogReader) throws
}

/// Admits everything: for logs without domain rules, such as benchmarks of the log itself.
package struct AdmitAll: AdmissionPolicy {
  package init() {}
  package func admit(_ event: Event, recordedTime: Instant, log: LogReader) {}
}

/// What a caller asks the writer to do.
enum AppendWork: Sendable {
  /// All or nothing.
  case batch(PreparedEvents, AppendCondition?)
  /// Each event for itself.
  case each(PreparedEvents)
  /// Events of another ledger, with their positions and recorded times.
  case replica([RecordedEvent], PreparedEvents)

  var count: Int {
    switch self {
    case .batch(let events, _), .each(let events), .replica(_, let events): events.count
    }
  }
}

/// The answer to one event, and of a whole request.
package typealias AppendResult = Result<AppendOutcome, AppendError>
