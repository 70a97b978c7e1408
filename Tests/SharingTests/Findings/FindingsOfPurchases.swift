import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `Findings about purchases` {
  /// A purchase of a unit with fiscal money, bought on a day.
  private func buy(
    _ ledger: TestLedger, _ id: String = "P1", items: [(code: String, count: Int64, fen: Int64)], isSet: Bool = false,
    publicFunds: Int64 = 1, price: Int64? = nil, on day: String = "2024-05-01"
  ) throws {
    let total = items.reduce(0) { $0 + $1.count * $1.fen }
    let list = items.map {
      #"{"classCode":"\#($0.code)","name":"n","quantity":\#($0.count),"unitPrice":\#($0.fen)}"#
    }.joined(separator: ",")
    try ledger.add(
      "purchase.proposed",
      #"{"purchase":"\#(id)","unit":"x-uni","items":[\#(list)],"isSet":\#(isSet),"publicFunds":\#(publicFunds),"#
        + #""total":\#(total)}"#, at: "2024-04-01", id: "proposed-\(id)")
    try ledger.add(
      "purchase.executed", #"{"purchase":"\#(id)","unit":"x-uni","contractPrice":\#(price ?? total)}"#, at: day,
      id: "executed-\(id)")
  }

  private func conclude(_ ledger: TestLedger, _ id: String = "P1", _ conclusion: String = "buy", on day: String) throws
  {
    try ledger.add(
      "review.concluded",
      TestLedger.ofPurchase(#""conclusion":"\#(conclusion)","documentHash":"\#(TestLedger.hash)""#, id), at: day)
  }

  @Test(
    arguments: [
      (1, 49_999_999, false, 0), (1, 50_000_000, false, 1), (2, 49_000_000, true, 0), (3, 40_000_000, true, 1),
      (3, 40_000_000, false, 0),
    ] as [(Int64, Int64, Bool, Int)])
  func `without a review: from 500,000.00 a set and 1,000,000.00 a system`(
    _ quantity: Int64, _ fen: Int64, _ isSet: Bool, _ count: Int
  ) throws {
    let ledger = try TestLedger.world()
    try buy(ledger, items: [("010101", quantity, fen)], isSet: isSet)
    #expect(try ledger.findings(.purchaseWithoutReview, "2024-12-31").count == count)
  }

  @Test func `without a review: systems at 999,999.99 and 1,000,000.00`() throws {
    for (fen, count) in [(Int64(99_999_999), 0), (100_000_000, 1)] {
      let ledger = try TestLedger.world()
      try ledger.setPolicy("reviewUnitPriceFen", 200_000_000)
      try buy(ledger, items: [("010101", 1, fen)], isSet: true)
      let found = try ledger.findings(.purchaseWithoutReview, "2024-12-31")
      #expect(found.count == count && found.allSatisfy { $0.threshold == 100_000_000 && $0.measured == 100_000_000 })
    }
  }

  @Test func `without a review: planned below and signed above, with fiscal money only`() throws {
    let ledger = try TestLedger.world()
    try buy(ledger, items: [("010101", 1, 49_800_000)], price: 50_200_000)
    let found = try ledger.findings(.purchaseWithoutReview, "2024-12-31")
    #expect(found.map(\.span) == ["2024-05-01…"] && found[0].measured == 50_200_000 && found[0].threshold == 50_000_000)
    #expect(found[0].subjects.map(\.description) == ["purchase:P1"] && found[0].evidence.count == 2)
    #expect(try ledger.findings(.purchaseWithoutReview, "2024-04-30").isEmpty)
    try buy(ledger, "P2", items: [("010101", 1, 90_000_000)], publicFunds: 0)
    #expect(try ledger.findings(.purchaseWithoutReview, "2024-12-31").count == 1)
  }

  @Test func `a review on the day of the contract is in time; a later one is found; more documents are none`() throws {
    let ledger = try TestLedger.world()
    try buy(ledger, items: [("010101", 1, 50_000_000)])
    try conclude(ledger, "P1", "moreDocuments", on: "2024-04-20")
    #expect(try ledger.findings(.purchaseWithoutReview, "2024-12-31").count == 1)
    try conclude(ledger, on: "2024-05-11")
    #expect(try ledger.findings(.purchaseWithoutReview, "2024-12-31").isEmpty)
    let found = try ledger.findings(.reviewAfterContract, "2024-12-31")
    #expect(found.map(\.span) == ["2024-05-01…2024-05-11"] && found[0].measured == 10)
    #expect(try ledger.findings(.reviewAfterContract, "2024-05-10").isEmpty)
    try buy(ledger, "P2", items: [("010101", 1, 50_000_000)])
    try conclude(ledger, "P2", on: "2024-05-01")
    try buy(ledger, "P3", items: [("010101", 1, 50_000_000)])
    try ledger.add("review.waived", TestLedger.ofPurchase(#""ground":"g""#, "P3"), at: "2024-04-02")
    #expect(try ledger.findings(nil, "2024-12-31").filter { $0.rule.article == "22" }.count == 1)
  }

  @Test func `split purchases: one class, one unit, within the days, none reviewed`() throws {
    let ledger = try TestLedger.world()
    try buy(ledger, "P1", items: [("010101", 1, 30_000_000)], on: "2024-05-01")
    try buy(ledger, "P2", items: [("010102", 1, 30_000_000)], on: "2024-05-02")
    try buy(ledger, "P3", items: [("010101", 1, 20_000_000)], on: "2024-05-31")
    #expect(try ledger.findings(.splitPurchaseSuspected, "2024-12-31").isEmpty)
    try ledger.setPolicy("splitPurchaseDays", 29)
    #expect(try ledger.findings(.splitPurchaseSuspected, "2024-12-31").isEmpty)
    try ledger.add(
      "policy.published", TestLedger.policy("more", #"{"name":"splitPurchaseDays","value":30}"#, from: "2024-05-01"),
      at: "2024-02-01")
    let found = try ledger.findings(.splitPurchaseSuspected, "2024-12-31")
    #expect(found.map(\.span) == ["2024-05-31…"] && found[0].measured == 50_000_000)
    #expect(found[0].subjects.map(\.id.text) == ["P1", "P3"] && found[0].policy?.text == "more")
    try conclude(ledger, "P3", on: "2024-05-30")
    #expect(try ledger.findings(.splitPurchaseSuspected, "2024-12-31").isEmpty)
  }
}
