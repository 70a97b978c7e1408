import EventLog
package import EventModel

/// What each type of event counts, and where: the chart of accounts.
///
/// Debits are positive, credits negative. Per event and commodity all postings sum to zero; what is not money balances
/// against `world`.
package struct ChartOfAccounts: PostingRules {
  package init() {}

  package func entry(of event: Event) throws(Refusal) -> Entry {
    var list = PostingList(day: event.validTime.day)
    switch event.type.group {
    case .parties, .resources, .privacy: return .empty
    case .use: list.addUse(event.payload)
    case .money: list.addMoney(event.payload)
    case .vouchers: list.addVouchers(event.payload)
    case .oversight: list.addOversight(event.payload)
    }
    return try Entry(list.postings)
  }
}

/// The postings of one event while they are put together.
struct PostingList {
  private(set) var postings: [Posting] = []
  /// The day everything is posted on that has no day of its own.
  var day: Day

  init(day: Day) { self.day = day }

  /// Debits an account, or credits it when the amount is negative.
  mutating func add(_ account: Account, _ amount: Int64, on day: Day? = nil) {
    postings.append(Posting(account: account, day: day ?? self.day, amount: amount))
  }

  /// Debits one account and credits another.
  mutating func move(_ amount: Int64, to debited: Account, from credited: Account) {
    add(debited, amount)
    // Amounts of fields have at most 53 bits.
    add(credited, -amount)
  }

  /// Counts something that is not money on an account, against the world.
  mutating func count(_ account: Account, _ amount: Int64, on day: Day? = nil) {
    add(account, amount, on: day)
    add(account.commodity == .sec ? PostingList.worldSeconds : PostingList.worldNumber, -amount, on: day)
  }

  private static let worldSeconds = Account(.world, "SEC")
  private static let worldNumber = Account(.world, "NUM")
}
