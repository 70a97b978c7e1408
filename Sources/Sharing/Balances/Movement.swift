public import EventModel

/// What happened on an account in one period.
public struct Movement: Sendable, Hashable {
  /// The civil days.
  public let period: CivilPeriod
  /// The balance before the first day.
  public let opening: Int128
  /// The sum of the postings above zero.
  public let debit: Int128
  /// The sum of the postings below zero, as a positive number.
  public let credit: Int128

  /// The balance after the last day.
  public var closing: Int128 { opening + debit - credit }
}

/// What happened on one account in period after period.
public struct AccountMovements: Sendable, Hashable {
  /// The account.
  public let account: Account
  /// The balance before the first period.
  public let opening: Int128
  let periods: [CivilPeriod]
  /// Only periods with postings, in order.
  let sums: [PeriodSum]

  /// Every period, those without postings too: each opens with what the one before closed with.
  ///
  /// - Complexity: O(periods); they are not kept, so that quiet accounts cost nothing.
  public var movements: [Movement] {
    var balance = opening
    var rest = sums[...]
    return periods.enumerated().map { number, period in
      let moved = rest.first?.period == number ? rest.removeFirst() : PeriodSum(period: number)
      let movement = Movement(period: period, opening: balance, debit: moved.debit, credit: moved.credit)
      balance = movement.closing
      return movement
    }
  }

  /// The balance after the last period.
  public var closing: Int128 { sums.reduce(opening) { $0 + $1.debit - $1.credit } }
}

/// The sums of one account in one period, which is named by its number.
struct PeriodSum: Sendable, Hashable {
  let period: Int
  var debit: Int128 = 0
  var credit: Int128 = 0

  mutating func add(_ amount: Int64) {
    if amount > 0 { debit += Int128(amount) } else { credit -= Int128(amount) }
  }
}
