import EventModel

/// Which resources a body answers for at a moment.
enum SlowShare {
  /// A unit's are those it owns; an organisation's those it runs for their owners, by an agency (art. 15) in force on
  /// the day.
  static func resources(_ here: SlowLedger, _ candidate: SlowCandidate, _ valid: Instant) -> [SlowResource] {
    let resources = here.resources(by: valid)
    if !candidate.isOrganisation { return resources.filter { $0.owner == candidate.party } }
    let run = operated(here.facts(by: valid), by: candidate.party, on: SlowTime.day(valid))
    return resources.filter { run.contains($0.acquired.resource) && $0.owner != candidate.party }
  }

  private static func operated(_ facts: [RecordedEvent], by party: Identifier, on day: Int) -> Set<Identifier> {
    var agencies: [(data: AgencyAuthorised, last: Int?)] = []
    for event in facts {
      switch event.event.payload {
      case .agencyAuthorised(let data): agencies.append((data, data.to.map { SlowTime.day($0) }))
      case .agencyEnded(let data):
        for index in agencies.indices where agencies[index].data.agency == data.agency {
          agencies[index].last = min(SlowTime.day(data.to), agencies[index].last ?? .max)
        }
      default: break
      }
    }
    var run: Set<Identifier> = []
    for (data, last) in agencies where data.agent == party {
      if SlowTime.day(data.from) <= day, last.map({ day <= $0 }) ?? true { run.formUnion(data.resources) }
    }
    return run
  }
}
