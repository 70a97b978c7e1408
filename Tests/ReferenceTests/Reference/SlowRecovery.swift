import EventModel
import Foundation

/// Cost and income of a unit's pools in some days, by component.
struct SlowRecovery {
  struct Line: Equatable {
    var cost = 0
    var income = 0
    var byVoucher = 0
    var waived = 0
    var carriedForward = 0
    /// Whether any event counted in the days.
    var isCounted = false
  }

  /// By component's name.
  private(set) var lines: [String: Line] = [:]

  /// - Parameters:
  ///   - pool: the pool, or `nil` for all of the unit.
  ///   - from: the first day, in days since 1970-01-01.
  ///   - through: the last day.
  init(_ slow: SlowLedger, unit: Identifier, pool: Identifier?, from: Int, through: Int) {
    addPostings(slow, unit: unit, pool: pool, from: from, through: through)
    addSettled(slow, unit: unit, pool: pool, from: from, through: through)
  }

  private mutating func addPostings(_ slow: SlowLedger, unit: Identifier, pool: Identifier?, from: Int, through: Int) {
    for posting in slow.postings where posting.day <= through {
      let parts = posting.account.components(separatedBy: ":")
      guard parts[0] == "cost" || parts[0] == "income", parts[1] == SlowPosting.escaped(unit.text) else { continue }
      if let pool, parts[2] != SlowPosting.escaped(pool.text) { continue }
      var line = lines[parts[3]] ?? Line()
      if posting.day < from {
        line.carriedForward -= posting.amount
      } else {
        if parts[0] == "cost" { line.cost += posting.amount } else { line.income -= posting.amount }
        line.isCounted = true
      }
      lines[parts[3]] = line
    }
  }

  /// What vouchers paid and what was waived, each charge's net amount divided like its lines as assessed.
  private mutating func addSettled(_ slow: SlowLedger, unit: Identifier, pool: Identifier?, from: Int, through: Int) {
    var (vouchers, waivers): ([Identifier: Int], [Identifier: Int]) = ([:], [:])
    for event in slow.events {
      let day = SlowLedger.postingDay(event.event)
      guard day >= from, day <= through else { continue }
      switch event.event.payload {
      case .voucherDeducted(let data): vouchers[data.charge, default: 0] += Int(data.amount.amount)
      case .voucherDeductionReversed(let data): vouchers[data.charge, default: 0] -= Int(data.amount.amount)
      case .chargeWaived(let data): waivers[data.charge, default: 0] += Int(data.amount.amount)
      default: break
      }
    }
    for charge in slow.charges() where charge.assessed.unit == unit && (pool == nil || charge.assessed.pool == pool) {
      var weights: [(component: CostComponent, weight: Int)] = []
      for component in CostComponent.allCases {
        let own = charge.assessed.lines.filter { $0.component == component }
        if !own.isEmpty { weights.append((component, own.map { Int($0.amount.amount) }.reduce(0, +))) }
      }
      for (isVoucher, amounts) in [(true, vouchers), (false, waivers)] {
        guard let amount = amounts[charge.assessed.charge] else { continue }
        for (place, part) in SlowRecovery.parts(of: amount, weights.map(\.weight)).enumerated() {
          let name = weights[place].component.wireName
          var line = lines[name] ?? Line()
          if isVoucher { line.byVoucher += part } else { line.waived += part }
          line.isCounted = true
          lines[name] = line
        }
      }
    }
  }

  /// Whole parts that add up: each its share without the fraction, then one more for the largest fractions.
  static func parts(of amount: Int, _ weights: [Int]) -> [Int] {
    let whole = weights.reduce(0, +)
    let sign = amount < 0 ? -1 : 1
    guard whole > 0 else { return weights.indices.map { $0 == 0 ? amount : 0 } }
    let size = amount * sign
    var parts = weights.map { size * $0 / whole }
    var fractions = weights.map { size * $0 % whole }
    while parts.reduce(0, +) < size {
      var largest = 0
      for place in fractions.indices where fractions[place] > fractions[largest] { largest = place }
      parts[largest] += 1
      fractions[largest] = -1
    }
    return parts.map { $0 * sign }
  }
}
