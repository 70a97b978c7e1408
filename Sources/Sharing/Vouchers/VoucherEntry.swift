public import EventModel

/// How a voucher stands on a day.
public enum VoucherStatus: String, Sendable, Hashable, CaseIterable {
  /// Something can still be held or deducted, or is held.
  case usable
  /// All of it is deducted.
  case used
  /// Its last day of use is over and what was left is not yet taken back.
  case lapsed
  /// It was handed back.
  case returned
  /// It was taken away.
  case revoked
  /// What was left ran out.
  case expired
}

/// A voucher as it stands: where every fen of its face is. All amounts are in fen.
public struct VoucherEntry: Sendable, Hashable {
  /// Its id.
  public let voucher: Identifier
  /// The programme it belongs to.
  public let programme: Identifier
  /// Who holds it.
  public let user: Identifier
  /// How it stands.
  public let status: VoucherStatus
  /// What it was worth when issued.
  public let face: Int128
  /// What can be held or deducted.
  public let open: Int128
  /// What is held for bookings.
  public let held: Int128
  /// What paid for charges, less reversals.
  public let deducted: Int128
  /// What ran out, with what was reversed after the last day of use.
  public let expired: Int128
  /// What was handed back.
  public let returned: Int128
  /// What was taken away.
  public let revoked: Int128
  /// The last day it can be used.
  public let useBy: Day
  /// The last day its deductions can be redeemed.
  public let cashBy: Day

  init?(_ state: VoucherState, on day: Day) {
    guard let issued = state.issued else { return nil }
    (voucher, programme, user) = (issued.voucher, issued.programme, issued.user)
    (face, useBy, cashBy) = (issued.face.wide, issued.useBy, issued.cashBy)
    (open, held, deducted) = (state.open, state.held, state.deducted)
    (expired, returned, revoked) = (state.expired, state.returned, state.revoked)
    switch state.stage {
    case .returned: status = .returned
    case .revoked: status = .revoked
    case .expired: status = .expired
    case .unknown, .issued:
      let isEmpty = state.open == 0 && state.held == 0
      status = isEmpty ? .used : day > issued.useBy ? .lapsed : .usable
    }
  }
}
