public import EventModel

/// The events behind the amounts of a recovery statement within its period, each list in rising order.
public struct RecoveryEvidence: Sendable, Hashable {
  /// The events that posted the cost.
  public internal(set) var cost: [Position] = []
  /// The events that posted the income.
  public internal(set) var income: [Position] = []
  /// The deductions and their reversals.
  public internal(set) var byVoucher: [Position] = []
  /// The waivers.
  public internal(set) var waived: [Position] = []

  /// All of them.
  public var positions: [Position] { Set(cost + income + byVoucher + waived).sorted() }
}

/// What some costs came to in a period, and what was earned against them (art. 16); all amounts in fen.
public struct RecoveryLine: Sendable, Hashable {
  /// What was paid for.
  public internal(set) var cost: Int128 = 0
  /// What was charged, net of adjustments and reversals.
  public internal(set) var income: Int128 = 0
  /// How much of the income vouchers paid.
  public internal(set) var byVoucher: Int128 = 0
  /// How much of the income users were let off.
  public internal(set) var waived: Int128 = 0
  /// Income less cost of all days before the period.
  public internal(set) var carriedForward: Int128 = 0
  /// How many days of the period count.
  public let dayCount: Int
  /// The events behind the period's amounts.
  public internal(set) var evidence = RecoveryEvidence()

  init(dayCount: Int) { self.dayCount = dayCount }

  /// Income less cost.
  public var surplus: Int128 { income - cost }
  /// The surplus with what was carried forward.
  public var cumulative: Int128 { carriedForward + surplus }
  /// The surplus as a part of the cost, in per cent; absent without cost.
  public var surplusPercent: ExactRatio? { ExactRatio(surplus * 100, cost) }
  /// For how many days the cumulative surplus pays at the period's daily cost; absent without cost.
  public var reserveDays: ExactRatio? { ExactRatio(cumulative * Int128(dayCount), cost) }

  var isEmpty: Bool {
    cost == 0 && income == 0 && byVoucher == 0 && waived == 0 && carriedForward == 0
      && evidence == RecoveryEvidence()
  }

  mutating func add(_ other: RecoveryLine) {
    cost += other.cost
    income += other.income
    byVoucher += other.byVoucher
    waived += other.waived
    carriedForward += other.carriedForward
    evidence.cost += other.evidence.cost
    evidence.income += other.evidence.income
    evidence.byVoucher += other.evidence.byVoucher
    evidence.waived += other.evidence.waived
  }

  /// Puts the evidence in order; an event that posted on several accounts is named once.
  mutating func sortEvidence() {
    evidence.cost = RecoveryLine.sorted(evidence.cost)
    evidence.income = RecoveryLine.sorted(evidence.income)
    evidence.byVoucher = RecoveryLine.sorted(evidence.byVoucher)
    evidence.waived = RecoveryLine.sorted(evidence.waived)
  }

  private static func sorted(_ positions: [Position]) -> [Position] {
    var rising: [Position] = []
    rising.reserveCapacity(positions.count)
    for position in positions.sorted() where position != rising.last { rising.append(position) }
    return rising
  }
}
