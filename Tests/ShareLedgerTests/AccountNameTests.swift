import ShareLedger
import TestSupport
import Testing

@Suite struct `Account names in other tools` {
  @Test func `come back from both, whatever the ids are`() throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<2_000 {
      let account = try Self.account(&random)
      #expect(HledgerNames.account(of: HledgerNames.name(of: account)) == account, "\(account)")
      #expect(BeancountNames.account(of: BeancountNames.name(of: account)) == account, "\(account)")
    }
  }

  @Test func `fit the grammar of each`() throws {
    var random = SeededRandom(seed: 12)
    for _ in 0..<500 {
      let account = try Self.account(&random)
      #expect(HledgerNames.name(of: account).wholeMatch(of: /[a-zA-Z]+(:[A-Za-z0-9%._\/-]+)*/) != nil)
      let beancount = BeancountNames.name(of: account)
      #expect(
        beancount.wholeMatch(of: /(Assets|Liabilities|Equity|Income|Expenses)(:[A-Z0-9][A-Za-z0-9-]*)+/) != nil,
        "\(beancount)")
    }
  }

  @Test(arguments: [
    ("cash:x-lab", "cash:x-lab", "Assets:Cash:Zx--lab"),
    ("voucher:Z;1", "voucher:Z%3B1", "Liabilities:Voucher:ZZ-3B1"),
    ("receivable:A%3AB:%25", "receivable:A%3AB:%25", "Assets:Receivable:A-3AB:Z-25"),
    ("guidingFund", "guidingFund", "Equity:GuidingFund"),
    ("world:SEC", "world:SEC", "Equity:World:SEC"),
  ])
  func `are these`(_ name: String, _ hledger: String, _ beancount: String) throws {
    let account = try Account(name)
    #expect(HledgerNames.name(of: account) == hledger)
    #expect(BeancountNames.name(of: account) == beancount)
  }

  @Test(arguments: ["", "cash", "cash:x%3", "cash:x%ZZ", "Assets:Cash:X"])
  func `of no account are told from those of one`(_ name: String) {
    #expect(HledgerNames.account(of: name) == nil)
    #expect(BeancountNames.account(of: "Assets:Nothing:X") == nil)
    #expect(BeancountNames.account(of: "Income:Cash:X") == nil)
    #expect(BeancountNames.account(of: "Assets:Cash:X-4") == nil)
    #expect(BeancountNames.account(of: "Assets:Cash") == nil)
  }

  /// An account of any family, with ids of any printable characters.
  private static func account(_ random: inout SeededRandom) throws -> Account {
    let family = AccountFamily.allCases.randomElement(using: &random) ?? .cash
    if family == .world { return try Account(Bool.random(using: &random) ? "world:SEC" : "world:NUM") }
    var name = family.rawValue
    for _ in 0..<family.partCount {
      name += ":"
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let byte = UInt8.random(in: 0x21...0x7E, using: &random)
        name += byte == 0x25 ? "%25" : byte == 0x3A ? "%3A" : String(UnicodeScalar(byte))
      }
    }
    return try Account(name)
  }
}
