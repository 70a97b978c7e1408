package import EventLog
package import EventModel

/// Hours of use, idle hours and services, by unit and resource: three sums over postings.
///
/// A usage counts on each civil day by the seconds it has there, so a night from one year into the next belongs to both.
package struct HoursBook: Sendable {
  /// The units with any time or service, in order of id.
  package let units: [UnitHours]

  /// Reads the postings of one unit, or of all.
  ///
  /// - Parameters:
  ///   - log: the log to read.
  ///   - unit: only this unit's; `nil` for all.
  ///   - period: the days; those after the view's do not count.
  ///   - asOf: the two times.
  /// - Complexity: O(postings of these accounts).
  package init(_ log: LogReader, unit: Identifier?, in period: CivilPeriod, asOf: AsOf) throws {
    var times: [Identifier: [Identifier: UsedTime]] = [:]
    var services: [Identifier: [String: Int128]] = [:]
    for family in [AccountFamily.hours, .idle, .services] {
      let prefix = unit.map { AccountPrefix(family, $0) } ?? AccountPrefix(family)
      var index = AccountIndex()
      var sums: [(amount: Int128, positions: [Position])] = []
      try log.postings(of: prefix, through: min(period.through, asOf.valid.day), known: asOf.known) { row in
        guard row.day >= period.from.number else { return }
        let number = try index.number(of: row)
        if number == sums.count { sums.append((0, [])) }
        sums[number].amount += Int128(row.amount)
        sums[number].positions.append(row.position)
      }
      for (account, sum) in zip(index.accounts, sums) {
        let (parts, unit) = (account.parts, try Identifier(account.part(0)))
        if family == .services {
          services[unit, default: [:]][parts[1], default: 0] += sum.amount
        } else {
          let resource = try Identifier(parts[1])
          times[unit, default: [:]][resource, default: UsedTime()].add(sum.amount, to: parts[2])
          times[unit]?[resource]?.positions += sum.positions
        }
      }
    }
    units = Set(times.keys).union(services.keys).sorted().map { unit in
      HoursBook.unit(unit, times[unit] ?? [:], services[unit] ?? [:])
    }
  }

  private static func unit(
    _ unit: Identifier, _ times: [Identifier: UsedTime], _ services: [String: Int128]
  ) -> UnitHours {
    var total = UsedTime()
    let resources = times.sorted { $0.key < $1.key }.map { resource, time in
      var time = time
      time.sortPositions()
      total.add(time)
      return ResourceHours(resource: resource, time: time)
    }
    total.sortPositions()
    return UnitHours(
      unit: unit, resources: resources, time: total,
      externalServices: services[UsageSide.external.wireName] ?? 0,
      internalServices: services[UsageSide.internal.wireName] ?? 0)
  }
}
