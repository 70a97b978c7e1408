import EventModel
import Testing

@Suite struct DayTests {
  @Test func `all 109,573 days agree with a calendar that counts day by day`() throws {
    var count = 0
    for entry in SlowCalendar() {
      let day = try Day(number: Int64(entry.number))
      let civil = day.civil
      if civil != (entry.year, entry.month, entry.day) { Issue.record("\(entry) is \(civil)") }
      let made = try Day(year: entry.year, month: entry.month, day: entry.day)
      if made != day { Issue.record("\(entry) makes \(made.number)") }
      if day.description != entry.text { Issue.record("\(entry) prints \(day)") }
      if try Day(iso: entry.text) != day { Issue.record("\(entry) is read as another day") }
      if day.start.day != day || day.end.day != day { Issue.record("\(entry) does not hold its own ends") }
      count += 1
    }
    #expect(count == 109_573)
    #expect(try Day(iso: "1970-01-01").number == 0)
    #expect(try Day(iso: "2000-03-01").number == 11_017)
  }

  @Test func `the day after the last and the day before the first do not exist`() throws {
    #expect(Day.first.description == "1900-01-01")
    #expect(Day.last.description == "2199-12-31")
    #expect(throws: ValueError.self) { try Day.last.advanced(by: 1) }
    #expect(throws: ValueError.self) { try Day.first.advanced(by: -1) }
    #expect(throws: ValueError.self) { try Day.first.advanced(by: .min) }
    #expect(throws: ValueError.self) { try Day.last.advanced(by: .max) }
    #expect(throws: ValueError.self) { try Day(number: .max) }
    #expect(throws: ValueError.self) { try Day(number: .min) }
    #expect(try Day.first.advanced(by: 109_572) == .last)
    #expect(Day.last.days(since: .first) == 109_572)
    #expect(Day.first.days(since: .last) == -109_572)
  }

  @Test(arguments: [
    ("2024-01-31", 30, "2024-03-01"), ("2023-01-31", 30, "2023-03-02"), ("2024-12-31", 1, "2025-01-01"),
    ("2024-03-01", -1, "2024-02-29"), ("2100-02-28", 1, "2100-03-01"), ("2000-02-28", 1, "2000-02-29"),
  ])
  func `a day advances over month ends and leap days`(from: String, days: Int, to: String) throws {
    let day = try Day(iso: from).advanced(by: days)
    #expect(day.description == to)
    #expect(try day.days(since: Day(iso: from)) == days)
  }

  @Test(arguments: [
    "2025-02-29", "2023-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2024-04-31", "2024-06-31", "2024-09-31",
    "2024-11-31", "2024-01-32", "2024-00-10", "2024-13-01", "2024-01-00", "2024-99-99",
  ])
  func `a day that is not on the calendar is refused`(text: String) {
    #expect(brokenRule { () throws(ValueError) in try Day(iso: text) } == "notOnCalendar")
  }

  @Test(arguments: ["1899-12-31", "2200-01-01", "0000-01-01", "0001-01-01", "9999-12-31", "1899-02-30"])
  func `a day outside of the years 1900 to 2199 is refused`(text: String) {
    #expect(brokenRule { () throws(ValueError) in try Day(iso: text) } == "outOfRange")
  }

  @Test(arguments: [
    "", "2024", "2024-01", "2024-1-01", "2024-01-1", "24-01-01", "20240101", "2024/01/01", "2024-01-01 ", " 2024-01-01",
    "2024-01-01T00:00:00Z", "+024-01-01", "-024-01-01", "2024-+1-01", "2024-01-0x", "２０２４-01-01", "2024‐01‐01",
    "10000-01-01",
    "2024-01-011", "2024-01-01\n", "2024-01-01\0",
  ])
  func `anything but ten characters YYYY-MM-DD is refused`(text: String) {
    #expect(brokenRule { () throws(ValueError) in try Day(iso: text) } == "malformed")
  }

  @Test func `impossible numbers of a civil day are refused`() {
    #expect(brokenRule { () throws(ValueError) in try Day(year: 2024, month: 2, day: 30) } == "notOnCalendar")
    #expect(brokenRule { () throws(ValueError) in try Day(year: 2024, month: .min, day: .max) } == "notOnCalendar")
    #expect(brokenRule { () throws(ValueError) in try Day(year: 1899, month: 12, day: 31) } == "outOfRange")
    #expect(brokenRule { () throws(ValueError) in try Day(year: .max, month: 1, day: 1) } == "outOfRange")
  }

  @Test func `the sentence names the day`() {
    let error = #expect(throws: ValueError.self) { try Day(iso: "2024-02-30") }
    #expect(error?.description == #""2024-02-30" is not a day of the calendar"#)
  }
}
