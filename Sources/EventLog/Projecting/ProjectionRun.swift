import EventModel
import LMDB

/// One replay of a view's events: what all its threads share.
struct ProjectionRun: Sendable {
  private let log: EventLog
  private let asOf: AsOf
  private let options: ProjectionOptions
  private let filter: ProjectionFilter
  private let doneCount = Guarded<UInt64>(0)

  /// Looks up what was taken back by K: a pass over the log that only glances at types; the fold checks every record.
  static func prepared(
    _ log: EventLog, _ asOf: AsOf, _ types: Set<EventType>?, _ options: ProjectionOptions
  ) throws -> ProjectionRun {
    let everything = ProjectionFilter(valid: .last, types: nil, retracted: [])
    let first = ProjectionRun(log: log, asOf: asOf, options: options, filter: everything)
    let retracted = Set(try first.inParallel { try first.retractedPositions($0) }.flatMap { $0 })
    let filter = ProjectionFilter(valid: asOf.valid, types: types, retracted: retracted.sorted())
    return ProjectionRun(log: log, asOf: asOf, options: options, filter: filter)
  }

  private init(log: EventLog, asOf: AsOf, options: ProjectionOptions, filter: ProjectionFilter) {
    (self.log, self.asOf, self.options, self.filter) = (log, asOf, options, filter)
  }

  /// Divides the positions up to K into so many stretches, fewer when there are not enough events.
  func ranges(_ count: Int) -> [ClosedRange<UInt64>] {
    let total = asOf.known.number
    guard total > 0 else { return [] }
    let parts = max(1, min(UInt64(max(count, 1)), total / ProjectionRun.eventCountMin))
    return (0..<parts).map { part in (part * total / parts + 1)...((part + 1) * total / parts) }
  }

  /// A thread for fewer events costs more than it saves.
  private static let eventCountMin: UInt64 = 256

  /// Calls `body` with every event of the ranges that counts, a read transaction a slice.
  func fold(_ ranges: [ClosedRange<UInt64>], _ body: (EventView) throws -> Void) throws {
    for range in ranges {
      var place = filter.place(from: Position(range.lowerBound))
      try forEachSlice(range, isCounted: true) { slice in
        try log.read { log in
          try log.scan(slice) { event in
            if filter.admits(event, &place) { try ProjectionRun.apply(event, body) }
            return true
          }
        }
      }
    }
  }

  /// Sorts the events that count by valid time, then position, and reads them in that order.
  func foldInValidOrder(_ body: (EventView) throws -> Void) throws {
    var order: [(valid: Int64, position: UInt64)] = []
    try fold(ranges(1)) { order.append(($0.validTime.microseconds, $0.position.number)) }
    order.sort { $0 < $1 }
    guard !order.isEmpty else { return }
    try forEachSlice(1...UInt64(order.count), isCounted: false) { slice in
      try log.read { log in
        for index in Int(slice.lowerBound.number) - 1..<Int(slice.upperBound.number) {
          try log.withEvent(at: Position(order[index].position)) { try ProjectionRun.apply($0, body) }
        }
      }
    }
  }

  /// Calls `body` with each stretch on a thread of its own and answers the results in order; the error of the earliest
  /// stretch is thrown once all have ended.
  func inParallel<R: Sendable>(_ body: @escaping @Sendable (ClosedRange<UInt64>) throws -> R) throws -> [R] {
    let ranges = ranges(options.threadCount ?? Workers.coreCount)
    return try Workers.map(ranges.count, threadCount: ranges.count) { try body(ranges[$0]) }
  }

  /// A record the projector cannot read is damage at its position.
  private static func apply(_ event: EventView, _ body: (EventView) throws -> Void) throws {
    do {
      try body(event)
    } catch let error as CodecError {
      throw LogDamage(position: event.position, reason: .record(error))
    }
  }

  private func forEachSlice(
    _ range: ClosedRange<UInt64>, isCounted: Bool, _ body: (ClosedRange<Position>) throws -> Void
  ) throws {
    var next = range.lowerBound
    while next <= range.upperBound {
      if options.isCancelled() { throw ProjectionCancelled() }
      let end = min(range.upperBound, next + max(options.sliceCount, 1) - 1)
      try body(Position(next)...Position(end))
      if isCounted, let progress = options.progress {
        let (count, total) = (end - next + 1, asOf.known.number)
        doneCount.update {
          $0 += count
          progress(ProjectionProgress(eventCount: $0, totalCount: total))
        }
      }
      next = end + 1
    }
  }

  /// The events taken back by retractions of a stretch, wherever they stand.
  private func retractedPositions(_ range: ClosedRange<UInt64>) throws -> [UInt64] {
    var targets: [UInt64] = []
    try forEachSlice(range, isCounted: false) { slice in
      try log.read { log in
        for position in try log.uncheckedPositions(of: .eventRetracted, in: slice) {
          guard case .eventRetracted(let data) = try log.event(at: position).event.payload,
            let target = try log.position(source: data.targetSource, id: data.targetId)
          else { continue }
          targets.append(target.number)
        }
      }
    }
    return targets
  }
}
