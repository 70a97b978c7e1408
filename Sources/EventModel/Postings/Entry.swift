/// The postings of one event: per commodity they sum to zero, and no account has two on the same day.
///
/// An entry that exists balances.
public struct Entry: Sendable, Hashable {
  /// The postings, in the order the event gives them; empty for events that count nothing.
  public let postings: [Posting]

  /// The entry of an event that counts nothing.
  public static let empty = Entry()

  private init() { postings = [] }

  /// Adds up postings to the same account on the same day, leaves out those that come to nothing, and demands that the
  /// rest balances.
  ///
  /// - Throws: ``Refusal/unbalanced(commodity:sum:)``, or ``Refusal/amountTooLarge(account:)`` when an amount leaves
  ///   ±(2^53 − 1).
  /// - Complexity: O(postings²), of which an event has a handful.
  public init(_ given: [Posting]) throws(Refusal) {
    var sums: [3 of Int128] = .init(repeating: 0)
    var postings: [Posting] = []
    postings.reserveCapacity(given.count)
    for posting in given {
      sums[Int(posting.account.commodity.rawValue)] += Int128(posting.amount)
      guard let index = postings.firstIndex(where: { $0.day == posting.day && $0.account == posting.account }) else {
        postings.append(try Entry.checked(posting.account, posting.day, posting.amount))
        continue
      }
      let (sum, overflow) = postings[index].amount.addingReportingOverflow(posting.amount)
      postings[index] = try Entry.checked(posting.account, posting.day, overflow ? .max : sum)
    }
    for commodity in Commodity.allCases where sums[Int(commodity.rawValue)] != 0 {
      throw .unbalanced(commodity: commodity, sum: "\(sums[Int(commodity.rawValue)])")
    }
    postings.removeAll { $0.amount == 0 }
    self.postings = postings
  }

  private static func checked(_ account: Account, _ day: Day, _ amount: Int64) throws(Refusal) -> Posting {
    guard Fen.range.contains(amount) else { throw .amountTooLarge(account: account) }
    return Posting(account: account, day: day, amount: amount)
  }
}
