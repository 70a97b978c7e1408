import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `Movements by civil period` {
  private let hours = "hours:x-uni"

  @Test func `a usage over the new year by day, month, quarter and year`() throws {
    let ledger = try TestLedger.world()
    try ledger.addNewYearUsage()
    #expect(
      try ledger.movements(hours, "2024-12-30", "2025-01-02", every: .day) == [
        "2024-12-30…2024-12-30 0 +0 -0 =0", "2024-12-31…2024-12-31 0 +14400 -0 =14400",
        "2025-01-01…2025-01-01 14400 +21600 -0 =36000", "2025-01-02…2025-01-02 36000 +0 -0 =36000",
      ])
    let halves = ["0 +14400 -0 =14400", "14400 +21600 -0 =36000"]
    #expect(
      try ledger.movements(hours, "2024-12-01", "2025-01-31", every: .month) == [
        "2024-12-01…2024-12-31 " + halves[0], "2025-01-01…2025-01-31 " + halves[1],
      ])
    #expect(
      try ledger.movements(hours, "2024-10-01", "2025-03-31", every: .quarter) == [
        "2024-10-01…2024-12-31 " + halves[0], "2025-01-01…2025-03-31 " + halves[1],
      ])
    #expect(
      try ledger.movements(hours, "2024-01-01", "2025-12-31", every: .year) == [
        "2024-01-01…2024-12-31 " + halves[0], "2025-01-01…2025-12-31 " + halves[1],
      ])
    #expect(
      try ledger.movements(hours, "2024-01-01", "2025-12-31") == ["2024-01-01…2025-12-31 0 +36000 -0 =36000"])
    #expect(
      try ledger.movements(hours, "2025-01-01", "2025-01-01") == ["2025-01-01…2025-01-01 14400 +21600 -0 =36000"])
  }

  @Test func `a correction takes away on the old day and adds on the new`() throws {
    let ledger = try TestLedger.world()
    try ledger.addNewYearUsage()
    let before = try ledger.log.head()
    try ledger.add(
      "usage.corrected",
      #"{"usage":"U1","resource":"R1","unit":"x-uni","was":\#(TestLedger.newYear),"now":\#(TestLedger.facts())}"#,
      at: "2025-01-02")
    let months = { (known: Position?) in
      try ledger.movements("hours:x-uni", "2024-05-01", "2025-01-31", every: .month, known: known)
        .filter { !$0.contains("+0 -0") }
    }
    #expect(
      try months(before) == [
        "2024-12-01…2024-12-31 0 +14400 -0 =14400", "2025-01-01…2025-01-31 14400 +21600 -0 =36000",
      ])
    #expect(
      try months(nil) == [
        "2024-05-01…2024-05-31 0 +14400 -0 =14400", "2024-12-01…2024-12-31 14400 +14400 -14400 =14400",
        "2025-01-01…2025-01-31 14400 +21600 -21600 =14400",
      ])
  }

  @Test func `an account without postings in the days opens and closes the same; one without any is left out`() throws {
    let ledger = try TestLedger.world()
    try ledger.addCost("K1", 700, at: "2024-01-15")
    try ledger.addCost("K2", 300, component: "water", at: "2024-09-01")
    #expect(
      try ledger.movements("cost", "2024-02-01", "2024-03-31", every: .month) == [
        "2024-02-01…2024-02-29 700 +0 -0 =700", "2024-03-01…2024-03-31 700 +0 -0 =700",
      ])
  }

  @Test(arguments: PeriodStep.allCases)
  func `periods cover the days without gap or overlap`(_ step: PeriodStep) throws {
    for (from, through) in [
      ("2024-01-31", "2026-03-01"), ("2024-02-29", "2024-02-29"), ("2023-11-15", "2024-12-31"),
      ("1900-01-01", "1901-01-01"), ("2199-11-30", "2199-12-31"),
    ] {
      let whole = try #require(CivilPeriod(from: try Day(iso: from), through: try Day(iso: through)))
      let periods = whole.split(every: step)
      #expect(periods.first?.from == whole.from && periods.last?.through == whole.through)
      for (left, right) in zip(periods, periods.dropFirst()) {
        #expect(right.from.days(since: left.through) == 1)
        #expect(right.from.civil.day == 1 || step == .day)
        #expect(step != .year || right.from.civil.month == 1)
        #expect(step != .quarter || [1, 4, 7, 10].contains(right.from.civil.month))
      }
      for period in periods {
        let (first, last) = (period.from.civil, period.through.civil)
        #expect(step == .day ? period.from == period.through : first.year == last.year)
        #expect(step != .month || first.month == last.month)
      }
    }
  }

  @Test func `days in the wrong order are no period`() throws {
    #expect(CivilPeriod(from: try Day(iso: "2024-02-02"), through: try Day(iso: "2024-02-01")) == nil)
  }
}
