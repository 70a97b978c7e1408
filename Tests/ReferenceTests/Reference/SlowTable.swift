import EventModel

/// The table of postings, row by row as the domain writes it: a debit is above zero, a credit below.
struct SlowTable {
  typealias Line = (account: String, day: Int, amount: Int)

  /// The civil day of the event's valid time.
  let day: Int
  private(set) var lines: [Line] = []

  init(day: Int) { self.day = day }

  mutating func put(_ account: String, _ amount: Int64, _ day: Int) { lines.append((account, day, Int(amount))) }

  mutating func fill(_ payload: EventPayload) {
    switch payload {
    case .chargeAssessed(let data):
      charge(data.unit, data.user, data.pool, data.lines, data.total, data.postedOn ?? data.serviceDay)
    case .chargeAdjusted(let data): charge(data.unit, data.user, data.pool, data.lines, data.total, data.postedOn)
    case .chargeReversed(let data): charge(data.unit, data.user, data.pool, data.lines, data.total, data.postedOn)
    case .chargeWaived(let data):
      pair(data.postedOn, data.amount, n("waived", data.unit), n("receivable", data.unit, data.user))
    case .paymentReceived(let data):
      pair(data.postedOn, data.amount, n("cash", data.unit), n("receivable", data.unit, data.user))
    case .refundIssued(let data):
      pair(data.postedOn, data.amount, n("receivable", data.unit, data.user), n("cash", data.unit))
    case .costRecorded(let data):
      let cost = n("cost", data.unit, data.pool) + ":" + data.component.wireName
      pair(data.postedOn, data.amount, cost, n("costsource", data.unit))
    case .costAllocated(let data):
      let component = ":" + data.component.wireName
      let (from, to) = (n("cost", data.unit, data.fromPool), n("cost", data.unit, data.toPool))
      pair(data.postedOn, data.amount, to + component, from + component)
    case .incomeBudgeted(let data): pair(data.postedOn, data.amount, n("budget", data.unit), n("cash", data.unit))
    case .incomeSpent(let data):
      pair(data.postedOn, data.amount, n("spent", data.unit) + ":" + data.category.wireName, n("budget", data.unit))
    case .guidingFundGranted(let data): pair(data.postedOn, data.amount, n("cash", data.unit), "guidingFund")
    default: fillVouchers(payload)
    }
  }

  private mutating func fillVouchers(_ payload: EventPayload) {
    switch payload {
    case .programmeOpened(let data):
      let programme = n("programme", data.programme)
      pair(data.postedOn, data.budget, programme + ":budget", programme + ":available")
    case .voucherIssued(let data):
      pair(data.postedOn, data.face, n("programme", data.programme) + ":available", n("voucher", data.voucher))
    case .voucherHeld(let data): pair(data.postedOn, data.amount, n("voucher", data.voucher), n("held", data.voucher))
    case .voucherHoldReleased(let data):
      pair(data.postedOn, data.amount, n("held", data.voucher), n("voucher", data.voucher))
    case .voucherDeducted(let data):
      pair(data.postedOn, data.amount, n("voucher", data.voucher), n("programme", data.programme) + ":deducted")
      pair(data.postedOn, data.amount, n("claim", data.unit, data.programme), n("receivable", data.unit, data.user))
    case .voucherDeductionReversed(let data):
      let programme = n("programme", data.programme)
      let isOver = (data.postedOn.map(SlowTime.day) ?? day) > SlowTime.day(data.useBy)
      let back = isOver ? programme + ":available" : n("voucher", data.voucher)
      pair(data.postedOn, data.amount, programme + ":deducted", back)
      pair(data.postedOn, data.amount, n("receivable", data.unit, data.user), n("claim", data.unit, data.programme))
    case .voucherReturned(let data):
      pair(data.postedOn, data.amount, n("voucher", data.voucher), n("programme", data.programme) + ":available")
    case .voucherExpired(let data):
      pair(data.postedOn, data.amount, n("voucher", data.voucher), n("programme", data.programme) + ":available")
    case .voucherRevoked(let data):
      pair(data.postedOn, data.amount, n("voucher", data.voucher), n("programme", data.programme) + ":available")
    case .redemptionPaid(let data):
      let programme = n("programme", data.programme)
      pair(data.postedOn, data.amount, programme + ":deducted", programme + ":paid")
      pair(data.postedOn, data.amount, n("cash", data.unit), n("claim", data.unit, data.programme))
    case .voucherRefused(let data): number(n("refusal", data.unit), 1)
    default: fillDues(payload)
    }
  }

  private mutating func fillDues(_ payload: EventPayload) {
    switch payload {
    case .subsidyAwarded(let data): pair(data.postedOn, data.amount, n("subsidyDue", data.unit), "subsidyFund")
    case .subsidyPaid(let data): pair(data.postedOn, data.amount, n("cash", data.unit), n("subsidyDue", data.unit))
    case .clawbackOrdered(let data): pair(data.postedOn, data.amount, n("clawbackDue", data.party), "clawback")
    case .clawbackReceived(let data): pair(data.postedOn, data.amount, "fundCash", n("clawbackDue", data.party))
    default: fillUse(payload)
    }
  }

  private mutating func fillUse(_ payload: EventPayload) {
    switch payload {
    case .usageRecorded(let data): use(data.unit, data.resource, data.side, data.days, 1)
    case .usageCorrected(let data):
      use(data.unit, data.resource, data.was.side, data.was.days, -1)
      use(data.unit, data.resource, data.now.side, data.now.days, 1)
    case .usageVoided(let data): use(data.unit, data.resource, data.was.side, data.was.days, -1)
    case .outageEnded(let data): seconds(n("idle", data.unit, data.resource) + ":outage", data.days, 1)
    case .maintenanceEnded(let data): seconds(n("idle", data.unit, data.resource) + ":maintenance", data.days, 1)
    case .satisfactionRated(let data):
      number(n("rating", data.unit) + ":sum", Int64(data.score.value))
      number(n("rating", data.unit) + ":count", 1)
    case .complaintFiled(let data): number(n("complaint", data.unit) + ":filed", 1)
    case .complaintResolved(let data): number(n("complaint", data.unit) + ":resolved", 1)
    case .outcomeReported(let data): for unit in data.units { number(n("outcome", unit) + ":reported", 1) }
    case .acknowledgementVerified(let data) where data.acknowledged == .yes:
      for unit in data.units { number(n("outcome", unit) + ":acknowledged", 1) }
    default: break
    }
  }

  private mutating func pair(_ postedOn: Day?, _ amount: Fen, _ debited: String, _ credited: String) {
    let day = postedOn.map(SlowTime.day) ?? day
    put(debited, amount.amount, day)
    put(credited, -amount.amount, day)
  }

  private mutating func charge(
    _ unit: Identifier, _ user: Identifier, _ pool: Identifier, _ lines: [ChargeLine], _ total: Fen, _ postedOn: Day?
  ) {
    let day = postedOn.map(SlowTime.day) ?? day
    put(n("receivable", unit, user), total.amount, day)
    for line in lines { put(n("income", unit, pool) + ":" + line.component.wireName, -line.amount.amount, day) }
  }

  private mutating func use(
    _ unit: Identifier, _ resource: Identifier, _ side: UsageSide, _ days: [DayShare], _ sign: Int64
  ) {
    seconds(n("hours", unit, resource) + ":" + side.wireName, days, sign)
    number(n("services", unit) + ":" + side.wireName, sign)
  }

  private mutating func seconds(_ account: String, _ days: [DayShare], _ sign: Int64) {
    for share in days {
      put(account, sign * share.seconds.value, SlowTime.day(share.day))
      put("world:SEC", -sign * share.seconds.value, SlowTime.day(share.day))
    }
  }

  private mutating func number(_ account: String, _ count: Int64) {
    put(account, count, day)
    put("world:NUM", -count, day)
  }

  private func n(_ family: String, _ first: Identifier) -> String { SlowPosting.name(family, first.text) }

  private func n(_ family: String, _ first: Identifier, _ second: Identifier) -> String {
    SlowPosting.name(family, first.text, second.text)
  }
}
