import EventModel
import Testing

@testable import Sharing

@Suite struct `Subsidies and clawbacks` {
  /// How each is made due and paid, with what names it and the account of what is due.
  private struct Kind: CustomTestStringConvertible {
    let due: String
    let paid: String
    let tag: String
    let account: String
    let data: @Sendable (Int64, String) -> String

    var testDescription: String { due }

    static let all = [
      Kind(due: "subsidy.awarded", paid: "subsidy.paid", tag: "subsidy:SB1", account: "subsidyDue:x-uni") {
        TestLedger.subsidy($0, more: $1)
      },
      Kind(due: "clawback.ordered", paid: "clawback.received", tag: "clawback:CB1", account: "clawbackDue:x-uni") {
        TestLedger.clawback($0, more: $1)
      },
    ]
  }

  @Test(arguments: Kind.all)
  private func `of nothing, or again by the same id`(kind: Kind) throws {
    let ledger = try TestLedger.world()
    for amount: Int64 in [0, -1] {
      #expect(
        try ledger.refusal(kind.due, kind.data(amount, ""), at: "2025-03-01")
          == .outOfRange(field: "amount", value: amount, min: 1, max: Fen.range.upperBound))
    }
    #expect(try ledger.refusal(kind.paid, kind.data(1, ""), at: "2025-03-01").map(\.ruleName) == "unknownReference")
    let position = try ledger.add(kind.due, kind.data(1_000, ""), at: "2025-03-01", id: "due")
    #expect(
      try ledger.refusal(kind.due, kind.data(1_000, ""), at: "2025-03-02")
        == .alreadyExists(Tag(kind.tag), recordedAt: position))
    #expect(
      try ledger.refusal(kind.paid, kind.data(0, ""), at: "2025-03-02")
        == .outOfRange(field: "amount", value: 0, min: 1, max: Fen.range.upperBound))
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("due"), at: "2025-03-02").map(\.ruleName)
        == "notRetractable")
  }

  @Test(arguments: Kind.all)
  private func `paid beyond what is due, at any time`(kind: Kind) throws {
    let ledger = try TestLedger.world()
    let tag = try Tag(kind.tag)
    try ledger.add(kind.due, kind.data(1_000, ""), at: "2025-03-01")
    func refusal(_ amount: Int64, at day: String) throws -> Refusal? {
      try ledger.refusal(kind.paid, kind.data(amount, ""), at: day)
    }
    #expect(try refusal(1_001, at: "2025-03-02") == .paidAboveDue(tag, amount: 1_001, due: 1_000))
    try ledger.add(kind.paid, kind.data(600, ""), at: "2025-03-05")
    #expect(try refusal(401, at: "2025-03-06") == .paidAboveDue(tag, amount: 401, due: 400))
    let type = try #require(EventType(wireName: kind.paid))
    #expect(
      try refusal(401, at: "2025-03-04")
        == .wrongState(tag, state: "followed by \(kind.paid) at 2025-03-05T00:00:00+08:00", event: type))
    #expect(try refusal(1, at: "2025-02-28") == .wrongState(tag, state: "not due", event: type))
    try ledger.add(kind.paid, kind.data(400, ""), at: "2025-03-04")
    #expect(try refusal(1, at: "2025-03-06") == .paidAboveDue(tag, amount: 1, due: 0))
  }

  @Test(arguments: Kind.all)
  private func `paid to or by somebody else`(kind: Kind) throws {
    let ledger = try TestLedger.world()
    try ledger.add(kind.due, kind.data(1_000, ""), at: "2025-03-01")
    let refusal = try ledger.refusal(
      kind.paid, kind.data(1, "").replacing("x-uni", with: "x-org"), at: "2025-03-02")
    #expect(refusal.map(\.ruleName) == "copyDiffers")
  }

  @Test(arguments: Kind.all)
  private func `posted before they are due, or on closed days`(kind: Kind) throws {
    let ledger = try TestLedger.world()
    let (tag, type) = (try Tag(kind.tag), try #require(EventType(wireName: kind.paid)))
    try ledger.add(kind.due, kind.data(1_000, #","postedOn":"2025-03-10""#), at: "2025-03-01")
    #expect(
      try ledger.refusal(kind.paid, kind.data(1, ""), at: "2025-03-05")
        == .wrongState(tag, state: "posted on 2025-03-10", event: type))
    #expect(
      try ledger.refusal(kind.paid, kind.data(1, #","postedOn":"2025-03-04""#), at: "2025-03-05")
        == .postedBeforeItsDay(postedOn: Day(iso: "2025-03-04"), day: Day(iso: "2025-03-05")))
    try ledger.add(
      "period.closed", TestLedger.closing("platform", "2025-03-31", TestLedger.total("CNY", 1_000, -1_000), 2),
      at: "2025-04-02")
    #expect(
      try ledger.refusal(kind.paid, kind.data(1, ""), at: "2025-03-15")
        == .dayClosed(
          books: Identifier("platform"), day: Day(iso: "2025-03-15"), closedThrough: Day(iso: "2025-03-31")))
    try ledger.add(kind.paid, kind.data(600, #","postedOn":"2025-04-03""#), at: "2025-03-15")
    #expect(try ledger.balances(kind.account, "2025-04-02") == ["\(kind.account) 1000"])
    #expect(try ledger.balances(kind.account, "2025-04-03") == ["\(kind.account) 400"])
  }

  @Test func `a unit's own books close on what it is promised, and not on what it owes`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("subsidy.awarded", TestLedger.subsidy(), at: "2025-03-01")
    try ledger.add("clawback.ordered", TestLedger.clawback(), at: "2025-03-01")
    try ledger.add(
      "period.closed", TestLedger.closing("x-uni", "2025-03-31", TestLedger.total("CNY", 1_000, 0), 1),
      at: "2025-04-02")
    #expect(
      try ledger.refusal("subsidy.paid", TestLedger.subsidy(1), at: "2025-03-15").map(\.ruleName) == "dayClosed")
    try ledger.add("clawback.received", TestLedger.clawback(1), at: "2025-03-15")
  }

  @Test func `move money between these accounts`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("subsidy.awarded", TestLedger.subsidy(1_000), at: "2025-03-01")
    try ledger.add("subsidy.paid", TestLedger.subsidy(700), at: "2025-03-02")
    try ledger.add("clawback.ordered", TestLedger.clawback(500), at: "2025-03-03")
    try ledger.add("clawback.received", TestLedger.clawback(200), at: "2025-03-04")
    #expect(
      try ledger.balances(nil, "2025-03-04") == [
        "cash:x-uni 700", "clawback -500", "clawbackDue:x-uni 300", "fundCash 200", "subsidyDue:x-uni 300",
        "subsidyFund -1000",
      ])
  }
}
