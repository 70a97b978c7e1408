public import EventModel

/// A claim that waits for its answer.
public struct QueuedClaim: Sendable, Hashable {
  /// Its id.
  public let claim: Identifier
  /// The unit that wants to be paid.
  public let unit: Identifier
  /// The programme that is to pay.
  public let programme: Identifier
  /// The invoice handed in with it.
  public let invoice: Identifier
  /// The deductions it covers.
  public let deductions: [Identifier]
  /// What it asks for, in fen.
  public let amount: Int128
  /// When it was handed in.
  public let claimedAt: Instant
  /// How many civil days it has waited.
  public let daysWaiting: Int

  init?(_ state: ClaimState, claimedAt: Instant?, on day: Day) {
    guard state.stage == .claimed, let claimed = state.claimed, let claimedAt else { return nil }
    (claim, unit, programme, invoice) = (claimed.claim, claimed.unit, claimed.programme, claimed.invoice)
    (deductions, amount) = (claimed.deductions, claimed.amount.wide)
    self.claimedAt = claimedAt
    daysWaiting = day.days(since: claimedAt.day)
  }
}
