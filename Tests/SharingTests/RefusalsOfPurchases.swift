import EventModel
import Testing

@Suite struct `Purchases` {
  private let tag: EventModel.Tag

  init() throws { tag = Tag(.purchase, try Identifier("PP1")) }

  private static func world() throws -> TestLedger {
    let ledger = try TestLedger.world()
    try ledger.add("purchase.proposed", TestLedger.purchase(), at: "2025-02-01", id: "proposed")
    return ledger
  }

  @Test func `that do not add up, are of nothing or have more public money than they cost`() throws {
    let ledger = try TestLedger.world()
    func refusal(_ data: String) throws -> Refusal? { try ledger.refusal("purchase.proposed", data, at: "2025-02-01") }
    #expect(try refusal(TestLedger.purchase(total: 601)) == .linesDoNotAddUp(total: 601, sum: "600"))
    #expect(try refusal(TestLedger.purchase(items: "", publicFunds: 0, total: 0)) == .emptyList(field: "items"))
    #expect(
      try refusal(TestLedger.purchase(publicFunds: 601))
        == .outOfRange(field: "publicFunds", value: 601, min: 0, max: 600))
    #expect(
      try refusal(TestLedger.purchase(items: #"{"name":"n","quantity":0,"unitPrice":1}"#))
        == .outOfRange(field: "items[0].quantity", value: 0, min: 1, max: Count.range.upperBound))
    #expect(
      try refusal(TestLedger.purchase(items: #"{"name":"n","quantity":1,"unitPrice":-1}"#))
        == .outOfRange(field: "items[0].unitPrice", value: -1, min: 0, max: Fen.range.upperBound))
    // The largest there can be are added without overflow, and are no total.
    let huge = #"{"name":"n","quantity":9007199254740991,"unitPrice":9007199254740991}"#
    #expect(
      try refusal(TestLedger.purchase(items: huge + "," + huge))
        == .linesDoNotAddUp(total: 600, sum: "162259276829213327362780991324162"))
  }

  @Test func `of users, or of units and purchases nobody knows`() throws {
    let ledger = try TestLedger.world()
    #expect(
      try ledger.refusal("purchase.proposed", TestLedger.purchase(unit: "u1"), at: "2025-02-01")
        == .wrongPartyKind(Identifier("u1"), field: "unit", kind: .user))
    #expect(
      try ledger.refusal("purchase.proposed", TestLedger.purchase(unit: "x-no"), at: "2025-02-01")
        == .unknownReference(Tag("party:x-no"), field: "unit"))
    #expect(
      try ledger.refusal("review.concluded", TestLedger.conclusion(), at: "2025-02-01")
        == .unknownReference(tag, field: "purchase"))
    let position = try ledger.add("purchase.proposed", TestLedger.purchase(), at: "2025-02-01")
    #expect(
      try ledger.refusal("purchase.proposed", TestLedger.purchase(), at: "2025-02-02")
        == .alreadyExists(tag, recordedAt: position))
  }

  @Test func `whose steps name another unit`() throws {
    let ledger = try Self.world()
    let steps = [
      ("duplicateCheck.recorded", TestLedger.ofPurchase(#""hits":[]"#, unit: "x-org")),
      ("review.concluded", TestLedger.conclusion(unit: "x-org")),
      ("review.waived", TestLedger.ofPurchase(#""ground":"g""#, unit: "x-org")),
      ("purchase.executed", TestLedger.ofPurchase(#""contractPrice":1"#, unit: "x-org")),
    ]
    for (type, data) in steps {
      #expect(
        try ledger.refusal(type, data, at: "2025-02-02")
          == .copyDiffers(field: "unit", given: "x-org", recorded: "x-uni"), "\(type)")
    }
  }

  @Test func `checked for duplicates that are not there, named twice, or with hours of none`() throws {
    let ledger = try Self.world()
    func refusal(_ more: String) throws -> Refusal? {
      try ledger.refusal("duplicateCheck.recorded", TestLedger.ofPurchase(more), at: "2025-02-02")
    }
    #expect(try refusal(#""hits":["R9"]"#) == .unknownReference(Tag("resource:R9"), field: "hits"))
    #expect(try refusal(#""hits":["R1","R1"]"#) == .namedTwice(field: "hits", value: "R1"))
    #expect(try refusal(#""hits":[],"meanHours":7"#) == .illegalValue(field: "meanHours", value: "7"))
    try ledger.add("duplicateCheck.recorded", TestLedger.ofPurchase(#""hits":["R1"],"meanHours":7"#), at: "2025-02-02")
  }

  @Test func `reviewed twice, or both waived and reviewed`() throws {
    let ledger = try Self.world()
    let waiver = TestLedger.ofPurchase(#""ground":"g""#)
    try ledger.add("review.concluded", TestLedger.conclusion("moreDocuments"), at: "2025-02-05", id: "more")
    try ledger.add("review.concluded", TestLedger.conclusion(), at: "2025-02-10", id: "concluded")
    #expect(
      try ledger.refusal("review.concluded", TestLedger.conclusion(), at: "2025-02-11")
        == .wrongState(tag, state: "reviewed", event: .reviewConcluded))
    #expect(
      try ledger.refusal("review.concluded", TestLedger.conclusion(), at: "2025-02-06")
        == .wrongState(
          tag, state: "followed by review.concluded at 2025-02-10T00:00:00+08:00", event: .reviewConcluded))
    #expect(
      try ledger.refusal("review.waived", waiver, at: "2025-02-11")
        == .wrongState(tag, state: "reviewed", event: .reviewWaived))
    try ledger.retract("concluded", at: "2025-02-12")
    try ledger.add("review.waived", waiver, at: "2025-02-13")
    #expect(
      try ledger.refusal("review.concluded", TestLedger.conclusion(), at: "2025-02-14")
        == .wrongState(tag, state: "let go ahead without a review", event: .reviewConcluded))
  }

  @Test func `bought twice or for nothing; a contract before any review is a fact`() throws {
    let ledger = try Self.world()
    let contract = TestLedger.ofPurchase(#""contractPrice":590"#)
    #expect(
      try ledger.refusal("purchase.executed", TestLedger.ofPurchase(#""contractPrice":0"#), at: "2025-02-02")
        == .outOfRange(field: "contractPrice", value: 0, min: 1, max: Fen.range.upperBound))
    try ledger.add("purchase.executed", contract, at: "2025-01-20")
    try ledger.add("review.concluded", TestLedger.conclusion("doNotBuy"), at: "2025-02-10")
    for day in ["2025-01-19", "2025-02-11"] {
      #expect(try ledger.refusal("purchase.executed", contract, at: day).map(\.ruleName) == "wrongState", "\(day)")
    }
  }

  @Test func `are taken back as long as nothing rests on them`() throws {
    let ledger = try Self.world()
    let concluded = try ledger.add("review.concluded", TestLedger.conclusion(), at: "2025-02-10", id: "concluded")
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("proposed"), at: "2025-02-11")
        == .retractionLeavesDangling(tag, dependent: concluded))
    try ledger.retract("concluded", at: "2025-02-11")
    try ledger.retract("proposed", at: "2025-02-11")
  }
}
