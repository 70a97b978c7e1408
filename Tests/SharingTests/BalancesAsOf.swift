import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `Balances at (V, K)` {
  private let hours = "hours:x-uni:R1:external"

  @Test func `a usage over midnight counts on the days it was`() throws {
    let ledger = try TestLedger.world()
    try ledger.addNewYearUsage()
    #expect(try ledger.balances("hours", "2024-12-30").isEmpty)
    #expect(try ledger.balances("hours", "2024-12-31") == ["\(hours) 14400"])
    #expect(try ledger.balances("hours", "2025-01-01") == ["\(hours) 36000"])
    #expect(
      try ledger.balances(nil, "2025-01-01") == [
        "\(hours) 36000", "services:x-uni:external 1", "world:NUM -1", "world:SEC -36000",
      ])
  }

  @Test func `money owed, paid and known later`() throws {
    let ledger = try TestLedger.world()
    let charged = try ledger.addCharge()
    try ledger.addPayment(60_000)
    let receivable = "receivable:x-uni:u1"
    // The posting day is the day of the service, not that of the assessment.
    #expect(try ledger.balances("receivable", "2024-05-05").isEmpty)
    #expect(try ledger.balances("receivable", "2024-05-06") == ["\(receivable) 160000"])
    #expect(try ledger.balances("receivable", "2024-05-20") == ["\(receivable) 100000"])
    #expect(try ledger.balances("receivable", "2024-05-20", known: charged) == ["\(receivable) 160000"])
    #expect(try ledger.balances("receivable", "2024-05-20", known: Position(charged.number - 1)).isEmpty)
    #expect(try ledger.balances("income", "2024-05-20") == ["income:x-uni:nmr:labour -160000"])
  }

  @Test func `an account that comes to zero is left out unless asked for`() throws {
    let ledger = try TestLedger.world()
    try ledger.addCharge()
    try ledger.addPayment(160_000)
    let (asOf, prefix) = (try ledger.asOf("2024-06-01"), try AccountPrefix("receivable"))
    let (without, with) = try ledger.log.read { log in
      (
        try Balances(log, asOf: asOf, prefix: prefix),
        try Balances(log, asOf: asOf, prefix: prefix, includingZero: true)
      )
    }
    #expect(without.rows.isEmpty)
    #expect(with.rows == [Balance(account: try Account("receivable:x-uni:u1"), amount: 0)])
  }

  @Test func `a prefix is whole parts of the name`() throws {
    let ledger = try TestLedger()
    try ledger.addParty("x-a")
    try ledger.addParty("x-ab")
    try ledger.addCost("K1", 100, unit: "x-a")
    try ledger.addCost("K2", 200, unit: "x-ab")
    #expect(try ledger.balances("cost:x-a", "2025-01-01") == ["cost:x-a:nmr:material 100"])
    #expect(try ledger.balances("cost:x-a:", "2025-01-01") == ["cost:x-a:nmr:material 100"])
    #expect(try ledger.balances("cost:x-ab", "2025-01-01") == ["cost:x-ab:nmr:material 200"])
    #expect(try ledger.balances("cost", "2025-01-01").count == 2)
    #expect(try ledger.balances("costsource:x-a", "2025-01-01") == ["costsource:x-a -100"])
    #expect(try ledger.balances("cost:x-a:nmr:material", "2025-01-01").count == 1)
    #expect(try ledger.balances("cost:x", "2025-01-01").isEmpty)
  }

  @Test func `posted on an open day, the valid time stays true`() throws {
    let ledger = try TestLedger.world()
    let late = try ledger.addCost("K1", 500, postedOn: "2024-07-01", at: "2024-05-06")
    #expect(try ledger.balances("cost", "2024-06-30").isEmpty)
    #expect(try ledger.balances("cost", "2024-07-01") == ["cost:x-uni:nmr:material 500"])
    let part = try #require(try ledger.explanation("cost:x-uni:nmr:material", "2024-07-01").parts.first)
    #expect(part.position == late && part.id.text == "cost-K1" && part.type == .costRecorded)
    #expect("\(part.validTime.day)" == "2024-05-06")
    #expect("\(part.day)" == "2024-07-01")
  }

  @Test func `one account is found among many`() throws {
    let ledger = try TestLedger.world()
    for number in 1...9 { try ledger.addCost("K\(number)", Int64(number), component: component(number)) }
    let asOf = try ledger.asOf("2025-01-01")
    let balances = try ledger.log.read { try Balances($0, asOf: asOf) }
    for row in balances.rows { #expect(balances[row.account] == row.amount) }
    #expect(balances[try Account("cost:x-uni:nmr:nothing")] == 0)
    #expect(balances[try Account("cash:x-uni")] == 0)
    #expect(balances.rows.map(\.account) == balances.rows.map(\.account).sorted())
    let trial = try ledger.log.read { try TrialBalance($0, asOf: asOf) }
    #expect(trial.isBalanced && trial.lines.map(\.debit) == [45, 0, 0])
    #expect(trial.lines.map(\.accountCount) == [5, 0, 0])
  }

  @Test func `a thousand accounts are kept apart`() throws {
    let ledger = try TestLedger()
    try ledger.addParty("x-uni")
    let events = try (1...1_000).map { number in
      try ledger.event(
        "cost.recorded",
        #"{"cost":"K\#(number)","unit":"x-uni","pool":"p\#(number % 500)","component":"water","amount":\#(number)}"#)
    }
    _ = try ledger.log.append(events)
    let rows = try ledger.balances("cost:x-uni", "2025-01-01")
    #expect(rows.count == 500 && rows.first == "cost:x-uni:p0:water 1500")
    let reference = (0..<500).map { "cost:x-uni:p\($0):water \($0 == 0 ? 1_500 : 2 * $0 + 500)" }
    #expect(rows.sorted() == reference.sorted())
  }

  private func component(_ number: Int) -> String { ["material", "water", "electricity", "labour"][number % 4] }
}
