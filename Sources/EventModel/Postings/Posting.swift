/// One amount counted on one account on one civil day: a debit when positive, a credit when negative.
public struct Posting: Sendable, Hashable {
  /// Where it counts.
  public let account: Account
  /// The civil day in Beijing from which it counts.
  public let day: Day
  /// How much, in the account's commodity: fen, seconds or a count; never 0.
  public let amount: Int64

  /// Puts an amount on an account.
  public init(account: Account, day: Day, amount: Int64) {
    self.account = account
    self.day = day
    self.amount = amount
  }
}
