import EventModel

/// What every history starts from, and what happens to resources, periods and mistaken facts.
extension HistoryMaker {
  mutating func world() throws -> [Proposal] {
    let start = try HistoryMaker.start(of: HistoryMaker.firstDay - 400)
    var facts: [Proposal] = []
    func text(_ text: String) throws -> Text { try Text(text) }
    for (id, kind) in HistoryMaker.units.map({ ($0, PartyKind.unit) }) + HistoryMaker.users.map({ ($0, .user) })
      + [("x-dep", .authority), ("x-org", .organisation)]
    {
      let data = PartyRegistered(party: try Identifier(id), kind: kind, name: try text(id))
      facts.append(try fact(data, at: start))
    }
    for (id, unit) in HistoryMaker.resources {
      let value = try Fen(50_000_000)
      let data = ResourceAcquired(
        resource: try Identifier(id), unit: try Identifier(unit), kind: .equipment, name: try text(id),
        originalValue: value, funding: [Funding(source: .local, amount: value)], acceptedOn: start.day,
        source: .purchase)
      facts.append(try fact(data, at: start))
      // Some were in order from the beginning.
      if chance(50) { facts.append(try fact(ResourceRegistered(resource: data.resource, unit: data.unit), at: start)) }
      if chance(50) { facts.append(try fact(ResourceOpened(resource: data.resource, mode: .external), at: start)) }
    }
    if hasRoles {
      for role in [RoleName.office, .department, .committee, .serviceCentre] {
        let data = RoleGranted(
          party: try Identifier("x-dep"), role: role, document: try text("d"), from: start.day)
        facts.append(try fact(data, at: start))
      }
    }
    return facts
  }

  mutating func transfer() throws -> [Proposal] {
    guard chance(20) else { return [] }
    let resource = one(HistoryMaker.resources)
    let other = one(HistoryMaker.units.filter { $0 != resource.unit })
    let data = ResourceTransferred(
      resource: try Identifier(resource.id), from: try Identifier(resource.unit), to: try Identifier(other))
    return [try fact(data, at: try moment())]
  }

  mutating func close() throws -> [Proposal] {
    let books = try id(["platform", "platform"] + HistoryMaker.units)
    let today = SlowTime.day(now)
    let last = scene.periods.books[books.text]?.closedThrough ?? HistoryMaker.firstDay - 60
    let through = chance(90) && last < today ? int(last...max(last, today - 1)) : int(last - 20...today + 3)
    let commodities: [Commodity] =
      switch int(0...9) {
      case 0: [.cny, .sec, .num]
      case 1: [.sec]
      default: [.cny]
      }
    let empty = PeriodClosed(
      books: books, through: try Day(number: Int64(through)), controlTotals: [], postings: try Count(0))
    guard case .fact(let event) = try fact(empty, at: try moment(try HistoryMaker.start(of: through + 1))) else {
      return []
    }
    return [
      .close(
        Proposal.Close(
          event: event, books: books, through: empty.through, commodities: commodities, isWrong: chance(5)))
    ]
  }

  mutating func reopening() throws -> [Proposal] {
    let closed = scene.periods.books.filter { $0.value.closedThrough != nil }.sorted { $0.key < $1.key }
    guard let (books, state) = pick(closed), let through = state.closedThrough else { return [] }
    let data = PeriodReopened(
      books: try Identifier(books), from: try Day(number: Int64(through - int(-1...30))),
      authority: try Identifier("x-dep"), reason: try Text("late truth"))
    return [try fact(data, at: try moment())]
  }

  mutating func retraction() throws -> [Proposal] {
    let kinds: Set<EventType> = [
      .feeStandardPublished, .feeStandardWithdrawn, .bookingRequested, .bookingApproved, .programmeClosed,
      .outageStarted, .chargeAssessed, .resourceRegistered, .resourceOpened, .resourceRevalued, .resourceExempted,
      .policyPublished, .indicatorSetPublished, .disclosurePublished, .unitRulesPublished, .agencyAuthorised,
      .reviewConcluded, .purchaseExecuted, .customsSupervisionDeclared,
    ]
    guard let target = pick(scene.events.filter { kinds.contains($0.event.type) }) else { return [] }
    let data = EventRetracted(
      targetSource: target.event.source, targetId: target.event.id, targetType: target.event.type,
      subjects: target.event.tags, reason: try Text("mistake"), approver: try Identifier("x-dep"))
    return [try fact(data, at: try moment())]
  }
}
