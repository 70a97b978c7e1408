import EventModel

/// In whose books an event counts something, and on which day when not its own.
struct PostingTerms {
  /// The units whose accounts it posts to; the platform's books count everything.
  let units: [Identifier]
  /// The day it names instead of its own.
  let postedOn: Day?

  /// `nil` for events that count nothing.
  init?(_ payload: EventPayload) {
    let terms =
      PostingTerms.ofUse(payload) ?? PostingTerms.ofMoney(payload) ?? PostingTerms.ofVouchers(payload)
      ?? PostingTerms.ofOversight(payload)
    guard let terms else { return nil }
    (units, postedOn) = terms
  }

  private typealias Terms = ([Identifier], Day?)

  private static func ofUse(_ payload: EventPayload) -> Terms? {
    switch payload {
    case .usageRecorded(let data): ([data.unit], nil)
    case .usageCorrected(let data): ([data.unit], nil)
    case .usageVoided(let data): ([data.unit], nil)
    case .outageEnded(let data): ([data.unit], nil)
    case .maintenanceEnded(let data): ([data.unit], nil)
    case .satisfactionRated(let data): ([data.unit], nil)
    case .complaintFiled(let data): ([data.unit], nil)
    case .complaintResolved(let data): ([data.unit], nil)
    case .outcomeReported(let data): (data.units, nil)
    case .acknowledgementVerified(let data): (data.units, nil)
    default: nil
    }
  }

  private static func ofMoney(_ payload: EventPayload) -> Terms? {
    switch payload {
    case .chargeAssessed(let data): ([data.unit], data.postedOn)
    case .chargeAdjusted(let data): ([data.unit], data.postedOn)
    case .chargeWaived(let data): ([data.unit], data.postedOn)
    case .chargeReversed(let data): ([data.unit], data.postedOn)
    case .paymentReceived(let data): ([data.unit], data.postedOn)
    case .refundIssued(let data): ([data.unit], data.postedOn)
    case .costRecorded(let data): ([data.unit], data.postedOn)
    case .costAllocated(let data): ([data.unit], data.postedOn)
    case .incomeBudgeted(let data): ([data.unit], data.postedOn)
    case .incomeSpent(let data): ([data.unit], data.postedOn)
    case .guidingFundGranted(let data): ([data.unit], data.postedOn)
    default: nil
    }
  }

  private static func ofVouchers(_ payload: EventPayload) -> Terms? {
    switch payload {
    case .programmeOpened(let data): ([], data.postedOn)
    case .voucherIssued(let data): ([], data.postedOn)
    case .voucherHeld(let data): ([], data.postedOn)
    case .voucherHoldReleased(let data): ([], data.postedOn)
    case .voucherDeducted(let data): ([data.unit], data.postedOn)
    case .voucherDeductionReversed(let data): ([data.unit], data.postedOn)
    case .voucherReturned(let data): ([], data.postedOn)
    case .voucherExpired(let data): ([], data.postedOn)
    case .voucherRevoked(let data): ([], data.postedOn)
    case .voucherRefused(let data): ([data.unit], nil)
    case .redemptionPaid(let data): ([data.unit], data.postedOn)
    default: nil
    }
  }

  private static func ofOversight(_ payload: EventPayload) -> Terms? {
    switch payload {
    case .subsidyAwarded(let data): ([data.unit], data.postedOn)
    case .subsidyPaid(let data): ([data.unit], data.postedOn)
    case .clawbackOrdered(let data): ([], data.postedOn)
    case .clawbackReceived(let data): ([], data.postedOn)
    default: nil
    }
  }
}
