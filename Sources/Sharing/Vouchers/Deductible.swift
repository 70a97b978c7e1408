public import EventModel

/// What a voucher can still pay of a charge, in fen, and what limits it.
///
/// The least of four decides. Nothing is ever rounded up, so that no programme pays more than its part: 50 % of
/// 3,333.33 yuan are 1,666.66.
public struct Deductible: Sendable, Hashable {
  /// What is left of the part of the charge the programme pays.
  public let ratioLeft: Int128
  /// What is open on the voucher.
  public let open: Int128
  /// What the programme leaves the user in the civil year; `nil` without a cap.
  public let yearLeft: Int128?
  /// What is left of the charge itself.
  public let remainder: Int128

  /// Takes the four limits.
  public init(ratioLeft: Int128, open: Int128, yearLeft: Int128?, remainder: Int128) {
    self.ratioLeft = ratioLeft
    self.open = open
    self.yearLeft = yearLeft
    self.remainder = remainder
  }

  /// How much can be deducted: the least of the limits, and nothing when one is used up.
  public var amount: Int128 { max(0, min(ratioLeft, open, remainder, yearLeft ?? remainder)) }

  /// The part of a total that a ratio gives, rounded down to the fen.
  public static func part(of total: Int128, ratio: Ratio) -> Int128 {
    let (part, rest) = (total * Int128(ratio.value)).quotientAndRemainder(dividingBy: 10_000)
    return rest < 0 ? part - 1 : part
  }
}

/// What a programme has paid of one charge, against the part it pays.
enum RatioLimit {
  /// How much more the programme can pay of a charge at a valid time, so that later deductions stay within their limits.
  ///
  /// - Parameter history: the charge's events of money and vouchers, in valid order.
  static func left(
    of programme: Identifier, ratio: Ratio, at validTime: Instant, history: [RecordedEvent]
  ) -> Int128 {
    var charge = ChargeState()
    var (used, left): (Int128, Int128?) = (0, nil)
    func room() -> Int128 { Deductible.part(of: Int128(charge.total), ratio: ratio) - used }
    for event in history {
      if event.event.validTime > validTime, left == nil { left = room() }
      charge.apply(event)
      switch event.event.payload {
      case .voucherDeducted(let data) where data.programme == programme:
        used += data.amount.wide
        if let least = left { left = min(least, room()) }
      case .voucherDeductionReversed(let data) where data.programme == programme: used -= data.amount.wide
      default: break
      }
    }
    return left ?? room()
  }
}

/// What a user got out of a programme in a civil year, against the programme's cap.
enum YearLimit {
  /// How much more the user can get in the year of a valid time, so that the cap holds at every later one.
  ///
  /// A reversal counts for the year of its deduction, from the time it became true.
  ///
  /// - Parameter history: the user's events of vouchers, in valid order.
  static func left(
    of programme: Identifier, cap: Fen, at validTime: Instant, history: [RecordedEvent]
  ) -> Int128 {
    let year = validTime.day.civil.year
    var deductions: Set<Identifier> = []
    var (used, peak): (Int128, Int128?) = (0, nil)
    for event in history {
      let isLater = event.event.validTime > validTime
      if isLater, peak == nil { peak = used }
      switch event.event.payload {
      case .voucherDeducted(let data) where data.programme == programme && event.event.validTime.day.civil.year == year:
        used += data.amount.wide
        deductions.insert(data.deduction)
      case .voucherDeductionReversed(let data) where deductions.contains(data.deduction): used -= data.amount.wide
      default: break
      }
      if isLater, let most = peak { peak = max(most, used) }
    }
    return cap.wide - (peak ?? used)
  }
}
