import EventModel

/// What each unit earned, paid and spent, by civil day; and how it was rated, by year.
struct MoneyTable: Sendable {
  /// The sums of one day, in fen.
  ///
  /// They wrap around, so that joining is adding whatever a replica holds; a ledger's own amounts of 53 bits come nowhere
  /// near.
  struct Day: Sendable {
    var income: Int64 = 0
    var cost: Int64 = 0
    var spent: Int64 = 0
    var incentive: Int64 = 0
    /// The newest event that counts on it.
    var newest = Position.zero

    mutating func add(_ other: Day) {
      newest = max(newest, other.newest)
      income &+= other.income
      cost &+= other.cost
      spent &+= other.spent
      incentive &+= other.incentive
    }
  }

  /// The ratings of one year.
  struct Ratings: Sendable {
    var sum: Int64 = 0
    var count: Int64 = 0
    /// The newest of them.
    var newest = Position.zero

    mutating func add(_ other: Ratings) {
      sum += other.sum
      count += other.count
      newest = max(newest, other.newest)
    }
  }

  static let types: Set<EventType> = [
    .chargeAdjusted, .chargeReversed, .costRecorded, .incomeSpent, .satisfactionRated,
  ]

  private(set) var units = Interner()
  /// Where the days of a unit's month begin, by unit and month since year 0, in that order of bits.
  private var months: [UInt64: Int] = [:]
  /// Month after month, 31 days each.
  private var days: [Day] = []
  /// By unit and year, in that order of bits.
  private(set) var ratings: [UInt64: Ratings] = [:]

  mutating func unit(_ id: RawSpan) -> UInt32 { units.intern(id) }

  /// Takes an event of ``types``.
  mutating func apply(_ event: EventView) throws(CodecError) {
    let own = event.validTime.day
    switch event.type {
    case .chargeAdjusted:
      let data = try ChargeAdjustedView(event.payload)
      update(unit(data.unit), data.postedOn ?? own, event) { $0.income &+= data.total.amount }
    case .chargeReversed:
      let data = try ChargeReversedView(event.payload)
      update(unit(data.unit), data.postedOn ?? own, event) { $0.income &+= data.total.amount }
    case .costRecorded:
      let data = try CostRecordedView(event.payload)
      update(unit(data.unit), data.postedOn ?? own, event) { $0.cost &+= data.amount.amount }
    case .incomeSpent:
      let data = try IncomeSpentView(event.payload)
      update(unit(data.unit), data.postedOn ?? own, event) {
        $0.spent &+= data.amount.amount
        if data.category == .incentive { $0.incentive &+= data.amount.amount }
      }
    case .satisfactionRated:
      let data = try SatisfactionRatedView(event.payload)
      let key = UInt64(unit(data.unit)) << 32 | UInt64(own.civil.year)
      ratings[key, default: Ratings()].add(Ratings(sum: data.score.value, count: 1, newest: event.position))
    default: break
    }
  }

  /// Adds what a charge earns.
  mutating func earn(_ unit: UInt32, _ amount: Fen, on day: EventModel.Day, _ event: EventView) {
    update(unit, day, event) { $0.income &+= amount.amount }
  }

  private mutating func update(
    _ unit: UInt32, _ day: EventModel.Day, _ event: EventView, _ body: (inout Day) -> Void
  ) {
    let (year, month, dayOfMonth) = day.civil
    let place = place(of: UInt64(unit) << 32 | UInt64(year * 12 + month - 1)) + dayOfMonth - 1
    body(&days[place])
    days[place].newest = max(days[place].newest, event.position)
  }

  /// Where a unit's month begins, made when it is new.
  private mutating func place(of month: UInt64) -> Int {
    if let place = months[month] { return place }
    let place = days.count
    months[month] = place
    days.append(contentsOf: repeatElement(Day(), count: 31))
    return place
  }

  /// Joins the sums of the events that follow, and answers what the numbers of its units have become.
  mutating func merge(_ later: MoneyTable) -> [UInt32] {
    let numbers = units.merge(later.units)
    func moved(_ key: UInt64) -> UInt64 { UInt64(numbers[Int(key >> 32)]) << 32 | key & 0xFFFF_FFFF }
    for (key, from) in later.months {
      let to = place(of: moved(key))
      for day in 0..<31 { days[to + day].add(later.days[from + day]) }
    }
    for (key, sums) in later.ratings { ratings[moved(key), default: Ratings()].add(sums) }
    return numbers
  }

  /// The days of each unit in order, up to a day.
  func daysByUnit(through last: EventModel.Day) -> [[(day: EventModel.Day, sums: Day)]] {
    var byUnit: [[(day: EventModel.Day, sums: Day)]] = Array(repeating: [], count: units.count)
    for (key, place) in months.sorted(by: { $0.key < $1.key }) {
      let (year, month) = (Int(key & 0xFFFF_FFFF) / 12, Int(key & 0xFFFF_FFFF) % 12 + 1)
      for day in 0..<31 where days[place + day].newest > .zero {
        guard let civil = try? EventModel.Day(year: year, month: month, day: day + 1), civil <= last else { continue }
        byUnit[Int(key >> 32)].append((civil, days[place + day]))
      }
    }
    return byUnit
  }
}
