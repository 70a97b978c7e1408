import EventLog
import EventModel

/// A place in the order of valid time and position, on a civil day, as known at a position.
///
/// Finer than an as-of: of several events of one instant it can lie after some of them, and the day can be later than
/// all of them.
struct ScoreMoment {
  /// Events with an earlier valid time count.
  var valid: Instant
  /// Of the events of this valid time those up to here count.
  var through: Position
  /// Events recorded later do not count.
  var known: Position
  /// The civil day that is asked about.
  var day: Day

  init(_ asOf: AsOf) { self.init(asOf.valid, through: Position(.max), known: asOf.known, on: asOf.valid.day) }

  init(_ valid: Instant, through: Position, known: Position, on day: Day) {
    (self.valid, self.through, self.known, self.day) = (valid, through, known, day)
  }

  /// Whether an event is true, known and not taken back.
  func counts(_ item: TimelineItem) -> Bool {
    let (position, time) = (item.event.position, item.event.event.validTime)
    guard position <= known, item.retractedBy.map({ $0 > known }) ?? true else { return false }
    return time != valid ? time < valid : position <= through
  }
}

/// Everything known of the published policies: the book of any moment without reading the log again.
struct PolicyHistory {
  /// The publications, in order of valid time, then position.
  let items: [TimelineItem]

  /// - Complexity: O(policies).
  init(_ log: LogReader, known: Position) throws {
    var items: [TimelineItem] = []
    for policy in try log.derived.entities(.policy, .parties, known: known) {
      items += try log.lifecycle(of: Tag(.policy, policy), .parties, types: [.policyPublished], known: known)
    }
    self.items = items.sorted { $0.precedes($1) }
  }

  /// The policies at a moment.
  func book(at moment: ScoreMoment, proposed: [Policy.Parameter: Int64]) -> PolicyBook {
    PolicyBook(items.filter { moment.counts($0) }.map(\.event), proposed: proposed)
  }
}
