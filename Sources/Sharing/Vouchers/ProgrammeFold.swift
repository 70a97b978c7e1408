import EventLog
import EventModel

/// Everything about one programme by a day: one timeline, folded into its vouchers, deductions and claims.
struct ProgrammeFold {
  private(set) var programme = ProgrammeState()
  private(set) var vouchers: [Identifier: VoucherState] = [:]
  private(set) var deductions: [Identifier: DeductionState] = [:]
  private(set) var claims: [Identifier: ClaimState] = [:]
  /// When each claim was handed in.
  private(set) var claimTimes: [Identifier: Instant] = [:]
  /// All amounts ever claimed, in fen.
  private(set) var handedIn: Int128 = 0
  /// All amounts ever paid, in fen.
  private(set) var paid: Int128 = 0

  /// Reads what counts by the civil day of a valid time: facts of that day and before, posted by then.
  ///
  /// - Complexity: O(events of the programme).
  init(of programme: Identifier, _ log: LogReader, asOf: AsOf) throws {
    let day = asOf.valid.day
    let timeline = try log.timeline(
      of: Tag(.programme, programme), .vouchers, asOf: AsOf(valid: day.end, known: asOf.known))
    for event in timeline where event.event.countsOn <= day { apply(event) }
  }

  private mutating func apply(_ event: RecordedEvent) {
    programme.apply(event)
    for tag in event.event.payload.tags {
      switch tag.kind {
      case .voucher: vouchers[tag.id, default: VoucherState()].apply(event)
      case .deduction: deductions[tag.id, default: DeductionState()].apply(event)
      case .claim: claims[tag.id, default: ClaimState()].apply(event)
      default: break
      }
    }
    switch event.event.payload {
    case .redemptionClaimed(let data):
      claimTimes[data.claim] = event.event.validTime
      handedIn += data.amount.wide
    case .redemptionPaid(let data): paid += data.amount.wide
    default: break
    }
  }

  /// What the claims of a stage come to.
  func sum(of stage: ClaimState.Stage) -> Int128 {
    claims.values.reduce(0) { $0 + ($1.stage == stage ? $1.claimed?.amount.wide ?? 0 : 0) }
  }
}

extension Event {
  /// The day an event about vouchers counts from: the one it is posted on, else its own.
  var countsOn: Day { PostingTerms(payload)?.postedOn ?? validTime.day }
}
