public import EventModel
public import Sharing

extension LedgerView {
  /// The fee standards in force on a day, each with the resources it holds for.
  ///
  /// - Parameter day: by default the day of this view's valid time.
  /// - Complexity: O(all standards).
  public func feeStandards(on day: Day? = nil) throws(LedgerError) -> [StandardInForce] {
    try ledger.ask { try FeeBook($0, asOf: asOf).standards(on: day ?? asOf.valid.day) }
  }

  /// What a usage costs, as corrected, by the standard in force on the day it started.
  ///
  /// ```swift
  /// switch try ledger.view().quote(usage: Identifier("U-2024-5501")) {
  /// case .success(let quote): print(quote.total, quote.standard)
  /// case .failure(let reason): print(reason)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - usage: the usage.
  ///   - userClass: the class of user in the standard's words; by default the side of the usage, `external` or `internal`.
  ///   - items: how many items were handed out, which no usage records; by default none.
  /// - Returns: the price, or why there is none.
  /// - Complexity: O(events of the usage, its booking and the standards of its resource).
  public func quote(
    usage: Identifier, userClass: Identifier? = nil, items: Int64 = 0
  ) throws(LedgerError) -> Result<Quote, NoQuote> {
    try ledger.ask { try Quoting.quote(usage: usage, userClass: userClass, items: items, $0, asOf: asOf) }
  }

  /// What a planned use would cost by the standard in force on the day it starts.
  ///
  /// - Parameters:
  ///   - use: resource, span, booking and samples.
  ///   - userClass: the class of user in the standard's words; by default `external`.
  ///   - items: how many items are handed out; by default none.
  /// - Returns: the price, or why there is none.
  public func quote(
    _ use: PlannedUse, userClass: Identifier? = nil, items: Int64 = 0
  ) throws(LedgerError) -> Result<Quote, NoQuote> {
    try ledger.ask { try Quoting.quote(use, userClass: userClass, items: items, $0, asOf: asOf) }
  }

  /// A charge held against its usage and the standard in force; `nil` when nothing is known of it in this view.
  ///
  /// - Complexity: O(events of the charge, its usage and booking, and the standards of its resource).
  public func check(charge: Identifier) throws(LedgerError) -> ChargeCheck? {
    try ledger.ask { try ChargeCheck(charge, $0, asOf: asOf) }
  }
}
