package import EventLog
package import EventModel

/// What the postings in books come to over a range of days, by commodity: what a closing states and admission checks.
package struct ControlTotals: Sendable, Hashable {
  /// The postings of one commodity.
  package struct Sums: Sendable, Hashable {
    /// The sum of the amounts above zero, in the commodity's unit.
    package fileprivate(set) var debit: Int128 = 0
    /// The sum of the amounts below zero, itself not above zero.
    package fileprivate(set) var credit: Int128 = 0
    /// How many postings there are.
    package fileprivate(set) var postingCount: Int64 = 0

    /// Adds a posting's amount.
    mutating func add(_ amount: Int64) {
      if amount > 0 { debit += Int128(amount) } else { credit += Int128(amount) }
      postingCount += 1
    }

    /// Adds the sums of other postings.
    mutating func add(_ other: Sums) {
      debit += other.debit
      credit += other.credit
      postingCount += other.postingCount
    }
  }

  private var sums: [Commodity: Sums] = [:]

  /// Adds up the postings in books on the days after `day` up to `through`, as known at a position.
  ///
  /// - Parameters:
  ///   - log: the ledger; during an append with the events of the same commit.
  ///   - books: a unit's id, or `platform` for all accounts.
  ///   - day: the last day before the range, or `nil` to begin with the first posting.
  ///   - through: the last day of the range.
  ///   - known: the last position that counts.
  /// - Complexity: O(postings in the books).
  package init(_ log: LogReader, books: Identifier, after day: Day?, through: Day, known: Position) throws {
    for (prefix, commodity) in AccountPrefix.all(inBooks: books) {
      var sum = sums[commodity] ?? Sums()
      try log.postings(of: prefix, through: through, known: known) { posting in
        if let day, posting.day <= day.number { return }
        sum.add(posting.amount)
      }
      sums[commodity] = sum
    }
  }

  /// Of no postings yet.
  init() {}

  /// Adds the sums of other postings of a commodity.
  mutating func add(_ other: Sums, of commodity: Commodity) { sums[commodity, default: Sums()].add(other) }

  /// The sums of a commodity; all zero without postings.
  package subscript(commodity: Commodity) -> Sums { sums[commodity] ?? Sums() }

  /// How many postings there are in several commodities.
  package func postingCount(of commodities: some Sequence<Commodity>) -> Int64 {
    commodities.reduce(0) { $0 + self[$1].postingCount }
  }

  /// Names the first total of a closing that is not the ledger's.
  ///
  /// - Throws: ``Refusal/controlTotalsDiffer(field:given:recorded:)``.
  func check(_ closed: PeriodClosed) throws(Refusal) {
    for total in closed.controlTotals {
      let (name, sum) = (total.commodity.wireName, self[total.commodity])
      try ControlTotals.check("\(name) debit", Int128(total.debit.amount), sum.debit)
      try ControlTotals.check("\(name) credit", Int128(total.credit.amount), sum.credit)
    }
    let count = postingCount(of: closed.controlTotals.map(\.commodity))
    try ControlTotals.check("postings", Int128(closed.postings.value), Int128(count))
  }

  private static func check(_ field: String, _ given: Int128, _ recorded: Int128) throws(Refusal) {
    if given != recorded { throw .controlTotalsDiffer(field: field, given: "\(given)", recorded: "\(recorded)") }
  }
}
