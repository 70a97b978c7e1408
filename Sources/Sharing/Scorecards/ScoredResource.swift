import EventModel

/// A resource as scorecards count it on one day.
struct ScoredResource {
  /// For whom it counts, and to which measures.
  let count: ScoreSubject.Count
  /// The days on which that may change although nothing happens.
  let days: [Day]

  /// `nil` while it is not acquired.
  init?(_ events: [RecordedEvent], _ policies: PolicyBook, on day: Day, _ question: ScoreQuestion) {
    let state = ResourceState(folding: events)
    guard let facts = state.facts else { return nil }
    let duty = Duty(state, policies: policies, on: day)
    var days = policies.editions.map(\.effectiveFrom) + ScoredResource.dayAfter(state.lastExemptedDay)
    var party = facts.unit
    if question.role == .organisation {
      let agencies = AgencyBook(events)
      party = agencies.agent(on: day) ?? party
      days += agencies.days
    }
    var measures: [ScoreMeasure] = []
    if duty.isInScope { measures.append(.inScope) }
    if duty.isInScope, state.mode == .external { measures.append(.openInScope) }
    if duty.mustOpen { measures.append(.mustOpen) }
    if let due = duty.dueOn, question.period.contains(due) {
      days.append(due)
      if due <= day {
        measures.append(.fallenDue)
        if duty.openedOn != nil, state.registeredOn != nil, duty.daysLate == 0 { measures.append(.onTime) }
      }
    }
    count = ScoreSubject.Count(party: party, measures: measures)
    self.days = days
  }

  /// The day after the last one of something that ends.
  static func dayAfter(_ day: Day?) -> [Day] { day.flatMap { try? $0.advanced(by: 1) }.map { [$0] } ?? [] }
}

/// Who serves one resource for its owner (art. 15).
struct AgencyBook {
  private var agencies: [AgencyAuthorised] = []

  init(_ events: [RecordedEvent]) {
    for event in events {
      switch event.event.payload {
      case .agencyAuthorised(let data): agencies.append(data)
      case .agencyEnded(let data):
        for index in agencies.indices where agencies[index].agency == data.agency {
          agencies[index].to = min(agencies[index].to ?? data.to, data.to)
        }
      default: break
      }
    }
  }

  /// The agent on a day; of several the one authorised last.
  func agent(on day: Day) -> Identifier? {
    agencies.last { $0.from <= day && $0.to.map { day <= $0 } ?? true }?.agent
  }

  /// The days on which the agent may change.
  var days: [Day] { agencies.flatMap { [$0.from] + ScoredResource.dayAfter($0.to) } }
}

/// Whether a party published a whole period on time (art. 14).
///
/// On time is `disclosureDays` after the period, when a policy in force on its last day says so; without such a policy any
/// publication is. There is no value before that day, unless it was published already.
struct ScoredPublication {
  private let isPublished: Bool
  private let lastDay: Day

  init(_ events: [RecordedEvent], _ policies: PolicyBook, _ period: CivilPeriod) {
    let limit = policies.policy(on: period.through).disclosureDays
    let deadline = limit.map { (try? period.through.advanced(by: Int($0))) ?? .last }
    lastDay = deadline ?? period.through
    var published: [Period] = []
    for event in events {
      guard case .disclosurePublished(let data) = event.event.payload else { continue }
      if deadline.map({ event.event.validTime.day <= $0 }) ?? true { published.append(data.period) }
    }
    // The first day that no publication covers.
    var next: Day? = period.from
    for part in published.sorted(by: { $0.from < $1.from }) {
      guard let day = next, part.from <= day, part.to >= day else { continue }
      next = try? part.to.advanced(by: 1)
    }
    isPublished = next.map { $0 > period.through } ?? true
  }

  func count(for party: Identifier, on day: Day) -> ScoreSubject.Count {
    let measures: [ScoreMeasure] = isPublished ? [.disclosureDue, .disclosed] : day > lastDay ? [.disclosureDue] : []
    return ScoreSubject.Count(party: party, measures: measures)
  }

  var days: [Day] { ScoredResource.dayAfter(lastDay) }
}
