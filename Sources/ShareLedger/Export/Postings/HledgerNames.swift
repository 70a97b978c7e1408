package import EventModel

/// Account names in hledger: the ledger's own, with every character hledger might take for something else as a per
/// cent sign and two hexadecimal digits.
package enum HledgerNames {
  /// The name of an account.
  package static func name(of account: Account) -> String {
    var text = PostingText()
    // A per cent sign is an escape of the account's own, %25 or %3A, and stays one.
    text.add(account.text, escapedBy: UInt8(ascii: "%")) {
      $0.isLetterOrDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "%") || isPlainSign($0)
    }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// The account of a name, or `nil` when it is none.
  package static func account(of name: String) -> Account? {
    var text: [UInt8] = []
    var rest = name.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        text.append(byte)
        continue
      }
      guard let value = Hexadecimal.byte(rest.prefix(2)) else { return nil }
      if value == UInt8(ascii: "%") || value == UInt8(ascii: ":") {
        text.append(byte)
        text += Array(rest.prefix(2))
      } else {
        text.append(value)
      }
      rest = rest.dropFirst(2)
    }
    return try? Account(String(decoding: text, as: UTF8.self))
  }

  static func isPlainSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"): true
    default: false
    }
  }

  /// What hledger is told a family is: asset, liability, equity, revenue or expense.
  static func type(of family: AccountFamily) -> String {
    switch family.accountingRoot {
    case .assets: "A"
    case .liabilities: "L"
    case .equity: "E"
    case .income: "R"
    case .expenses: "X"
    }
  }
}

/// The five kinds of accounts bookkeeping knows.
enum AccountingRoot: String {
  case assets = "Assets"
  case liabilities = "Liabilities"
  case equity = "Equity"
  case income = "Income"
  case expenses = "Expenses"
}

extension AccountFamily {
  /// The kind of accounts a family belongs to; hours and counts are kept as assets against the world.
  var accountingRoot: AccountingRoot {
    switch self {
    case .receivable, .cash, .budget, .claim, .subsidyDue, .clawbackDue, .fundCash: .assets
    case .hours, .idle, .services, .rating, .refusal, .complaint, .outcome: .assets
    case .income, .clawback: .income
    case .waived, .cost, .spent: .expenses
    case .costsource, .guidingFund, .subsidyFund, .world: .equity
    case .programme, .voucher, .held: .liabilities
    }
  }
}
