import EventLog
import EventModel

/// What a programme or voucher has must last on every day of posting too, whatever the order of valid times.
///
/// An event of a closed day is posted on a later one: on the days between, nothing may be spent that is not there yet.
enum PostingOrderRules {
  static let all = [
    Rule(
      "nothingIsSpentBeforeItIsPosted",
      types: [
        .voucherIssued, .voucherHeld, .voucherHoldReleased, .voucherDeducted, .voucherReturned, .voucherExpired,
        .voucherRevoked,
      ]
    ) { event, context in
      for posting in try ChartOfAccounts().entry(of: event).postings where posting.amount > 0 {
        switch posting.account.family {
        case .programme, .voucher, .held:
          let least = try context.leastCredit(of: posting.account, from: posting.day)
          if Int128(posting.amount) > least { try refuse(event.payload, posting, least: max(0, least)) }
        default: break
        }
      }
    }
  ]

  private static func refuse(_ payload: EventPayload, _ posting: Posting, least: Int128) throws(Refusal) {
    switch payload {
    case .voucherIssued(let data):
      throw .programmeBudgetExceeded(programme: data.programme, amount: posting.amount, available: "\(least)")
    case .voucherHoldReleased(let data):
      throw .holdExceeded(
        voucher: data.voucher, booking: data.booking, amount: posting.amount, held: Int64(clamping: least))
    default:
      guard let step = VoucherStep(payload) else { return }
      throw .voucherOverdrawn(voucher: step.voucher, amount: posting.amount, open: Int64(clamping: least))
    }
  }
}

extension RuleContext {
  /// The least an account is in credit at the end of any day from a day on.
  ///
  /// - Complexity: O(postings of the account).
  func leastCredit(of account: Account, from day: Day) throws -> Int128 {
    var credit: Int128 = 0
    var later: [Int32: Int128] = [:]
    try log.postings(to: account, known: log.head) { posting in
      if posting.day <= day.number {
        credit -= Int128(posting.amount)
      } else {
        later[posting.day, default: 0] -= Int128(posting.amount)
      }
    }
    var least = credit
    for (_, change) in later.sorted(by: { $0.key < $1.key }) {
      credit += change
      least = min(least, credit)
    }
    return least
  }
}
