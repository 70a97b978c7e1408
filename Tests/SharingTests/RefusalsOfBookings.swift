import EventModel
import Testing

@Suite struct `Bookings and usage` {
  @Test func `a span that does not run forward, or longer than 366 days`() throws {
    let ledger = try TestLedger.world()
    let (from, to) = (try TestLedger.instant(TestLedger.time(9)), try TestLedger.instant(TestLedger.time(8)))
    #expect(
      try ledger.refusal("booking.requested", TestLedger.booking("B", TestLedger.span(9, 8)))
        == .endNotAfterStart(start: from, end: to))
    #expect(
      try ledger.refusal("booking.requested", TestLedger.booking("B", TestLedger.span(9, 9)))
        == .endNotAfterStart(start: from, end: from))
    func long(_ end: String) -> String {
      TestLedger.booking("B", #""start":"2024-01-01T00:00:00+08:00","end":"\#(end)","exclusive":true"#)
    }
    #expect(
      try ledger.refusal("booking.requested", long("2025-01-01T00:00:01+08:00"))
        == .longerThanAYear(
          start: TestLedger.instant("2024-01-01"), end: TestLedger.instant("2025-01-01T00:00:01+08:00")))
    try ledger.add("booking.requested", long("2025-01-01T00:00:00+08:00"))
  }

  @Test func `4 h on New Year's Eve and 6 h after add up to a night; nothing else does`() throws {
    let ledger = try TestLedger.world()
    func night(_ days: String) -> String {
      """
      {"usage":"U1","resource":"R1","unit":"x-uni","user":"u1","side":"external","purpose":"research","mode":"onSite",\
      "start":"2024-12-31T20:00:00+08:00","end":"2025-01-01T06:00:00+08:00","days":[\(days)]}
      """
    }
    func day(_ day: String, _ seconds: Int) -> String { #"{"day":"\#(day)","seconds":\#(seconds)}"# }
    let wrong = [
      [day("2024-12-31", 14_400)], [day("2024-12-31", 14_400), day("2025-01-01", 21_599)],
      [day("2024-12-31", 21_600), day("2025-01-01", 14_400)], [day("2025-01-01", 21_600), day("2024-12-31", 14_400)],
      [day("2024-12-31", 14_400), day("2024-12-31", 0), day("2025-01-01", 21_600)],
      [day("2024-12-30", 14_400), day("2025-01-01", 21_600)], [],
    ]
    for days in wrong {
      let refusal = try ledger.refusal("usage.recorded", night(days.joined(separator: ",")), at: "2025-01-01")
      guard case .daysDoNotAddUp(36_000, _) = refusal else {
        Issue.record("\(days): \(String(describing: refusal))")
        continue
      }
    }
    try ledger.add(
      "usage.recorded", night(day("2024-12-31", 14_400) + "," + day("2025-01-01", 21_600)), at: "2025-01-01")
  }

  @Test func `exclusive approved bookings never overlap; touching is no overlap`() throws {
    let ledger = try TestLedger.world()
    try ledger.addApproved("B1", 8, 10)
    try ledger.addApproved("B2", 10, 12)
    try ledger.add("booking.requested", TestLedger.booking("B3", TestLedger.span(9, 11)), at: "2024-05-01")
    func overlaps(_ other: String, _ from: Int, _ to: Int, booking: String = "B3") throws -> Refusal {
      .bookingOverlaps(
        booking: try Identifier(booking), other: try Identifier(other),
        start: try TestLedger.instant(TestLedger.time(from)), end: try TestLedger.instant(TestLedger.time(to)))
    }
    let approval = TestLedger.booking("B3", TestLedger.span(9, 11))
    #expect(try ledger.refusal("booking.approved", approval, at: "2024-05-02") == overlaps("B1", 8, 10))
    try ledger.add("booking.cancelled", TestLedger.booking("B1", #""reason":"r""#), at: "2024-05-02", id: "cancel-B1")
    #expect(try ledger.refusal("booking.approved", approval, at: "2024-05-02") == overlaps("B2", 10, 12))
    let was = #","was":{"start":"\#(TestLedger.time(10))","end":"\#(TestLedger.time(12))"}"#
    try ledger.add(
      "booking.rescheduled", TestLedger.booking("B2", TestLedger.span(14, 16) + was), at: "2024-05-02", id: "move-B2")
    try ledger.add("booking.approved", approval, at: "2024-05-02")
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("cancel-B1"))
        == overlaps("B3", 9, 11, booking: "B1"))
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("move-B2")) == overlaps("B3", 9, 11, booking: "B2"))
  }

  @Test func `shared bookings may overlap`() throws {
    let ledger = try TestLedger.world()
    for id in ["B1", "B2"] {
      let data = TestLedger.booking(id, TestLedger.span(8, 10, exclusive: false))
      try ledger.add("booking.requested", data, at: "2024-05-01")
      try ledger.add("booking.approved", data, at: "2024-05-01")
    }
  }

  @Test func `a resource closed or exempted at the time cannot be booked`() throws {
    let ledger = try TestLedger.world()
    let data = TestLedger.booking("B", TestLedger.span(8, 10))
    try ledger.add("resource.closed", #"{"resource":"R1"}"#, at: "2024-04-01")
    let closed = Refusal.resourceNotBookable(try Identifier("R1"), state: "closed")
    #expect(try ledger.refusal("booking.requested", data, at: "2024-04-02") == closed)
    try ledger.add("resource.opened", #"{"resource":"R1","mode":"external"}"#, at: "2024-04-10")
    try ledger.add(
      "resource.exempted",
      #"{"resource":"R1","ground":"classified","document":"d","approvedBy":"x-org","to":"2024-04-20"}"#,
      at: "2024-04-15")
    let exempted = Refusal.resourceNotBookable(try Identifier("R1"), state: "exempted from opening")
    #expect(try ledger.refusal("booking.requested", data, at: "2024-04-20T12:00:00+08:00") == exempted)
    try ledger.add("booking.requested", data, at: "2024-04-21")
  }

  @Test func `a course of events that cannot be`() throws {
    let ledger = try TestLedger.world()
    func expect(_ type: String, _ data: String, _ tag: String, _ state: String, at time: String) throws {
      let event = try #require(EventType(wireName: type))
      #expect(
        try ledger.refusal(type, data, at: time) == .wrongState(Tag(tag), state: state, event: event), "\(type)")
    }
    let cancel = TestLedger.booking("B", #""reason":"r""#)
    try ledger.add("booking.requested", TestLedger.booking("B", TestLedger.span(8, 10)), at: "2024-05-01")
    try expect("booking.missed", TestLedger.booking("B"), "booking:B", "requested", at: "2024-05-02")
    try expect("booking.cancelled", cancel, "booking:B", "not requested", at: "2024-04-30")
    try ledger.add("booking.approved", TestLedger.booking("B", TestLedger.span(8, 10)), at: "2024-05-03")
    try expect(
      "booking.cancelled", cancel, "booking:B", "followed by booking.approved at 2024-05-03T00:00:00+08:00",
      at: "2024-05-02")
    try ledger.add("booking.cancelled", cancel, at: "2024-05-04")
    try expect("booking.cancelled", cancel, "booking:B", "cancelled", at: "2024-05-05")

    try ledger.add("usage.recorded", TestLedger.usage(), at: "2024-05-06")
    let void = #"{"usage":"U1","resource":"R1","unit":"x-uni","was":\#(TestLedger.facts()),"reason":"r"}"#
    try ledger.add("usage.voided", void, at: "2024-05-08")
    try expect("usage.voided", void, "usage:U1", "voided", at: "2024-05-09")
    let correction =
      #"{"usage":"U1","resource":"R1","unit":"x-uni","was":\#(TestLedger.facts()),"now":\#(TestLedger.facts(8, 11))}"#
    try expect(
      "usage.corrected", correction, "usage:U1", "followed by usage.voided at 2024-05-08T00:00:00+08:00",
      at: "2024-05-07")

    let outage = #"{"outage":"O","resource":"R1","unit":"x-uni"}"#
    try ledger.add("outage.started", outage, at: "2024-05-06T08:00:00+08:00")
    let ended = """
      {"outage":"O","resource":"R1","unit":"x-uni","start":"\(TestLedger.time(8))","end":"\(TestLedger.time(9))",\
      "days":[{"day":"2024-05-06","seconds":3600}]}
      """
    try ledger.add("outage.ended", ended, at: "2024-05-06T09:00:00+08:00")
    try expect("outage.ended", ended, "outage:O", "ended", at: "2024-05-07")

    let exemption = #"{"resource":"R1","ground":"classified","document":"d","approvedBy":"x-org"}"#
    try expect("exemption.ended", #"{"resource":"R1"}"#, "resource:R1", "not exempted", at: "2024-05-07")
    try ledger.add("resource.exempted", exemption, at: "2024-06-01")
    try expect("resource.exempted", exemption, "resource:R1", "exempted", at: "2024-06-02")
    try expect("customs.released", #"{"resource":"R1"}"#, "resource:R1", "not under customs supervision", at: "2024-06-02")
    try ledger.add("party.merged", #"{"from":"x-org","into":"x-uni"}"#, at: "2024-07-01")
    try expect(
      "party.merged", #"{"from":"x-org","into":"x-uni"}"#, "party:x-org", "merged into x-uni", at: "2024-07-02")
  }
}
