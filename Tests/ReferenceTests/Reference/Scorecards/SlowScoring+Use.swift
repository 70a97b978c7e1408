import EventModel

/// Resources, hours, services and publications of a body.
extension SlowScoring {
  /// A unit's resources are those it owns. An organisation's are those it runs: by an agency (art. 15) in force on the
  /// day, of several the one authorised last, without one as the owner.
  func resources(of candidate: SlowCandidate) -> [SlowResource] {
    resources.filter { candidate.serves(unit: $0.owner, operator: candidate.isOrganisation ? agent(of: $0) : nil) }
  }

  private func agent(of resource: SlowResource) -> Identifier? {
    var agencies: [(data: AgencyAuthorised, last: Int)] = []
    for event in facts {
      switch event.event.payload {
      case .agencyAuthorised(let data) where data.resources.contains(resource.acquired.resource):
        agencies.append((data, data.to.map { SlowTime.day($0) } ?? .max))
      case .agencyEnded(let data):
        for index in agencies.indices where agencies[index].data.agency == data.agency {
          agencies[index].last = min(SlowTime.day(data.to), agencies[index].last)
        }
      default: break
      }
    }
    return agencies.last { SlowTime.day($0.data.from) <= resource.today && resource.today <= $0.last }?.data.agent
  }

  /// Seconds used in the days, from outside and inside the unit, each as the latest word on it says.
  func seconds(_ candidate: SlowCandidate) -> (outside: Int, inside: Int) {
    var (outside, inside) = (0, 0)
    for (facts, sign, _) in words(candidate) {
      for share in facts.days where days.contain(SlowTime.day(share.day)) {
        if facts.side == .external { outside += sign * Int(share.seconds.value) }
        if facts.side == .internal { inside += sign * Int(share.seconds.value) }
      }
    }
    return (outside, inside)
  }

  /// Services in the days, each counted and taken back on the day of the event that does so.
  func services(_ candidate: SlowCandidate) -> Int {
    words(candidate).filter { days.contain($0.event) }.map(\.sign).reduce(0, +)
  }

  /// All that was ever said and taken back of the body's uses.
  private func words(_ candidate: SlowCandidate) -> [(facts: UsageFacts, sign: Int, event: Event)] {
    var words: [(facts: UsageFacts, sign: Int, event: Event)] = []
    func say(_ facts: UsageFacts, _ unit: Identifier, _ sign: Int, _ event: Event) {
      if candidate.serves(unit: unit, operator: facts.operator) { words.append((facts, sign, event)) }
    }
    for event in here.events.map(\.event) {
      switch event.payload {
      case .usageRecorded(let data): say(SlowUsage(data).facts, data.unit, 1, event)
      case .usageCorrected(let data):
        say(data.was, data.unit, -1, event)
        say(data.now, data.unit, 1, event)
      case .usageVoided(let data): say(data.was, data.unit, -1, event)
      default: break
      }
    }
    return words
  }

  /// Published on time: 1 when every day of the period is covered by what a body published by the last day a policy
  /// allows, without such a policy whenever; none before that day, unless it was published.
  func disclosure(_ candidate: SlowCandidate) -> SlowFraction? {
    let allowed = policies.value("disclosureDays", on: through)
    var covered: Set<Int> = []
    for event in facts {
      guard case .disclosurePublished(let data) = event.event.payload, data.unit == candidate.party,
        allowed.map({ SlowTime.day(event.event.validTime) <= through + $0 }) ?? true
      else { continue }
      let (first, last) = (max(from, SlowTime.day(data.period.from)), min(through, SlowTime.day(data.period.to)))
      if first <= last { covered.formUnion(first...last) }
    }
    if covered.count == through - from + 1 { return SlowFraction(numerator: 1) }
    return SlowTime.day(valid) > through + (allowed ?? 0) ? SlowFraction(numerator: 0) : nil
  }

  /// Who is scored in a role: units are those registered as such and who owns a resource in scope; organisations those
  /// registered as such, hosts of carriers, agents, and whoever is known to have delivered a service for an owner.
  func candidates(isOrganisation: Bool) -> Set<Identifier> {
    var kinds: [Identifier: PartyKind] = [:]
    var found: Set<Identifier> = []
    for event in facts {
      switch event.event.payload {
      case .partyRegistered(let data): kinds[data.party] = data.kind
      case .partyUpdated(let data): kinds[data.party] = data.kind ?? kinds[data.party]
      case .carrierDesignated(let data): if isOrganisation { found.insert(data.host) }
      case .agencyAuthorised(let data): if isOrganisation { found.insert(data.agent) }
      default: break
      }
    }
    found.formUnion(kinds.filter { $0.value == (isOrganisation ? .organisation : .unit) }.keys)
    if !isOrganisation { return found.union(resources.filter { $0.isInScope(on: $0.today) }.map(\.owner)) }
    func serve(_ servant: Identifier?, for owner: Identifier) {
      if let servant, servant != owner { found.insert(servant) }
    }
    for event in here.events {
      switch event.event.payload {
      case .usageRecorded(let data): serve(data.operator, for: data.unit)
      case .usageCorrected(let data): serve(data.now.operator, for: data.unit)
      case .chargeAssessed(let data): serve(data.operator, for: data.unit)
      default: break
      }
    }
    return found
  }
}
