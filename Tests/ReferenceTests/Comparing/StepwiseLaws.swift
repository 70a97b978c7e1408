import EventModel

/// What domain §3 refuses, looked for in what was admitted: after each event in valid order, and in order of position.
enum StepwiseLaws {
  static func check(_ slow: SlowLedger, known: Int, into differences: inout Differences) {
    inValidOrder(slow, known: known, into: &differences)
    inOrderOfRecording(slow, into: &differences)
    onceOnly(slow, known: known, into: &differences)
  }

  private static func inValidOrder(_ slow: SlowLedger, known: Int, into differences: inout Differences) {
    var (charges, vouchers) = (SlowCharges(), SlowVouchers([]))
    for event in slow.facts() where [.money, .vouchers].contains(event.event.type.group) {
      charges.take(event.event)
      vouchers.take(event.event)
      let at = "after \(event.position) (\(event.event.type.wireName)) of \(known)"
      let tags = event.event.tags
      for tag in tags where tag.kind == .charge {
        for charge in charges.list where charge.assessed.charge == tag.id {
          if charge.total < 0 { differences.add("law: charge below zero", "\(tag) \(at): \(charge.total)") }
          if charge.waived < 0 || charge.deducted < 0 || charge.paid < charge.refunded {
            differences.add("law: settled below zero", "\(tag) \(at)")
          }
          let settles: Set<EventType> = [.paymentReceived, .voucherDeducted, .chargeWaived]
          if settles.contains(event.event.type), charge.remainder < 0, !isTakenBack(event.event) {
            differences.add("law: settled above the charge", "\(tag) \(at): \(charge.remainder)")
          }
        }
      }
      for voucher in vouchers.vouchers where tags.contains(Tag(.voucher, voucher.issued.voucher)) {
        if voucher.open < 0 || voucher.holds.values.contains(where: { $0 < 0 }) || voucher.deducted < 0 {
          differences.add("law: voucher below zero in valid order", "\(voucher.id) \(at): \(voucher.open)")
        }
      }
      checkVoucherEvent(event.event, vouchers, at, into: &differences)
    }
  }

  private static func isTakenBack(_ event: Event) -> Bool {
    if case .chargeWaived(let data) = event.payload { data.amount.amount < 0 } else { false }
  }

  private static func checkVoucherEvent(
    _ event: Event, _ vouchers: SlowVouchers, _ at: String, into differences: inout Differences
  ) {
    switch event.payload {
    case .voucherIssued(let data):
      let programme = vouchers.programmes.first { $0.data.programme == data.programme }?.data
      if let cap = programme?.capPerVoucher, data.face > cap {
        differences.add("law: cap per voucher", "\(data.voucher) \(at)")
      }
    case .voucherDeducted(let data):
      guard let voucher = vouchers.vouchers.first(where: { $0.issued.voucher == data.voucher }) else {
        return differences.add("law: deducted from nothing", "\(data.voucher) \(at)")
      }
      if SlowTime.day(event.validTime) > SlowTime.day(voucher.issued.useBy) {
        differences.add("law: used after useBy", "\(data.voucher) \(at)")
      }
      let programme = vouchers.programmes.first { $0.data.programme == data.programme }?.data
      guard let cap = programme?.capPerUserYear else { return }
      let year = SlowTime.year(ofDay: SlowTime.day(event.validTime))
      let used = vouchers.deductions.filter {
        $0.data.programme == data.programme && $0.data.user == data.user
          && SlowTime.year(ofDay: SlowTime.day($0.validTime)) == year
      }.map(\.left).reduce(0, +)
      if used > Int(cap.amount) { differences.add("law: cap per user and year", "\(data.user) \(at): \(used)") }
    default: break
    }
  }

  /// No event counts on a day its books were closed on, and every close says what the ledger counted.
  private static func inOrderOfRecording(_ slow: SlowLedger, into differences: inout Differences) {
    var postings: [Int: [SlowPosting]] = [:]
    for posting in slow.postings { postings[posting.position, default: []].append(posting) }
    var periods = SlowPeriods([])
    var recorded: [RecordedEvent] = []
    for event in slow.events {
      let position = Int(event.position.number)
      for posting in postings[position] ?? [] {
        if let last = periods.closedThrough(unit: posting.unit, commodity: posting.commodity), posting.day <= last {
          differences.add("law: posted on a closed day", "\(posting), closed through \(last)")
        }
      }
      recorded.append(event)
      if case .voucherDeducted(let data) = event.event.payload { ratio(data, event, slow, into: &differences) }
      if case .periodClosed(let data) = event.event.payload {
        let before = slow.known(position - 1)
        let totals = before.totals(
          books: data.books.text, after: before.periods.books[data.books.text]?.closedThrough,
          through: SlowTime.day(data.through), commodities: Set(data.controlTotals.map(\.commodity.wireName)))
        let given = data.controlTotals.allSatisfy {
          Int($0.debit.amount) == totals.debit[$0.commodity.wireName] ?? 0
            && Int($0.credit.amount) == totals.credit[$0.commodity.wireName] ?? 0
        }
        if !given || Int(data.postings.value) != totals.count {
          differences.add("law: control totals", "position \(position): \(data), counted \(totals)")
        }
      }
      if [.periodClosed, .periodReopened].contains(event.event.type) { periods = SlowPeriods(recorded) }
    }
  }

  /// When it was recorded, a deduction was within the part of the charge its programme pays; a later adjustment may
  /// leave it above.
  private static func ratio(
    _ data: VoucherDeducted, _ event: RecordedEvent, _ slow: SlowLedger, into differences: inout Differences
  ) {
    let then = slow.known(Int(event.position.number))
    let vouchers = then.vouchers(by: event.event.validTime)
    let programme = vouchers.programmes.first { $0.data.programme == data.programme }?.data
    let charge = then.charges(by: event.event.validTime).first { $0.assessed.charge == data.charge }
    let used = vouchers.deductions.filter { $0.data.charge == data.charge && $0.data.programme == data.programme }
      .map(\.left).reduce(0, +)
    if let programme, let charge, used * 10_000 <= charge.total * Int(programme.ratio.value) { return }
    differences.add(
      "law: ratio exceeded", "\(data.charge) after \(event.position): \(used) of \(charge?.total ?? 0)")
  }

  private static func onceOnly(_ slow: SlowLedger, known: Int, into differences: inout Differences) {
    let vouchers = slow.vouchers()
    let voided = Set(slow.usages().filter(\.isVoided).map(\.usage))
    var charged: Set<String> = []
    for charge in slow.charges() where !charge.isReversed {
      if !charged.insert(charge.assessed.usage.text).inserted {
        differences.add("law: one charge a usage", "\(charge.assessed.usage) at \(known)")
      }
      if voided.contains(charge.assessed.usage.text) {
        differences.add("law: no charge for a voided usage", "\(charge.assessed.usage) at \(known)")
      }
    }
    var invoices: Set<String> = []
    for claim in vouchers.claims where claim.stage != .rejected {
      if !invoices.insert("\(claim.data.invoiceCode) \(claim.data.invoiceNo)").inserted {
        differences.add("law: one claim an invoice", "\(claim.data.invoice) at \(known)")
      }
    }
    for deduction in vouchers.deductions
    where vouchers.liveClaims(of: deduction.data.deduction.text).count > 1 {
      differences.add("law: one claim a deduction", "\(deduction.data.deduction) at \(known)")
    }
  }
}
