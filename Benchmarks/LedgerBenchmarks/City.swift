import ShareLedger

/// A small city to book and use things in: the same parties and resources for every run.
struct City {
  static let unitCount = 500
  static let userCount = 50_000
  static let resourceCount = 20_000
  /// 2024-01-01T00:00:00+08:00, in microseconds.
  static let start: Int64 = 1_704_038_400_000_000

  let source: EventSource
  let actor: Identifier
  let units: [Identifier]
  let users: [Identifier]
  let resources: [Identifier]

  init() throws {
    source = try EventSource("urn:benchmark")
    actor = try Identifier("x-platform")
    units = try (0..<City.unitCount).map { try Identifier("x-unit-\(100_000 + $0)") }
    users = try (0..<City.userCount).map { try Identifier("user-\(1_000_000 + $0)") }
    resources = try (0..<City.resourceCount).map { try Identifier("RES-\(1_000_000 + $0)") }
  }

  func unit(of resource: Int) -> Identifier { units[resource % City.unitCount] }

  /// The events that make the city: parties, then resources.
  func founding() throws -> [Event] {
    let at = try Instant(microseconds: City.start)
    var events: [Event] = []
    for unit in units {
      let data = PartyRegistered(party: unit, kind: .unit, legalKind: .university, name: try Text("大学 \(unit.text)"))
      events.append(try event("p-\(unit.text)", at, .partyRegistered(data)))
    }
    for user in users {
      let data = PartyRegistered(party: user, kind: .user, name: try Text("用户 \(user.text)"))
      events.append(try event("p-\(user.text)", at, .partyRegistered(data)))
    }
    for (index, resource) in resources.enumerated() {
      let data = ResourceAcquired(
        resource: resource, unit: unit(of: index), kind: .equipment, name: try Text("仪器 \(resource.text)"),
        classCode: nil, originalValue: try Fen(30_000_000), funding: [], acceptedOn: at.day, source: .purchase,
        location: nil, model: nil, manufacturer: nil, attributes: nil)
      events.append(try event("a-\(resource.text)", at, .resourceAcquired(data)))
    }
    return events
  }

  /// One use of a resource, the `index`-th: two hours, concerning a usage, a resource, a unit and a user.
  func usage(_ index: Int) throws -> Event {
    // A multiplier without a common factor visits resources and users in an order that repeats late.
    let resource = Int(truncatingIfNeeded: UInt(index) &* 7_919) % City.resourceCount
    let user = Int(truncatingIfNeeded: UInt(index) &* 104_729) % City.userCount
    let begin = City.start + Int64(index % 700) * 86_400_000_000 + 28_800_000_000
    let start = try Instant(microseconds: begin)
    let end = try Instant(microseconds: begin + 7_200_000_000)
    let data = UsageRecorded(
      usage: try Identifier("use-\(10_000_000 + index)"), booking: nil, resource: resources[resource],
      unit: unit(of: resource), operator: nil, user: users[user], side: .external, purpose: .research, mode: .onSite,
      start: start, end: end, samples: nil, days: [DayShare(day: start.day, seconds: try Seconds(7_200))])
    return try event("u-\(10_000_000 + index)", end, .usageRecorded(data))
  }

  func event(_ id: String, _ at: Instant, _ payload: EventPayload) throws -> Event {
    Event(
      id: try Identifier(id), source: source, validTime: at, actor: actor, correlation: nil, causation: nil,
      payload: payload)
  }
}
