package import EventLog
public import EventModel

/// How long after it became true a fact was recorded.
public enum Lag: Int, Sendable, Hashable, CaseIterable {
  /// Recorded before it became true, as bookings are.
  case ahead
  /// Within an hour.
  case hour
  /// Within a day.
  case day
  /// Within seven days.
  case week
  /// Within thirty days.
  case month
  /// Within ninety days.
  case quarter
  /// Within 365 days.
  case year
  /// Later.
  case longer

  init(seconds: Int64) {
    let day: Int64 = 86_400
    self =
      switch seconds {
      case ..<0: .ahead
      case ...3_600: .hour
      case ...day: .day
      case ...(7 * day): .week
      case ...(30 * day): .month
      case ...(90 * day): .quarter
      case ...(365 * day): .year
      default: .longer
      }
  }
}

/// The events of one type that were recorded about as late.
public struct LagGroup: Sendable, Hashable {
  /// The type.
  public let type: EventType
  /// How late.
  public let lag: Lag
  /// The longest time from valid to recorded, in whole seconds; below 0 when all were recorded ahead.
  public let secondsMax: Int64
  /// The events, in rising order.
  public let positions: [Position]
}

/// An event that counts on another day than its own, because that was closed.
public struct PostedElsewhere: Sendable, Hashable {
  /// The event.
  public let position: Position
  /// Its type.
  public let type: EventType
  /// When it became true.
  public let validTime: Instant
  /// When it was recorded.
  public let recordedTime: Instant
  /// The day it would count on.
  public let ownDay: Day
  /// The day it counts on.
  public let postedOn: Day
}

/// How late facts reached the ledger, and which of them reached closed books.
public struct LateEvents: Sendable, Hashable {
  /// The distribution, in order of type and lag.
  public let groups: [LagGroup]
  /// The events posted on another day, in order of position.
  public let postedElsewhere: [PostedElsewhere]

  /// Reads the events recorded on the days of the scope that were true by its valid time; with a unit those that concern
  /// it.
  ///
  /// - Complexity: O(events recorded in the scope), or with a unit O(events that concern it).
  package init(_ log: LogReader, _ scope: ReportScope) throws {
    var groups: [Key: (secondsMax: Int64, positions: [Position])] = [:]
    var elsewhere: [PostedElsewhere] = []
    let count = { (type: EventType, valid: Instant, recorded: Instant, position: Position) in
      let seconds = LateEvents.seconds(from: valid, to: recorded)
      let key = Key(type: type, lag: Lag(seconds: seconds))
      let longest = groups[key]?.secondsMax ?? seconds
      groups[key, default: (seconds, [])].positions.append(position)
      groups[key]?.secondsMax = max(longest, seconds)
    }
    try LateEvents.forEach(log, scope) { type, valid, recorded, position, event in
      count(type, valid, recorded, position)
      if type.group == .money || type.group == .vouchers, let posted = PostedElsewhere(try event()) {
        elsewhere.append(posted)
      }
    }
    self.groups = groups.sorted { $0.key < $1.key }.map { key, group in
      LagGroup(type: key.type, lag: key.lag, secondsMax: group.secondsMax, positions: group.positions)
    }
    postedElsewhere = elsewhere
  }

  private typealias Visit = (EventType, Instant, Instant, Position, () throws -> RecordedEvent) throws -> Void

  private static func forEach(_ log: LogReader, _ scope: ReportScope, _ body: Visit) throws {
    let (from, through) = (scope.period.from.start, scope.period.through.end)
    let before = try? Instant(microseconds: from.microseconds - 1)
    let first = try before.map { try log.position(recordedBy: $0) } ?? .zero
    let last = min(try log.position(recordedBy: through), scope.asOf.known)
    guard first < last else { return }
    if let unit = scope.unit {
      let query = EventQuery(tags: [Tag(.party, unit)])
      let valid = Instant.first...scope.asOf.valid
      try log.select(EventSelection(query: query, positions: first.next...last, valid: valid)) { event in
        try body(event.event.type, event.event.validTime, event.recordedTime, event.position) { event }
        return true
      }
    } else {
      try log.scan(first.next...last) { view in
        guard let type = view.type, view.validTime <= scope.asOf.valid else { return true }
        try body(type, view.validTime, view.recordedTime, view.position) { try view.recordedEvent() }
        return true
      }
    }
  }

  /// Whole seconds, those begun before the valid time counted as negative.
  private static func seconds(from valid: Instant, to recorded: Instant) -> Int64 {
    let (quotient, rest) = (recorded.microseconds - valid.microseconds).quotientAndRemainder(dividingBy: 1_000_000)
    return rest < 0 ? quotient - 1 : quotient
  }

  private struct Key: Hashable, Comparable {
    let type: EventType
    let lag: Lag

    static func < (left: Key, right: Key) -> Bool {
      (left.type.rawValue, left.lag.rawValue) < (right.type.rawValue, right.lag.rawValue)
    }
  }
}

extension PostedElsewhere {
  /// `nil` for an event that counts on its own day or nothing.
  init?(_ event: RecordedEvent) {
    let (own, posted) = (CountedDay.own(event.event), CountedDay.of(event.event))
    guard own != posted else { return nil }
    self.init(
      position: event.position, type: event.event.type, validTime: event.event.validTime,
      recordedTime: event.recordedTime, ownDay: own, postedOn: posted)
  }
}
