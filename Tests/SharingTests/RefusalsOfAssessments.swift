import EventLog
import EventModel
import Testing

@Suite struct `Assessments` {
  private let unit: Identifier
  private let cycle: Identifier

  init() throws { (unit, cycle) = (try Identifier("x-uni"), try Identifier("AC1")) }

  @Test func `in a cycle that ends before it begins, or by a set nobody published`() throws {
    let ledger = try TestLedger.world()
    #expect(
      try ledger.refusal("cycle.opened", TestLedger.cycle(), at: "2025-01-10")
        == .unknownReference(Tag("indicatorSet:S1"), field: "indicatorSet"))
    let set = try ledger.add("indicatorSet.published", TestLedger.indicatorSet(), at: "2024-01-01", id: "set")
    #expect(
      try ledger.refusal("cycle.opened", TestLedger.cycle(to: "2023-12-31"), at: "2025-01-10")
        == .lastDayBeforeFirst(from: Day(iso: "2024-01-01"), to: Day(iso: "2023-12-31")))
    let opened = try ledger.add("cycle.opened", TestLedger.cycle(), at: "2025-01-10", id: "cycle")
    #expect(
      try ledger.refusal("cycle.opened", TestLedger.cycle(), at: "2025-01-11")
        == .alreadyExists(Tag("cycle:AC1"), recordedAt: opened))
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("set"), at: "2025-01-12")
        == .retractionLeavesDangling(Tag("indicatorSet:S1"), dependent: opened))
    #expect(set < opened)
  }

  @Test func `of users, in cycles nobody opened, or of what the set does not ask`() throws {
    let ledger = try TestLedger.assessedWorld()
    #expect(
      try ledger.refusal("assessment.recorded", TestLedger.assessment(unit: "u1"), at: "2025-02-01")
        == .wrongPartyKind(Identifier("u1"), field: "unit", kind: .user))
    for (type, data) in [
      ("assessment.recorded", TestLedger.assessment()), ("grade.decided", Self.grade()),
      ("score.frozen", TestLedger.score()),
    ] {
      #expect(
        try ledger.refusal(type, data.replacing("AC1", with: "AC9"), at: "2025-02-01")
          == .unknownReference(Tag("cycle:AC9"), field: "cycle"), "\(type)")
    }
    #expect(
      try ledger.refusal("assessment.recorded", TestLedger.assessment(indicator: "shareRate"), at: "2025-02-01")
        == .indicatorNotInSet(indicator: Identifier("shareRate"), set: Identifier("S1")))
    try ledger.add("assessment.recorded", TestLedger.assessment(unit: "x-org"), at: "2025-02-01")
  }

  @Test func `said twice of a unit in a cycle; once taken back they are said anew`() throws {
    let ledger = try TestLedger.assessedWorld()
    for (type, data, event) in [
      ("assessment.recorded", TestLedger.assessment(), EventType.assessmentRecorded),
      ("score.frozen", TestLedger.score(), .scoreFrozen), ("grade.decided", Self.grade(), .gradeDecided),
    ] {
      let position = try ledger.add(type, data, at: "2025-02-01", id: type)
      for day in ["2025-01-31", "2025-02-02"] {
        #expect(
          try ledger.refusal(type, data, at: day)
            == .saidInCycle(event, unit: unit, cycle: cycle, recordedAt: position))
      }
      try ledger.add(type, data.replacing("x-uni", with: "x-org"), at: "2025-02-01")
      try ledger.retract(type, at: "2025-02-03")
      try ledger.add(type, data, at: "2025-02-04")
    }
    try ledger.add("assessment.recorded", TestLedger.assessment(indicator: "openRate"), at: "2025-02-05")
  }

  @Test func `scored by other indicators, for other days or beyond the points there are`() throws {
    let ledger = try TestLedger.assessedWorld()
    try ledger.add("indicatorSet.published", TestLedger.indicatorSet("S2"), at: "2024-01-01")
    func refusal(_ data: String) throws -> Refusal? { try ledger.refusal("score.frozen", data, at: "2025-02-01") }
    #expect(
      try refusal(TestLedger.score(set: "S2")) == .copyDiffers(field: "indicatorSet", given: "S2", recorded: "S1"))
    #expect(
      try refusal(TestLedger.score(from: "2024-01-02"))
        == .copyDiffers(field: "period.from", given: "2024-01-02", recorded: "2024-01-01"))
    #expect(
      try refusal(TestLedger.score(to: "2024-12-30"))
        == .copyDiffers(field: "period.to", given: "2024-12-30", recorded: "2024-12-31"))
    #expect(
      try refusal(TestLedger.score([("openRate", 9_000)]))
        == .copyDiffers(field: "points", given: "[openRate]", recorded: "[openRate, satisfaction]"))
    #expect(
      try refusal(TestLedger.score([("satisfaction", 4_000), ("openRate", 5_000)]))
        == .copyDiffers(
          field: "points", given: "[satisfaction, openRate]", recorded: "[openRate, satisfaction]"))
    #expect(
      try refusal(TestLedger.score([("openRate", 5_000), ("satisfaction", 4_001)], total: 9_001))
        == .outOfRange(field: "satisfaction.points", value: 4_001, min: 0, max: 4_000))
    #expect(try refusal(TestLedger.score(total: 9_001)) == .pointsDoNotAddUp(total: 9_001, sum: "9000"))
  }

  @Test func `that know what is not recorded`() throws {
    let ledger = try TestLedger.assessedWorld()
    let head = try ledger.log.head()
    #expect(
      try ledger.refusal("score.frozen", TestLedger.score(knownAt: Int(head.number) + 1), at: "2025-02-01")
        == .positionAheadOfLog(field: "knownAt", position: head.next, head: head))
    try ledger.add("score.frozen", TestLedger.score(knownAt: Int(head.number)), at: "2025-02-01")
  }

  private static func grade(_ grade: String = "good") -> String {
    #"{"unit":"x-uni","cycle":"AC1","grade":"\#(grade)"}"#
  }
}
