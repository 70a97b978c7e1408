import EventLog
import EventModel

/// The way from one as-of to another: everything that changes what is counted, one cause after the other.
///
/// First what is known moves, event by event in order of position, at the first valid time; then valid time moves, event by
/// event and day by day, at the second position. The sums of the first as-of and all changes are the sums of the second.
struct ScoreWalk {
  /// The changes in the order of the walk.
  private(set) var changes: [ScoreChange] = []
  private let sources: ScoreSources

  init(_ sources: ScoreSources, from: AsOf, to: AsOf) {
    self.sources = sources
    changes += ScoreWalk.directed(from.known, to.known) { known($0, $1, at: from.valid) }
    changes += ScoreWalk.directed(from.valid, to.valid) { valid($0, $1, known: to.known) }
  }

  /// A walk backwards is the walk forwards, undone from its end.
  private static func directed<Place: Comparable>(
    _ from: Place, _ to: Place, _ walk: (Place, Place) -> [ScoreChange]
  ) -> [ScoreChange] {
    if from == to { return [] }
    return from < to ? walk(from, to) : walk(to, from).reversed().map(\.undone)
  }

  // MARK: Knowledge

  private func known(_ from: Position, _ to: Position, at valid: Instant) -> [ScoreChange] {
    var changes: [ScoreChange] = []
    let policies = ScoreWalk.positions(sources.policies.items, from, to)
    for subject in sources.subjects {
      let positions = policies.union(ScoreWalk.positions(subject.items, from, to)).sorted()
      var before = positions.isEmpty ? [] : counted(subject, AsOf(valid: valid, known: from))
      for position in positions {
        let after = counted(subject, AsOf(valid: valid, known: position))
        changes += ScoreWalk.changes(.event(position), at: valid, position, before, after)
        before = after
      }
    }
    for counted in sources.contributions where counted.position > from && counted.position <= to {
      guard counted.day <= valid.day else { continue }
      changes.append(
        ScoreChange(.event(counted.position), at: valid, counted.position, counted.measure, counted.amount))
    }
    return changes.sorted { $0.position < $1.position }
  }

  private func counted(_ subject: ScoreSubject, _ asOf: AsOf) -> [ScoreMeasure] {
    let moment = ScoreMoment(asOf)
    return sources.count(subject, at: moment, sources.book(at: moment))
  }

  /// Where events were recorded or taken back.
  private static func positions(_ items: [TimelineItem], _ from: Position, _ to: Position) -> Set<Position> {
    Set(items.flatMap { [$0.event.position] + ($0.retractedBy.map { [$0] } ?? []) }.filter { $0 > from && $0 <= to })
  }

  // MARK: Valid time

  private func valid(_ from: Instant, _ to: Instant, known: Position) -> [ScoreChange] {
    var changes: [ScoreChange] = []
    let end = ScoreMoment(AsOf(valid: to, known: known))
    let policies = sources.policies.items.filter { $0.event.event.validTime > from && end.counts($0) }
    for subject in sources.subjects {
      let own = subject.items.filter { $0.event.event.validTime > from && end.counts($0) }
      changes += walk(subject, from: from, through: (own + policies).sorted { $0.precedes($1) }, to: end)
    }
    for counted in sources.contributions where counted.position <= known {
      guard counted.day > from.day, counted.day <= to.day else { continue }
      changes.append(
        ScoreChange(.event(counted.position), at: counted.day.start, counted.position, counted.measure, counted.amount))
    }
    return changes.sorted { $0.time != $1.time ? $0.time < $1.time : $0.position < $1.position }
  }

  /// One subject through its own events and those of policies, and through the days between them.
  private func walk(
    _ subject: ScoreSubject, from: Instant, through items: [TimelineItem], to end: ScoreMoment
  ) -> [ScoreChange] {
    var changes: [ScoreChange] = []
    var moment = ScoreMoment(AsOf(valid: from, known: end.known))
    var before = sources.count(subject, at: moment, sources.book(at: moment))
    let places = items.map {
      ScoreMoment(
        $0.event.event.validTime, through: $0.event.position, known: end.known, on: $0.event.event.validTime.day)
    }
    for (index, place) in (places + [end]).enumerated() {
      // What follows does not change until the place: only the day moves.
      let book = sources.book(at: moment)
      let events = subject.events(at: moment)
      while let next = subject.nextChange(after: events, book, from: moment.day, sources.question), next <= place.day {
        moment.day = next
        let after = sources.count(subject, at: moment, book)
        changes += ScoreWalk.changes(.day(next), at: next.start, .zero, before, after)
        before = after
      }
      moment = place
      if index == places.count { break }
      let after = sources.count(subject, at: moment, sources.book(at: moment))
      changes += ScoreWalk.changes(.event(place.through), at: place.valid, place.through, before, after)
      before = after
    }
    return changes
  }

  private static func changes(
    _ cause: ScoreCause, at time: Instant, _ position: Position, _ before: [ScoreMeasure], _ after: [ScoreMeasure]
  ) -> [ScoreChange] {
    let (old, new) = (Set(before), Set(after))
    return old.subtracting(new).map { ScoreChange(cause, at: time, position, $0, -1) }
      + new.subtracting(old).map { ScoreChange(cause, at: time, position, $0, 1) }
  }
}

extension ScoreChange {
  fileprivate var undone: ScoreChange { ScoreChange(cause, at: time, position, measure, -amount) }
}
