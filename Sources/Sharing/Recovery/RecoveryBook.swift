import EventLog
import EventModel

/// Cost and income by pool and component: one pass over the postings of one unit, or of all.
struct RecoveryBook {
  /// Where cost and income meet.
  struct Key: Hashable, Comparable {
    let unit: Identifier
    let pool: Identifier
    let component: CostComponent

    static func < (left: Key, right: Key) -> Bool {
      (left.unit, left.pool, left.component.rawValue) < (right.unit, right.pool, right.component.rawValue)
    }
  }

  /// The days that count: of the period, those up to the view's.
  struct Days {
    let from: Day
    let through: Day
    let count: Int

    init(_ period: CivilPeriod, asOf: AsOf) {
      from = period.from
      through = min(period.through, asOf.valid.day)
      count = max(0, through.days(since: from) + 1)
    }
  }

  let days: Days
  private(set) var lines: [Key: RecoveryLine] = [:]

  /// Reads cost, income, deductions and waivers.
  ///
  /// - Complexity: O(postings of these accounts, and events of deductions and waivers in the period).
  init(_ log: LogReader, unit: Identifier?, in period: CivilPeriod, asOf: AsOf) throws {
    days = Days(period, asOf: asOf)
    try add(log, .cost, unit, asOf.known) { line, amount in line.cost += amount }
    try add(log, .income, unit, asOf.known) { line, amount in line.income -= amount }
    var shares = SettledShares(log, asOf.known)
    try add(log, .claim, unit, &shares, asOf.known)
    try add(log, .waived, unit, &shares, asOf.known)
    for key in lines.keys { lines[key]?.sortEvidence() }
  }

  /// Adds the postings of a family whose accounts name unit, pool and component.
  private mutating func add(
    _ log: LogReader, _ family: AccountFamily, _ unit: Identifier?, _ known: Position,
    _ count: (inout RecoveryLine, Int128) -> Void
  ) throws {
    var index = AccountIndex()
    var parts: [(before: RecoveryLine, within: RecoveryLine, positions: [Position])] = []
    try log.postings(of: RecoveryBook.prefix(family, unit), through: days.through, known: known) { row in
      let number = try index.number(of: row)
      if number == parts.count {
        parts.append((RecoveryLine(dayCount: days.count), RecoveryLine(dayCount: days.count), []))
      }
      if row.day < days.from.number {
        count(&parts[number].before, Int128(row.amount))
      } else {
        count(&parts[number].within, Int128(row.amount))
        parts[number].positions.append(row.position)
      }
    }
    for (account, part) in zip(index.accounts, parts) {
      let key = try RecoveryBook.key(of: account)
      var line = part.within
      line.carriedForward = part.before.surplus
      if family == .cost { line.evidence.cost = part.positions } else { line.evidence.income = part.positions }
      lines[key, default: RecoveryLine(dayCount: days.count)].add(line)
    }
  }

  /// Adds what was settled otherwise than by payment, a part to each component of the charges.
  private mutating func add(
    _ log: LogReader, _ family: AccountFamily, _ unit: Identifier?, _ shares: inout SettledShares, _ known: Position
  ) throws {
    var rows: [(position: Position, amount: Int64)] = []
    try log.postings(of: RecoveryBook.prefix(family, unit), through: days.through, known: known) { row in
      if row.day >= days.from.number { rows.append((row.position, row.amount)) }
    }
    for share in try shares.shares(of: rows) {
      var line = lines[share.key, default: RecoveryLine(dayCount: days.count)]
      if family == .claim {
        line.byVoucher += Int128(share.amount)
        line.evidence.byVoucher += share.positions
      } else {
        line.waived += Int128(share.amount)
        line.evidence.waived += share.positions
      }
      lines[share.key] = line
    }
  }

  private static func prefix(_ family: AccountFamily, _ unit: Identifier?) -> AccountPrefix {
    unit.map { AccountPrefix(family, $0) } ?? AccountPrefix(family)
  }

  private static func key(of account: Account) throws -> Key {
    let parts = account.parts
    guard parts.count == 3, let component = CostComponent(wireName: parts[2]) else {
      throw LogDamage(position: .zero, reason: .derivedRow(table: "postings"))
    }
    return Key(unit: try Identifier(parts[0]), pool: try Identifier(parts[1]), component: component)
  }
}
