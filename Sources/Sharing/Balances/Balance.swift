public import EventModel

/// What one account comes to.
public struct Balance: Sendable, Hashable {
  /// The account.
  public let account: Account
  /// The sum of its postings in the account's commodity (fen, seconds or a count): debits positive, credits negative.
  public let amount: Int128

  /// Puts an amount to an account.
  package init(account: Account, amount: Int128) {
    self.account = account
    self.amount = amount
  }

  /// What the account counts.
  public var commodity: Commodity { account.commodity }
}
