public import EventModel
public import Sharing

extension LedgerView {
  /// Every voucher and programme in this view: what is left, what is owed, who waits to be paid, and whether it all
  /// agrees with the postings.
  ///
  /// ```swift
  /// let book = try ledger.view().vouchers()
  /// guard book.tieOut.agrees else { return }
  /// ```
  ///
  /// Amounts count through the civil day of the view's valid time, by the day they are posted on.
  ///
  /// - Complexity: O(events of all programmes and their postings).
  public func vouchers() throws(LedgerError) -> VoucherBook {
    try ledger.ask { try VoucherBook($0, asOf: asOf) }
  }

  /// What a voucher could pay of a charge in this view, and what limits it.
  ///
  /// - Returns: `nil` when the voucher or charge is not there, has ended or is reversed, the last day of use is over, or
  ///   the charge is another user's.
  public func deductible(voucher: Identifier, charge: Identifier) throws(LedgerError) -> Deductible? {
    try ledger.ask { try Deductible(voucher: voucher, charge: charge, $0, asOf: asOf) }
  }
}
