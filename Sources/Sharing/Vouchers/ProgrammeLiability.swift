public import EventModel

/// What a programme has given out and may still have to pay. All amounts are in fen.
public struct ProgrammeLiability: Sendable, Hashable {
  /// Its id.
  public let programme: Identifier
  /// What it is called.
  public let name: Text
  /// Whether it issues no more vouchers.
  public let isClosed: Bool
  /// The last day its vouchers can be used.
  public let useBy: Day
  /// The last day they can be redeemed.
  public let cashBy: Day
  /// How many vouchers it issued.
  public let voucherCount: Int
  /// The money it began with.
  public let budget: Int128
  /// The faces of all its vouchers.
  public let issued: Int128
  /// What is open on its vouchers.
  public let open: Int128
  /// What is held for bookings.
  public let held: Int128
  /// What its vouchers paid, less reversals.
  public let deducted: Int128
  /// What came back because it ran out.
  public let expired: Int128
  /// What users handed back.
  public let returned: Int128
  /// What was taken away from users.
  public let revoked: Int128
  /// Deductions in no claim, or only in rejected ones.
  public let unclaimed: Int128
  /// All claims ever handed in, also those rejected.
  public let handedIn: Int128
  /// Claims not yet answered.
  public let queued: Int128
  /// Claims paid.
  public let paid: Int128
  /// Claims rejected; their deductions are free to be claimed again.
  public let rejected: Int128

  /// What it can still give out.
  public var available: Int128 { budget - issued + expired + returned + revoked }
  /// Claims paid or not yet answered.
  public var claimed: Int128 { paid + queued }
  /// What it may still have to pay.
  public var liability: Int128 { open + held + unclaimed + queued }

  init?(_ fold: ProgrammeFold) {
    guard let opened = fold.programme.opened else { return nil }
    (programme, name, isClosed) = (opened.programme, opened.name, fold.programme.isClosed)
    (useBy, cashBy, budget) = (opened.useBy, opened.cashBy, opened.budget.wide)
    let vouchers = fold.vouchers.values
    voucherCount = vouchers.count { $0.issued != nil }
    issued = vouchers.reduce(0) { $0 + ($1.issued?.face.wide ?? 0) }
    open = vouchers.reduce(0) { $0 + $1.open }
    held = vouchers.reduce(0) { $0 + $1.held }
    deducted = vouchers.reduce(0) { $0 + $1.deducted }
    expired = vouchers.reduce(0) { $0 + $1.expired }
    returned = vouchers.reduce(0) { $0 + $1.returned }
    revoked = vouchers.reduce(0) { $0 + $1.revoked }
    unclaimed = fold.deductions.values.reduce(0) { $0 + ($1.claim == nil ? $1.left : 0) }
    (handedIn, paid) = (fold.handedIn, fold.paid)
    queued = fold.sum(of: .claimed)
    rejected = fold.sum(of: .rejected)
  }
}
