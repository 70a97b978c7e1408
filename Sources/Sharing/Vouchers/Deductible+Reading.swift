package import EventLog
package import EventModel

extension Deductible {
  /// What a voucher could pay of a charge at a valid time, by the same limits admission holds a deduction to.
  ///
  /// - Returns: `nil` when the voucher or the charge is not there by then, has ended or is reversed, the last day of use
  ///   is over, or the charge is another user's.
  /// - Complexity: O(events of the voucher, the charge and the user).
  package init?(voucher: Identifier, charge: Identifier, _ log: LogReader, asOf: AsOf) throws {
    let state = VoucherState(folding: try log.timeline(of: Tag(.voucher, voucher), .vouchers, asOf: asOf))
    let tag = Tag(.charge, charge)
    let history = Timelines.merging(
      try log.timeline(of: tag, .money, asOf: asOf), try log.timeline(of: tag, .vouchers, asOf: asOf))
    let charged = ChargeState(folding: history)
    guard state.stage == .issued, let issued = state.issued, asOf.valid.day <= issued.useBy,
      let assessed = charged.assessed, !charged.isReversed, assessed.user == issued.user
    else { return nil }
    let programme = ProgrammeState(
      folding: try log.timeline(
        of: Tag(.programme, issued.programme), .vouchers, types: ProgrammeState.types, asOf: asOf))
    guard let opened = programme.opened else { return nil }
    var yearLeft: Int128?
    if let cap = opened.capPerUserYear {
      yearLeft = YearLimit.left(
        of: issued.programme, cap: cap, at: asOf.valid,
        history: try log.timeline(of: Tag(.party, issued.user), .vouchers, asOf: asOf))
    }
    let ratioLeft = RatioLimit.left(of: issued.programme, ratio: opened.ratio, at: asOf.valid, history: history)
    self.init(ratioLeft: ratioLeft, open: state.open, yearLeft: yearLeft, remainder: Int128(charged.remainder))
  }
}
