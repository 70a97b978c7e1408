import EventLog
import EventModel
import Sharing

/// Cost recovery by component, and hours by unit and resource.
extension Comparison {
  mutating func compareRecovery(_ here: SlowLedger, valid: Instant, known: Position) throws {
    let asOf = AsOf(valid: valid, known: known)
    let from = HistoryMaker.firstDay + Int.random(in: -60...HistoryMaker.spanDays, using: &random)
    let through = from + Int.random(in: 0...200, using: &random)
    guard let period = CivilPeriod(from: try Day(number: Int64(from)), through: try Day(number: Int64(through))) else {
      return
    }
    let last = min(through, SlowTime.day(valid))
    for unit in try HistoryMaker.units.map({ try Identifier($0) }) {
      let pool = try ([nil] + HistoryMaker.pools).randomElement(using: &random)?.map { try Identifier($0) }
      let statement = try ledger.log.read {
        try RecoveryStatement($0, unit: unit, pool: pool, in: period, asOf: asOf)
      }
      let slow = SlowRecovery(here, unit: unit, pool: pool, from: from, through: last)
      let question = "\(unit) \(pool?.text ?? "all") \(period.from) to \(period.through) at \(valid), \(known)"
      var found: [String: [Int]] = [:]
      for component in statement.components {
        let line = component.line
        found[component.component.wireName] = [line.cost, line.income, line.byVoucher, line.waived, line.cumulative].map
        {
          Int($0)
        }
      }
      var expected: [String: [Int]] = [:]
      for (component, line) in slow.lines where line.isCounted || line != SlowRecovery.Line() {
        let cumulative = line.carriedForward + line.income - line.cost
        expected[component] = [line.cost, line.income, line.byVoucher, line.waived, cumulative]
      }
      differences.compare("recovery", question, found, expected)
      compareTotal(statement.total, slow, dayCount: max(0, last - from + 1), question)
      if pool == nil { compareWhole(statement.total, here, unit, from...max(from, last), last < from, question) }
    }
    try compareHoursBook(here, period, last: last, asOf: asOf)
  }

  private mutating func compareTotal(_ total: RecoveryLine, _ slow: SlowRecovery, dayCount: Int, _ question: String) {
    let lines = slow.lines.values
    let (cost, income) = (lines.map(\.cost).reduce(0, +), lines.map(\.income).reduce(0, +))
    let cumulative = lines.map(\.carriedForward).reduce(0, +) + income - cost
    func hundredths(_ amount: Int) -> Int? {
      // Half a hundredth is rounded up, also below zero.
      cost > 0 ? floorDivide(200 * amount + cost, 2 * cost) : nil
    }
    differences.compare(
      "recovery ratios", question,
      [total.surplusPercent?.hundredths.map { Int($0) }, total.reserveDays?.hundredths.map { Int($0) }],
      [hundredths((income - cost) * 100), hundredths(cumulative * dayCount)])
  }

  /// The whole of what vouchers paid and what was waived is what the accounts say, however it is divided.
  private mutating func compareWhole(
    _ total: RecoveryLine, _ here: SlowLedger, _ unit: Identifier, _ days: ClosedRange<Int>, _ isEmpty: Bool,
    _ question: String
  ) {
    var (byVoucher, waived) = (0, 0)
    for event in here.events where !isEmpty && days.contains(SlowLedger.postingDay(event.event)) {
      switch event.event.payload {
      case .voucherDeducted(let data) where data.unit == unit: byVoucher += Int(data.amount.amount)
      case .voucherDeductionReversed(let data) where data.unit == unit: byVoucher -= Int(data.amount.amount)
      case .chargeWaived(let data) where data.unit == unit: waived += Int(data.amount.amount)
      default: break
      }
    }
    differences.compare(
      "recovery whole", question, [Int(total.byVoucher), Int(total.waived)], [byVoucher, waived])
  }

  private func floorDivide(_ numerator: Int, _ denominator: Int) -> Int {
    let quotient = numerator / denominator
    return quotient * denominator > numerator ? quotient - 1 : quotient
  }

  private mutating func compareHoursBook(_ here: SlowLedger, _ period: CivilPeriod, last: Int, asOf: AsOf) throws {
    let book = try ledger.log.read { try HoursBook($0, unit: nil, in: period, asOf: asOf) }
    var found: [String: Int] = [:]
    for unit in book.units {
      for resource in unit.resources {
        found["\(unit.unit) \(resource.resource) external"] = Int(resource.time.externalSeconds)
        found["\(unit.unit) \(resource.resource) internal"] = Int(resource.time.internalSeconds)
      }
    }
    let from = SlowTime.day(period.from)
    differences.compare(
      "hours", "\(period.from) to \(period.through) at \(asOf.valid), \(asOf.known)", found.filter { $0.value != 0 },
      here.hours(from: from, to: last).filter { $0.value != 0 })
    var (services, expected): ([String: Int], [String: Int]) = ([:], [:])
    for unit in book.units {
      services["\(unit.unit) external"] = Int(unit.externalServices)
      services["\(unit.unit) internal"] = Int(unit.internalServices)
    }
    for event in here.events {
      let day = SlowTime.day(event.event.validTime)
      guard day >= from, day <= last else { continue }
      switch event.event.payload {
      case .usageRecorded(let data): expected["\(data.unit) \(data.side.wireName)", default: 0] += 1
      case .usageCorrected(let data):
        expected["\(data.unit) \(data.was.side.wireName)", default: 0] -= 1
        expected["\(data.unit) \(data.now.side.wireName)", default: 0] += 1
      case .usageVoided(let data): expected["\(data.unit) \(data.was.side.wireName)", default: 0] -= 1
      default: break
      }
    }
    differences.compare(
      "services", "\(period.from) to \(period.through) at \(asOf.valid), \(asOf.known)",
      services.filter { $0.value != 0 }, expected.filter { $0.value != 0 })
  }
}
