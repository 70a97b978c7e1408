import EventModel

/// What each unit earned, paid and spent, by civil day; and how it was rated, by year.
struct MoneyTable: Sendable {
  /// The sums of one day, in fen.
  struct Day: Sendable {
    var income: Int128 = 0
    var cost: Int128 = 0
    var spent: Int128 = 0
    var incentive: Int128 = 0
    /// The newest event that counts on it.
    var newest = Position.zero

    mutating func add(_ other: Day) {
      newest = max(newest, other.newest)
      income += other.income
      cost += other.cost
      spent += other.spent
      incentive += other.incentive
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
  /// By unit and day since 1900-01-01, in that order of bits.
  private var days: [UInt64: Day] = [:]
  /// By unit and year, in that order of bits.
  private(set) var ratings: [UInt64: Ratings] = [:]

  mutating func unit(_ id: RawSpan) -> UInt32 { units.intern(id) }

  /// Takes an event of ``types``.
  mutating func apply(_ event: EventView) throws(CodecError) {
    let own = event.validTime.day
    switch event.type {
    case .chargeAdjusted:
      let data = try ChargeAdjustedView(event.payload)
      update(unit(data.unit), data.postedOn ?? own, event) { $0.income += data.total.wide }
    case .chargeReversed:
      let data = try ChargeReversedView(event.payload)
      update(unit(data.unit), data.postedOn ?? own, event) { $0.income += data.total.wide }
    case .costRecorded:
      let data = try CostRecordedView(event.payload)
      update(unit(data.unit), data.postedOn ?? own, event) { $0.cost += data.amount.wide }
    case .incomeSpent:
      let data = try IncomeSpentView(event.payload)
      update(unit(data.unit), data.postedOn ?? own, event) {
        $0.spent += data.amount.wide
        if data.category == .incentive { $0.incentive += data.amount.wide }
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
    update(unit, day, event) { $0.income += amount.wide }
  }

  private mutating func update(
    _ unit: UInt32, _ day: EventModel.Day, _ event: EventView, _ body: (inout Day) -> Void
  ) {
    let key = UInt64(unit) << 32 | UInt64(day.number - EventModel.Day.first.number)
    let position = event.position
    func change(_ sums: inout Day) {
      body(&sums)
      sums.newest = max(sums.newest, position)
    }
    change(&days[key, default: Day()])
  }

  /// Joins the sums of the events that follow, and answers what the numbers of its units have become.
  mutating func merge(_ later: MoneyTable) -> [UInt32] {
    let numbers = units.merge(later.units)
    func moved(_ key: UInt64) -> UInt64 { UInt64(numbers[Int(key >> 32)]) << 32 | key & 0xFFFF_FFFF }
    for (key, sums) in later.days { days[moved(key), default: Day()].add(sums) }
    for (key, sums) in later.ratings { ratings[moved(key), default: Ratings()].add(sums) }
    return numbers
  }

  /// The days of each unit in order, up to a day.
  func daysByUnit(through last: EventModel.Day) -> [[(day: EventModel.Day, sums: Day)]] {
    var byUnit: [[(day: EventModel.Day, sums: Day)]] = Array(repeating: [], count: units.count)
    for key in days.keys.sorted() {
      let number = Int64(key & 0xFFFF_FFFF) + Int64(EventModel.Day.first.number)
      guard let day = try? EventModel.Day(number: number), day <= last, let sums = days[key] else { continue }
      byUnit[Int(key >> 32)].append((day, sums))
    }
    return byUnit
  }
}
