import EventLog
import EventModel
import Testing

@testable import Sharing

@Suite struct `Closed periods` {
  /// The charged world, with a cost of 3.00 yuan on 2024-06-03.
  private static func world() throws -> TestLedger {
    let ledger = try TestLedger.chargedWorld()
    try ledger.add("cost.recorded", TestLedger.cost("K1", 300), at: "2024-06-03")
    return ledger
  }

  /// What `x-uni` has in CNY by the end of May 2024: the charge's three postings.
  private static let may = TestLedger.total("CNY", 1_000, -1_000)

  private func closed(_ books: String, _ day: String, _ through: String) throws -> Refusal {
    .dayClosed(books: try Identifier(books), day: try Day(iso: day), closedThrough: try Day(iso: through))
  }

  @Test func `postedOn before the day of the event or ahead of its recording`() throws {
    let ledger = try TestLedger.usedWorld()
    func payment(_ day: String) -> String { TestLedger.payment("P", 1, more: #","postedOn":"\#(day)""#) }
    func charge(_ day: String) -> String { TestLedger.charge(more: #","postedOn":"\#(day)""#) }
    #expect(
      try ledger.refusal("charge.assessed", charge("2024-05-05"), at: "2024-05-20")
        == .postedBeforeItsDay(postedOn: Day(iso: "2024-05-05"), day: Day(iso: "2024-05-06")))
    // The day of a charge is that of the service.
    try ledger.add("charge.assessed", charge("2024-05-06"), at: "2024-05-07")
    #expect(
      try ledger.refusal("payment.received", payment("2024-05-07"), at: "2024-05-08T23:59:59+08:00")
        == .postedBeforeItsDay(postedOn: Day(iso: "2024-05-07"), day: Day(iso: "2024-05-08")))
    #expect(
      try ledger.refusal("payment.received", payment("2025-06-03"), at: "2024-05-08")
        == .dayOutOfRange(
          field: "postedOn", day: Day(iso: "2025-06-03"), earliest: Day(iso: "2024-05-08"),
          latest: Day(iso: "2025-06-02")))
    try ledger.add("payment.received", payment("2025-06-02"), at: "2024-05-08")
  }

  @Test func `nothing is posted on a closed day of a unit, but on an open one`() throws {
    let ledger = try Self.world()
    try ledger.add("period.closed", TestLedger.closing("x-uni", "2024-05-31", Self.may, 3), at: "2024-06-05")
    let refusal = try closed("x-uni", "2024-05-31", "2024-05-31")
    let may = "2024-05-31T23:59:59+08:00"
    let events = [
      ("charge.reversed", TestLedger.change(TestLedger.opposite, -1_000)),
      ("payment.received", TestLedger.payment("P", 1)), ("charge.waived", TestLedger.waiver(1)),
      ("charge.adjusted", TestLedger.change(TestLedger.line("water", 1), 1)),
      ("cost.recorded", TestLedger.cost("K2", 1)), ("income.budgeted", #"{"unit":"x-uni","year":2024,"amount":1}"#),
      ("income.spent", #"{"unit":"x-uni","category":"other","amount":1}"#),
      ("guidingFund.granted", #"{"unit":"x-uni","amount":1}"#),
    ]
    for (type, data) in events {
      #expect(try ledger.refusal(type, data, at: may) == refusal, "\(type)")
      let posted = data.dropLast() + #","postedOn":"2024-06-01"}"#
      if type != "charge.reversed" { try ledger.add(type, String(posted), at: may) }
    }
    #expect(
      try ledger.refusal("refund.issued", TestLedger.refund("F", 1), at: may) == refusal)
    #expect(
      try ledger.refusal(
        "cost.allocated",
        #"{"cost":"K2","unit":"x-uni","fromPool":"p","toPool":"q","component":"water","amount":1}"#, at: may)
        == refusal)
    try ledger.add("payment.received", TestLedger.payment("P2", 1), at: "2024-06-01")
  }

  @Test func `a charge of a closed service day is posted later`() throws {
    let ledger = try TestLedger.usedWorld()
    try ledger.add(
      "period.closed", TestLedger.closing("x-uni", "2024-05-31", TestLedger.total("CNY", 0, 0), 0), at: "2024-06-05")
    #expect(
      try ledger.refusal("charge.assessed", TestLedger.charge(), at: "2024-06-02")
        == closed("x-uni", "2024-05-06", "2024-05-31"))
    try ledger.add(
      "charge.assessed", TestLedger.charge(more: #","postedOn":"2024-06-02""#), at: "2024-06-02")
  }

  @Test func `other units stay open, unless the platform's books are closed`() throws {
    let ledger = try Self.world()
    try ledger.add("period.closed", TestLedger.closing("x-uni", "2024-05-31", Self.may, 3), at: "2024-06-05")
    try ledger.add("cost.recorded", TestLedger.cost("K3", 50, unit: "x-org"), at: "2024-05-20")
    try ledger.add(
      "period.closed", TestLedger.closing("platform", "2024-05-31", TestLedger.total("CNY", 1_050, -1_050), 5),
      at: "2024-06-05")
    #expect(
      try ledger.refusal("cost.recorded", TestLedger.cost("K4", 50, unit: "x-org"), at: "2024-05-20")
        == closed("platform", "2024-05-20", "2024-05-31"))
    let programme = """
      {"programme":"P","name":"n","budget":100,"useBy":"2025-12-31","cashBy":"2026-06-30","ratio":5000,"exclusions":[]}
      """
    #expect(
      try ledger.refusal("programme.opened", programme, at: "2024-05-20")
        == closed("platform", "2024-05-20", "2024-05-31"))
    // The unit's own books are asked first.
    #expect(
      try ledger.refusal("payment.received", TestLedger.payment("P", 1), at: "2024-05-31")
        == closed("x-uni", "2024-05-31", "2024-05-31"))
  }

  @Test func `hours and counts stay open unless they were closed too`() throws {
    let ledger = try Self.world()
    try ledger.add("period.closed", TestLedger.closing("x-uni", "2024-05-31", Self.may, 3), at: "2024-06-05")
    try ledger.add("usage.recorded", TestLedger.usage("U2"), at: "2024-05-31")
    try ledger.add("period.reopened", TestLedger.reopening("x-uni", "2024-05-01"), at: "2024-06-06")
    let all =
      Self.may + "," + TestLedger.total("SEC", 28_800, 0) + "," + TestLedger.total("NUM", 2, 0)
    try ledger.add("period.closed", TestLedger.closing("x-uni", "2024-05-31", all, 7), at: "2024-06-06")
    let refusal = try closed("x-uni", "2024-05-06", "2024-05-31")
    #expect(try ledger.refusal("usage.recorded", TestLedger.usage("U3"), at: "2024-06-30") == refusal)
    let void = #"{"usage":"U2","resource":"R1","unit":"x-uni","was":\#(TestLedger.facts()),"reason":"r"}"#
    #expect(try ledger.refusal("usage.voided", void, at: "2024-06-30") == refusal)
    #expect(
      try ledger.refusal("complaint.filed", #"{"complaint":"C","unit":"x-uni","text":"t"}"#, at: "2024-05-31")
        == closed("x-uni", "2024-05-31", "2024-05-31"))
  }

  @Test func `a closing with totals that are not the ledger's`() throws {
    let ledger = try Self.world()
    func refusal(_ totals: String, _ postings: Int = 3, books: String = "x-uni") throws -> Refusal? {
      try ledger.refusal(
        "period.closed", TestLedger.closing(books, "2024-05-31", totals, postings), at: "2024-06-05")
    }
    func differ(_ field: String, _ given: String, _ recorded: String) -> Refusal {
      .controlTotalsDiffer(field: field, given: given, recorded: recorded)
    }
    #expect(try refusal(TestLedger.total("CNY", 999, -1_000)) == differ("CNY debit", "999", "1000"))
    #expect(try refusal(TestLedger.total("CNY", 1_000, 1_000)) == differ("CNY credit", "1000", "-1000"))
    #expect(try refusal(Self.may, 2) == differ("postings", "2", "3"))
    #expect(
      try refusal(Self.may + "," + TestLedger.total("SEC", 0, 0)) == differ("SEC debit", "0", "14400"))
    #expect(
      try refusal(TestLedger.total("SEC", 14_400, 0), 2, books: "platform") == differ("SEC credit", "0", "-14400"))
    #expect(try refusal(Self.may + "," + Self.may) == .namedTwice(field: "controlTotals", value: "CNY"))
    #expect(try refusal("", 0) == .emptyList(field: "controlTotals"))
    #expect(
      try refusal(Self.may, books: "u1") == .wrongPartyKind(Identifier("u1"), field: "books", kind: .user))
    #expect(
      try refusal(Self.may, books: "x-no") == .unknownReference(Tag("party:x-no"), field: "books"))
  }

  @Test func `a closing that comes too early or closes nothing new`() throws {
    let ledger = try Self.world()
    let june = TestLedger.total("CNY", 300, -300)
    func closing(_ through: String, _ totals: String, _ postings: Int) -> String {
      TestLedger.closing("x-uni", through, totals, postings)
    }
    #expect(
      try ledger.refusal("period.closed", closing("2024-06-06", june, 2), at: "2024-06-05")
        == .dayOutOfRange(
          field: "through", day: Day(iso: "2024-06-06"), earliest: .first, latest: Day(iso: "2024-06-05")))
    try ledger.add("period.closed", closing("2024-05-31", Self.may, 3), at: "2024-06-05")
    for day in ["2024-05-31", "2024-05-01"] {
      #expect(
        try ledger.refusal("period.closed", closing(day, Self.may, 3), at: "2024-06-05")
          == .closedAlready(
            books: Identifier("x-uni"), day: Day(iso: day), closedThrough: Day(iso: "2024-05-31")))
    }
    // Only what was posted since the last closing is stated.
    try ledger.add("period.closed", closing("2024-06-05", june, 2), at: "2024-06-05")
  }

  @Test func `only what is closed is reopened, by an authority, in order of position`() throws {
    let ledger = try Self.world()
    func refusal(_ data: String) throws -> Refusal? { try ledger.refusal("period.reopened", data, at: "2024-06-07") }
    func open(_ books: String, _ day: String) throws -> Refusal {
      .notClosed(books: try Identifier(books), day: try Day(iso: day))
    }
    #expect(try refusal(TestLedger.reopening("x-uni", "2024-05-01")) == open("x-uni", "2024-05-01"))
    try ledger.add("period.closed", TestLedger.closing("x-uni", "2024-05-31", Self.may, 3), at: "2024-06-05")
    #expect(try refusal(TestLedger.reopening("x-uni", "2024-06-01")) == open("x-uni", "2024-06-01"))
    #expect(try refusal(TestLedger.reopening("platform", "2024-05-01")) == open("platform", "2024-05-01"))
    #expect(
      try refusal(TestLedger.reopening("x-uni", "2024-05-01", authority: "x-org"))
        == .wrongPartyKind(Identifier("x-org"), field: "authority", kind: .organisation))
    // Its valid time may be before that of the closing: what counts is that it comes after.
    try ledger.add("period.reopened", TestLedger.reopening("x-uni", "2024-05-07"), at: "2024-06-01")
    #expect(try refusal(TestLedger.reopening("x-uni", "2024-05-07")) == open("x-uni", "2024-05-07"))
    try ledger.add("payment.received", TestLedger.payment("P", 1), at: "2024-05-07")
    #expect(
      try ledger.refusal("cost.recorded", TestLedger.cost("K2", 1), at: "2024-05-06")
        == closed("x-uni", "2024-05-06", "2024-05-06"))
    try ledger.add("period.reopened", TestLedger.reopening("x-uni", "1900-01-01"), at: "2024-06-08")
    try ledger.add("cost.recorded", TestLedger.cost("K2", 1), at: "1999-01-01")
  }

  @Test func `a reopening needs the committee or the office`() throws {
    let ledger = try Self.world()
    try ledger.add("period.closed", TestLedger.closing("x-uni", "2024-05-31", Self.may, 3), at: "2024-06-05")
    try ledger.add("role.granted", #"{"party":"x-bureau","role":"office","document":"d","from":"2024-01-01"}"#)
    let reopening = TestLedger.reopening("x-uni", "2024-05-01")
    #expect(
      try ledger.refusal("period.reopened", reopening, at: "2024-06-07", actor: "x-uni")
        == .roleNotHeld(
          actor: Identifier("x-uni"), needed: [.committee, .office], at: TestLedger.instant("2024-06-07")))
    try ledger.add("period.reopened", reopening, at: "2024-06-07", actor: "x-bureau")
  }

  @Test func `the registration of a unit whose books were closed is not retracted`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("party.registered", #"{"party":"x-new","kind":"unit"}"#, id: "new")
    let closing = try ledger.add(
      "period.closed", TestLedger.closing("x-new", "2024-01-31", TestLedger.total("CNY", 0, 0), 0))
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("new"))
        == .retractionLeavesDangling(Tag("books:x-new"), dependent: closing))
  }

  @Test func `a closing sees the events before it in its batch, and those after it see the closing`() throws {
    let ledger = try Self.world()
    func batch(_ debit: Int64) throws -> [Event] {
      [
        try ledger.event("payment.received", TestLedger.payment("P", 400), at: "2024-05-08"),
        try ledger.event(
          "period.closed", TestLedger.closing("x-uni", "2024-05-31", TestLedger.total("CNY", debit, -debit), 5),
          at: "2024-06-05"),
      ]
    }
    let wrong = try ledger.batchRefusal(batch(1_000))
    #expect(wrong?.index == 1)
    #expect(wrong?.refusal == .controlTotalsDiffer(field: "CNY debit", given: "1000", recorded: "1400"))
    let late = try ledger.event("payment.received", TestLedger.payment("P2", 1), at: "2024-05-09")
    let closedNow = try ledger.batchRefusal(batch(1_400) + [late])
    #expect(closedNow?.index == 2)
    #expect(try closedNow?.refusal == closed("x-uni", "2024-05-09", "2024-05-31"))
    #expect(try ledger.log.append(batch(1_400)).count == 2)
  }
}

@Suite struct `Books` {
  private static let types = EventType.allCases

  @Test(arguments: types)
  func `what an event says of its postings is what it posts`(type: EventType) throws {
    let ledger = try TestLedger()
    let event = try ledger.event(type.wireName, type.exampleText)
    let entry = try ChartOfAccounts().entry(of: event)
    let terms = PostingTerms(event.payload)
    #expect(entry.postings.isEmpty == (terms == nil))
    let units = Set(entry.postings.compactMap { $0.account.unit })
    #expect(units == Set(terms?.units ?? []))
    let hasField = type.fields.contains { $0.name == "postedOn" }
    if hasField, type.exampleText.contains("postedOn") { #expect(terms?.postedOn != nil) }
    if let day = terms?.postedOn { #expect(entry.postings.allSatisfy { $0.day == day }) }
  }

  @Test func `all accounts are in the platform's books, once, and in a unit's those that name it`() throws {
    let ledger = try TestLedger.chargedWorld()
    try ledger.add("guidingFund.granted", #"{"unit":"x-uni","amount":7}"#, at: "2024-05-08")
    try ledger.log.read { log in
      func totals(_ books: String, after: String? = nil, _ through: String = "2024-12-31") throws -> ControlTotals {
        try ControlTotals(
          log, books: Identifier(books), after: after.map { try Day(iso: $0) }, through: Day(iso: through),
          known: log.head)
      }
      let platform = try totals("platform")
      #expect(platform[.cny].debit == 1_007 && platform[.cny].credit == -1_007 && platform[.cny].postingCount == 5)
      #expect(platform[.sec].debit == 14_400 && platform[.sec].credit == -14_400)
      #expect(platform[.num].debit == 1 && platform[.num].credit == -1)
      var count: Int64 = 0
      try log.postings(of: nil, through: .last, known: log.head) { _ in count += 1 }
      #expect(platform.postingCount(of: Commodity.allCases) == count)
      let unit = try totals("x-uni")
      #expect(unit[.cny].debit == 1_007 && unit[.cny].credit == -1_000 && unit[.cny].postingCount == 4)
      #expect(unit[.sec].credit == 0)
      #expect(try totals("x-uni", after: "2024-05-07")[.cny].postingCount == 1)
      #expect(try totals("x-uni", after: "2024-05-06", "2024-05-07").postingCount(of: Commodity.allCases) == 0)
      #expect(try totals("x-un").postingCount(of: Commodity.allCases) == 0)
    }
  }
}
