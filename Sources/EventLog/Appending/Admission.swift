import EventModel
import LMDB

/// Turns requests into pending events or refusals: the part of an append that decides, apart from the part that stores.
struct Admission {
  let policy: any AdmissionPolicy
  let clock: @Sendable () -> Instant

  /// One answer an event; a refused batch has the same answer for all and leaves nothing pending.
  func answer(_ work: AppendWork, reader: Reader, pending: PendingEvents) -> [AppendResult] {
    switch work {
    case .batch(let events, let condition):
      return attempt(events.count, pending) {
        try batch(events, condition, reader: reader, pending: pending)
      }
    case .each(let events):
      return events.events.indices.flatMap { index in
        attempt(1, pending) { try batch(events, index..<index + 1, reader: reader, pending: pending) }
      }
    case .replica(let recorded, let events):
      return attempt(events.count, pending) { try replica(recorded, events, pending: pending) }
    }
  }

  private func batch(
    _ events: PreparedEvents, _ condition: AppendCondition?, reader: Reader, pending: PendingEvents
  ) throws -> [AppendOutcome] {
    if condition != nil, let known = try wholeBatchAlreadyRecorded(events.events, reader: reader, pending: pending) {
      return known
    }
    if let condition,
      let position = try LogReader(reader, pending: pending).firstMatch(condition.failIfAny, after: condition.after)
    {
      throw AppendError.conflict(position: position)
    }
    return try batch(events, events.events.indices, reader: reader, pending: pending)
  }

  private func batch(
    _ events: PreparedEvents, _ range: Range<Int>, reader: Reader, pending: PendingEvents
  ) throws -> [AppendOutcome] {
    let mark = pending.mark
    var outcomes: [AppendOutcome] = []
    outcomes.reserveCapacity(range.count)
    for index in range {
      do {
        outcomes.append(try one(events, index, log: LogReader(reader, pending: pending), pending: pending))
      } catch let refusal as Refusal {
        throw AppendError.refused(index: index - range.lowerBound, refusal: refusal)
      }
    }
    pending.sealBatch(since: mark)
    return outcomes
  }

  private func one(
    _ events: PreparedEvents, _ index: Int, log: LogReader, pending: PendingEvents
  ) throws -> AppendOutcome {
    let event = events.events[index]
    if let position = try log.position(source: event.source, id: event.id) {
      guard try log.event(at: position).event == event else {
        throw Refusal.eventIDReused(source: event.source, id: event.id, recordedAt: position)
      }
      return .alreadyRecorded(position: position)
    }
    let recordedTime = try nextRecordedTime(pending)
    try policy.admit(event, recordedTime: recordedTime, log: log)
    try pending.add(events, index, recordedTime: recordedTime, batch: .single)
    return .recorded(position: pending.head, recordedTime: recordedTime)
  }

  /// A retry of a batch that was recorded must not be told that its own events conflict with its condition.
  private func wholeBatchAlreadyRecorded(
    _ events: [Event], reader: Reader, pending: PendingEvents
  ) throws -> [AppendOutcome]? {
    let log = try LogReader(reader, pending: pending)
    var outcomes: [AppendOutcome] = []
    for event in events {
      guard let position = try log.position(source: event.source, id: event.id),
        try log.event(at: position).event == event
      else { return nil }
      outcomes.append(.alreadyRecorded(position: position))
    }
    return outcomes
  }

  private func replica(
    _ recorded: [RecordedEvent], _ events: PreparedEvents, pending: PendingEvents
  ) throws -> [AppendOutcome] {
    var outcomes: [AppendOutcome] = []
    for (index, event) in recorded.enumerated() {
      let expected = pending.head.next
      guard event.position == expected, pending.lastRecordedTime.map({ $0 < event.recordedTime }) ?? true else {
        throw AppendError.notTheNextEvent(index: index, position: event.position, expected: expected)
      }
      do {
        try pending.add(events, index, recordedTime: event.recordedTime, batch: event.batch)
      } catch {
        throw AppendError.refused(index: index, refusal: error)
      }
      outcomes.append(.recorded(position: expected, recordedTime: event.recordedTime))
    }
    return outcomes
  }

  /// Now, but later than every event before: a clock set back never reorders knowledge.
  private func nextRecordedTime(_ pending: PendingEvents) throws -> Instant {
    let now = clock()
    guard let last = pending.lastRecordedTime, now <= last else { return now }
    return try Instant(microseconds: last.microseconds + 1)
  }

  /// Runs one atomic piece of work and takes back what it left pending when it throws.
  private func attempt(
    _ count: Int, _ pending: PendingEvents, _ work: () throws -> [AppendOutcome]
  ) -> [AppendResult] {
    let mark = pending.mark
    do {
      return try work().map { .success($0) }
    } catch {
      pending.remove(after: mark)
      return Array(repeating: .failure(AppendError(error)), count: max(count, 1))
    }
  }
}

extension AppendError {
  /// Gives any error met while appending its place among the four kinds of no.
  init(_ error: any Error) {
    switch error {
    case let error as AppendError: self = error
    case let error as StorageFault: self = .fault(error)
    case let error as LogDamage: self = .damaged(error)
    default: self = .unexpected("\(error)")
    }
  }
}
