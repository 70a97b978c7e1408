import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `The evidence behind a balance` {
  @Test func `a register runs by day, then position, to the balance`() throws {
    let ledger = try TestLedger.world()
    try ledger.addCharge()
    let second = try ledger.addPayment(60_000, "P2", at: "2024-06-20")
    let first = try ledger.addPayment(30_000, "P1", at: "2024-05-20")
    let register = try ledger.register("receivable:x-uni", "2024-12-31")
    #expect(register.lines.map(\.recorded.id.text) == ["charged", "paid-P1", "paid-P2"])
    #expect(register.lines.map(\.recorded.position).suffix(2) == [first, second])
    #expect(register.lines.map(\.balance) == [160_000, 130_000, 70_000])
    #expect(register.openings.map(\.amount) == [0] && register.closings.map(\.amount) == [70_000])

    let june = try ledger.register("receivable:x-uni", "2024-12-31", from: "2024-06-01", through: "2024-06-30")
    #expect(june.lines.map(\.balance) == [70_000])
    #expect(june.openings.map(\.amount) == [130_000])
    let early = try ledger.register("receivable:x-uni", "2024-12-31", known: second)
    #expect(early.lines.map(\.balance) == [160_000, 100_000])
    #expect(try ledger.register("receivable:x-uni", "2024-06-19").lines.count == 2)
  }

  @Test func `each account of a register runs for itself`() throws {
    let ledger = try TestLedger.world()
    try ledger.addCost("K1", 100, component: "water")
    try ledger.addCost("K2", 10)
    try ledger.addCost("K3", 1, component: "water")
    let lines = try ledger.register("cost", "2025-01-01").lines
    #expect(lines.map(\.balance) == [100, 10, 101])
    let all = try ledger.register("costsource", "2025-01-01").lines
    #expect(all.map(\.balance) == [-100, -110, -111])
  }

  @Test func `an explanation names the events, and they add up`() throws {
    let ledger = try TestLedger.world()
    try ledger.addNewYearUsage()
    let late = try ledger.addNewYearUsage("U2", event: "late")
    let account = "hours:x-uni:R1:external"
    let balance = try ledger.explanation(account, "2025-01-01")
    #expect(balance.parts.map(\.id.text) == ["new-year", "late", "new-year", "late"])
    #expect(balance.parts.map(\.amount) == [14_400, 14_400, 21_600, 21_600] && balance.sum == 72_000)
    let newYear = try ledger.explanation(account, "2025-12-31", from: "2025-01-01", through: "2025-01-31")
    #expect(newYear.parts.map(\.amount) == [21_600, 21_600] && newYear.debit == 43_200 && newYear.credit == 0)
    let earlier = try ledger.explanation(account, "2025-01-01", known: Position(late.number - 1))
    #expect(earlier.parts.map(\.id.text) == ["new-year", "new-year"])
    #expect(try ledger.explanation("cash:x-uni", "2025-01-01").parts.isEmpty)
  }

  @Test func `a difference is the events recorded in between`() throws {
    let ledger = try TestLedger.world()
    try ledger.addCharge()
    let earlier = try ledger.log.head()
    let paid = try ledger.addPayment(50_000)
    try ledger.addPayment(1_000, "P2", at: "2024-07-01")
    try ledger.addCost("K1", 900, at: "2024-05-06")
    let difference = try ledger.balanceDifference("receivable", "2024-06-30", from: earlier)
    let change = try #require(difference.changes.first)
    #expect(difference.changes.count == 1)
    #expect(change.before == 160_000 && change.after == 110_000 && change.difference == -50_000)
    #expect(change.parts.map(\.position) == [paid])
    let all = try ledger.balanceDifference(nil, "2024-06-30", from: earlier)
    #expect(
      all.changes.map { "\($0.account) \($0.before) \($0.after)" } == [
        "cash:x-uni 0 50000", "cost:x-uni:nmr:material 0 900", "costsource:x-uni 0 -900",
        "receivable:x-uni:u1 160000 110000",
      ])
    #expect(try ledger.balanceDifference(nil, "2024-06-30", from: earlier, to: earlier).changes.isEmpty)
  }
}
