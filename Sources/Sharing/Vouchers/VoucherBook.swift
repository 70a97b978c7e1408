package import EventLog
public import EventModel

/// All vouchers and programmes as of two times: what is left, what is owed, who waits to be paid.
///
/// Amounts count through the civil day of the valid time, by the day they are posted on, like every balance.
public struct VoucherBook: Sendable, Hashable {
  /// The vouchers, ordered by id.
  public let vouchers: [VoucherEntry]
  /// The programmes, ordered by id.
  public let programmes: [ProgrammeLiability]
  /// The claims not yet answered, the oldest first.
  public let queue: [QueuedClaim]
  /// Whether the sums agree with one another and with the postings.
  public let tieOut: TieOut

  /// Reads the book.
  ///
  /// - Complexity: O(events of all programmes and their postings).
  package init(_ log: LogReader, asOf: AsOf) throws {
    let day = asOf.valid.day
    var (vouchers, programmes, queue): ([VoucherEntry], [ProgrammeLiability], [QueuedClaim]) = ([], [], [])
    var programmeOfVoucher: [String: Identifier] = [:]
    for id in try log.derived.entities(.programme, .vouchers, known: asOf.known) {
      let fold = try ProgrammeFold(of: id, log, asOf: asOf)
      if let liability = ProgrammeLiability(fold) { programmes.append(liability) }
      vouchers += fold.vouchers.values.compactMap { VoucherEntry($0, on: day) }
      queue += fold.claims.compactMap { QueuedClaim($1, claimedAt: fold.claimTimes[$0], on: day) }
      for voucher in fold.vouchers.keys { programmeOfVoucher[voucher.text] = id }
    }
    self.vouchers = vouchers.sorted { $0.voucher < $1.voucher }
    self.programmes = programmes
    self.queue = queue.sorted { ($0.claimedAt, $0.claim) < ($1.claimedAt, $1.claim) }
    let posted = try VoucherPostings(log, asOf: asOf, programmeOfVoucher: programmeOfVoucher)
    tieOut = TieOut(programmes, posted)
  }

  /// A voucher by its id, or `nil` when it is not issued by then.
  public subscript(voucher: Identifier) -> VoucherEntry? { vouchers.first { $0.voucher == voucher } }
}
