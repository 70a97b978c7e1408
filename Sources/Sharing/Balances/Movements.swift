package import EventLog
public import EventModel

/// What accounts opened with, took in, gave away and closed with, in periods of the civil calendar in Beijing time.
///
/// Postings after the civil day of V or recorded after K do not count.
public struct Movements: Sendable, Hashable {
  /// The two times.
  public let asOf: AsOf
  /// The periods, in order, without gap or overlap.
  public let periods: [CivilPeriod]
  /// The accounts that opened with something or were counted on, in the order of their names.
  public let accounts: [AccountMovements]

  /// Adds up the accounts of a prefix by period.
  ///
  /// - Parameters:
  ///   - prefix: whole leading parts of account names, or `nil` for all accounts.
  ///   - period: the days asked for.
  ///   - step: how long a period is, or `nil` for one of all the days.
  /// - Complexity: O(postings of these accounts up to the last day · log periods); memory grows with the cells that
  ///   were counted in.
  package init(
    _ log: LogReader, asOf: AsOf, prefix: AccountPrefix? = nil, in period: CivilPeriod, every step: PeriodStep? = nil
  ) throws {
    self.asOf = asOf
    periods = period.split(every: step)
    var sums = MovementSums(periods)
    try log.postings(of: prefix, through: min(period.through, asOf.valid.day), known: asOf.known) { try sums.add($0) }
    accounts = sums.accounts
  }
}

/// The sums of movements while rows are added up: only cells that are counted in exist.
private struct MovementSums {
  private let periods: [CivilPeriod]
  private var index = AccountIndex()
  private var openings: [Int128] = []
  /// The cells by account and period, and where the last row went.
  private var cells: [[PeriodSum]] = []
  private var places: [UInt64: Int] = [:]
  private var last: (key: UInt64, place: Int) = (.max, 0)
  private var lastPeriod = 0

  init(_ periods: [CivilPeriod]) { self.periods = periods }

  mutating func add(_ row: PostingRow) throws {
    let number = try index.number(of: row)
    if number == openings.count {
      openings.append(0)
      cells.append([])
    }
    guard let first = periods.first, row.day >= first.from.number else {
      openings[number] += Int128(row.amount)
      return
    }
    let period = periodNumber(of: row.day)
    let key = UInt64(number) << 32 | UInt64(period)
    if key != last.key { last = (key, place(number, period, key)) }
    cells[number][last.place].add(row.amount)
  }

  private mutating func place(_ number: Int, _ period: Int, _ key: UInt64) -> Int {
    if let place = places[key] { return place }
    places[key] = cells[number].count
    cells[number].append(PeriodSum(period: period))
    return cells[number].count - 1
  }

  /// The period a day lies in; rows of an account often stay in one.
  private mutating func periodNumber(of day: Int32) -> Int {
    let current = periods[lastPeriod]
    if day >= current.from.number, day <= current.through.number { return lastPeriod }
    var (low, high) = (0, periods.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if periods[middle].through.number < day { low = middle + 1 } else { high = middle }
    }
    lastPeriod = low
    return low
  }

  var accounts: [AccountMovements] {
    index.sorted.compactMap { number in
      if openings[number] == 0, cells[number].isEmpty { return nil }
      return AccountMovements(
        account: index.accounts[number], opening: openings[number], periods: periods,
        sums: cells[number].sorted { $0.period < $1.period })
    }
  }
}
