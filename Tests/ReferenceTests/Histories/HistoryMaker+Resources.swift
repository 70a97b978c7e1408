import EventModel

/// Resources that come into scope and fall due, are reported and opened in time, late or never, exempted, valued anew,
/// under customs' eyes and run by others.
extension HistoryMaker {
  static let resourceMakers: [Maker] = [
    (2, { try $0.acquisition() }), (1, { try $0.revaluation() }), (1, { try $0.fundingCorrection() }),
    (3, { try $0.registration() }),
    (3, { try $0.opening() }), (1, { try $0.closing() }), (1, { try $0.exemption() }), (1, { try $0.exemptionEnd() }),
    (1, { try $0.customs() }), (1, { try $0.agency() }), (1, { try $0.smallFact() }),
  ]

  /// A resource of the history with its owner of a moment, likely the newest.
  mutating func someResource(_ at: Instant? = nil) throws -> (id: Identifier, unit: Identifier)? {
    guard let first = chance(40) ? scene.resources.last : pick(scene.resources) else { return nil }
    let owner = at.flatMap { scene.owner(of: first.id, at: $0) } ?? first.unit
    return (try Identifier(first.id), try Identifier(owner))
  }

  private func day(_ number: Int) throws -> Day { try Day(number: Int64(number)) }

  private mutating func acquisition() throws -> [Proposal] {
    if scene.resources.count > 8, chance(80) { return [] }
    let at = try moment()
    let kind = one([ResourceKind.equipment, .equipment, .equipment, .scientificData])
    let value = kind == .equipment ? one([19_999_999, 20_000_000, 30_000_000, 60_000_000]) : 0
    let fiscal = one([0, 0, 1, 100_000, value])
    var funding: [Funding] = []
    if fiscal > 0 || chance(30) {
      funding.append(Funding(source: one([.central, .local]), amount: try fen(fiscal)))
    }
    if value > fiscal { funding.append(Funding(source: one([.own, .other]), amount: try fen(value - fiscal))) }
    // Often just before, sometimes at the edge of the regulation.
    let accepted = chance(90) ? SlowTime.day(at) - int(0...40) : one([17_102, 17_103, 19_700])
    let data = ResourceAcquired(
      resource: try new("G"), unit: try id(HistoryMaker.units), kind: kind, name: try Text("gear"),
      classCode: chance(50) ? try Identifier(one(["010101", "010102"])) : nil,
      originalValue: kind == .equipment && chance(95) ? try fen(value) : nil, funding: funding,
      acceptedOn: try day(accepted), source: .purchase)
    return [try fact(data, at: at)]
  }

  private mutating func revaluation() throws -> [Proposal] {
    guard let resource = try someResource() else { return [] }
    let data = ResourceRevalued(
      resource: resource.id, originalValue: try fen(one([19_999_999, 20_000_000, 21_000_000, 45_000_000])),
      reason: try Text("an accessory"))
    return [try fact(data, at: try moment())]
  }

  private mutating func fundingCorrection() throws -> [Proposal] {
    guard let resource = try someResource() else { return [] }
    let funding = Funding(source: one([.own, .local, .central]), amount: try fen(one([0, 1, 20_000_000])))
    let data = ResourceFundingCorrected(
      resource: resource.id, funding: chance(90) ? [funding] : [], reason: try Text("it was not so"))
    return [try fact(data, at: try moment())]
  }

  private mutating func registration() throws -> [Proposal] {
    let at = try moment()
    guard let resource = try someResource(at) else { return [] }
    return [try fact(ResourceRegistered(resource: resource.id, unit: resource.unit), at: at)]
  }

  private mutating func opening() throws -> [Proposal] {
    guard let resource = try someResource() else { return [] }
    let data = ResourceOpened(
      resource: resource.id, mode: one([SharingMode.external, .external, .external, .internal, .none]),
      weeklyHours: chance(50) ? try Seconds(Int64(one([0, 144_000]))) : nil)
    return [try fact(data, at: try moment())]
  }

  private mutating func closing() throws -> [Proposal] {
    guard let resource = try someResource() else { return [] }
    return [try fact(ResourceClosed(resource: resource.id), at: try moment())]
  }

  private mutating func exemption() throws -> [Proposal] {
    guard let resource = try someResource() else { return [] }
    let at = try moment()
    let data = ResourceExempted(
      resource: resource.id, ground: one([.classified, .specialRule]), document: try Text("d"),
      approvedBy: try id(["x-dep", "x-dep", "x-uni"]), to: chance(60) ? try day(SlowTime.day(at) + int(0...40)) : nil)
    return [try fact(data, at: at)]
  }

  private mutating func exemptionEnd() throws -> [Proposal] {
    let exempted = scene.events.filter { $0.event.type == .resourceExempted }
    guard let exemption = pick(exempted), case .resourceExempted(let data) = exemption.event.payload else { return [] }
    return [try fact(ExemptionEnded(resource: data.resource), at: try moment(exemption.event.validTime))]
  }

  private mutating func customs() throws -> [Proposal] {
    if chance(50), let declared = pick(scene.events.filter({ $0.event.type == .customsSupervisionDeclared })),
      let resource = declared.event.tags.first?.id
    {
      let at = try moment(declared.event.validTime)
      if chance(40) { return [try fact(CustomsReleased(resource: resource), at: at)] }
      let data = CustomsConsentRecorded(resource: resource, noticeNo: try Text("1"), scope: try Text("all"))
      return [try fact(data, at: at)]
    }
    guard let resource = try someResource() else { return [] }
    let at = try moment()
    // Three years ago to the day, or later, so that the period ends within the history or not.
    let released = SlowTime.day(at) - (chance(60) ? int(1_000...1_100) : int(0...20))
    let data = CustomsSupervisionDeclared(
      resource: resource.id, declarationNo: try Identifier("1"), itemNo: try Identifier("1"),
      releasedOn: try day(released), hsCode: try Identifier("90278099"))
    return [try fact(data, at: at)]
  }

  private mutating func agency() throws -> [Proposal] {
    if chance(40), let agency = pick(scene.agencies) {
      let data = AgencyEnded(
        agency: agency.agency, principal: agency.principal, agent: agency.agent, resources: agency.resources,
        to: try day(SlowTime.day(agency.from) + int(-1...60)))
      return [try fact(data, at: try moment(try HistoryMaker.start(of: SlowTime.day(agency.from))))]
    }
    let at = try moment()
    guard let resource = try someResource(at) else { return [] }
    let from = SlowTime.day(at) + int(-5...10)
    let data = AgencyAuthorised(
      agency: try new("A"), principal: resource.unit, agent: try id(["x-org", "x-org", "x-a:b%c"]),
      resources: [resource.id], ownerShare: try Ratio(5_000), from: try day(from),
      to: chance(40) ? try day(from + int(0...60)) : nil)
    return [try fact(data, at: at)]
  }

  /// What changes little: a voluntary enrolment, a condition, a lease.
  private mutating func smallFact() throws -> [Proposal] {
    let at = try moment()
    guard let resource = try someResource(at) else { return [] }
    switch int(0...2) {
    case 0: return [try fact(ResourceEnrolledVoluntarily(resource: resource.id), at: at)]
    case 1:
      return [try fact(ResourceStatusChanged(resource: resource.id, status: one([.normal, .awaitingRepair])), at: at)]
    default:
      let data = LeaseRecorded(
        lease: try new("N"), lessor: resource.unit, lessee: try Identifier("x-org"), resources: [resource.id],
        from: at.day, to: nil)
      return [try fact(data, at: at)]
    }
  }
}
