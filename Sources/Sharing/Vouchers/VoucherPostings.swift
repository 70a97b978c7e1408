import EventLog
import EventModel

/// What the postings say of programmes and vouchers: the other side of the tie-out.
struct VoucherPostings {
  /// What one programme's accounts come to, credits positive but for the budget and the claims.
  struct Sums {
    var budget: Int128 = 0
    var available: Int128 = 0
    var deducted: Int128 = 0
    var paid: Int128 = 0
    var open: Int128 = 0
    var held: Int128 = 0
    var claims: Int128 = 0
  }

  private(set) var sums: [Identifier: Sums] = [:]
  /// All accounts, also those of no programme known.
  private(set) var all = Sums()

  /// - Complexity: O(postings of these accounts).
  init(_ log: LogReader, asOf: AsOf, programmeOfVoucher: [String: Identifier]) throws {
    for family in [AccountFamily.programme, .voucher, .held, .claim] {
      for balance in try AccountSums(log, AccountPrefix(family), asOf: asOf).balances {
        let account = balance.account
        let programme: Identifier? =
          switch family {
          case .programme: try? Identifier(account.part(0))
          case .claim: try? Identifier(account.part(1))
          default: programmeOfVoucher[account.part(0)]
          }
        VoucherPostings.add(balance.amount, of: account, to: &all)
        if let programme { VoucherPostings.add(balance.amount, of: account, to: &sums[programme, default: Sums()]) }
      }
    }
  }

  private static func add(_ amount: Int128, of account: Account, to sums: inout Sums) {
    switch account.family {
    case .voucher: sums.open -= amount
    case .held: sums.held -= amount
    case .claim: sums.claims += amount
    default:
      switch ProgrammePart(rawValue: account.part(1)) {
      case .budget: sums.budget += amount
      case .available: sums.available -= amount
      case .deducted: sums.deducted -= amount
      case .paid: sums.paid -= amount
      case nil: break
      }
    }
  }
}
