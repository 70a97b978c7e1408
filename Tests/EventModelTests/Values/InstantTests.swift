import EventModel
import Glibc
import TestSupport
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("2024-03-25T12:43:11+08:00", "2024-03-25T12:43:11+08:00"),
    ("2024-03-25T04:43:11Z", "2024-03-25T12:43:11+08:00"),
    ("2024-03-25T04:43:11+00:00", "2024-03-25T12:43:11+08:00"),
    ("2024-03-24T23:43:11-05:00", "2024-03-25T12:43:11+08:00"),
    ("2024-03-25T18:43:11+14:00", "2024-03-25T12:43:11+08:00"),
    ("2024-03-24T14:43:11-14:00", "2024-03-25T12:43:11+08:00"),
    ("2024-03-25T10:13:11+05:30", "2024-03-25T12:43:11+08:00"),
    ("2024-02-28T16:00:00Z", "2024-02-29T00:00:00+08:00"),
    ("2023-02-28T16:00:00Z", "2023-03-01T00:00:00+08:00"),
    ("2024-12-31T23:59:59.999999+08:00", "2024-12-31T23:59:59.999999+08:00"),
    ("2024-03-25T12:43:11.5+08:00", "2024-03-25T12:43:11.5+08:00"),
    ("2024-03-25T12:43:11.500000+08:00", "2024-03-25T12:43:11.5+08:00"),
    ("2024-03-25T12:43:11.000000+08:00", "2024-03-25T12:43:11+08:00"),
    ("2024-03-25T12:43:11.000001+08:00", "2024-03-25T12:43:11.000001+08:00"),
    ("2024-03-25T12:43:11.010+08:00", "2024-03-25T12:43:11.01+08:00"),
    ("1969-12-31T23:59:59.999999Z", "1970-01-01T07:59:59.999999+08:00"),
    ("1970-01-01T00:00:00Z", "1970-01-01T08:00:00+08:00"),
    ("1900-01-01T00:00:00+08:00", "1900-01-01T00:00:00+08:00"),
    ("2199-12-31T23:59:59.999999+08:00", "2199-12-31T23:59:59.999999+08:00"),
    ("1986-07-01T00:00:00+09:00", "1986-06-30T23:00:00+08:00"),
  ])
  func `an instant is printed in Beijing time, whatever offset it came with`(text: String, printed: String) throws {
    let instant = try Instant(rfc3339: text)
    #expect(instant.description == printed)
    #expect(try Instant(rfc3339: printed) == instant)
    #expect(instant.day.description == printed.prefix(10))
  }

  @Test func `random instants agree with glibc's calendar`() throws {
    let seed: UInt64 = 20_160_127
    var random = SeededRandom(seed: seed)
    for round in 0..<20_000 {
      let range = Instant.first.microseconds...Instant.last.microseconds
      let microseconds = Int64.random(in: range, using: &random)
      let instant = try Instant(microseconds: microseconds)
      let fraction = ((microseconds % 1_000_000) + 1_000_000) % 1_000_000
      var seconds = time_t((microseconds - fraction) / 1_000_000 + 8 * 3600)
      var parts = tm()
      gmtime_r(&seconds, &parts)
      let day = try Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      let second = Int64(parts.tm_hour) * 3600 + Int64(parts.tm_min) * 60 + Int64(parts.tm_sec)
      let isSame = instant.day == day && day.start.microseconds + second * 1_000_000 + fraction == microseconds
      let isRead = try Instant(rfc3339: instant.description) == instant
      if !isSame || !isRead { Issue.record("seed \(seed), round \(round): \(microseconds) prints \(instant)") }
    }
  }

  @Test func `every day starts where the one before ends`() throws {
    var previous: Day?
    for entry in SlowCalendar() {
      let day = try Day(number: Int64(entry.number))
      if day.start.microseconds != (Int64(entry.number) * 24 - 8) * 3_600_000_000 { Issue.record("\(day) starts late") }
      if let previous, previous.end.microseconds + 1 != day.start.microseconds { Issue.record("gap before \(day)") }
      previous = day
    }
  }

  @Test func `instants begin with 1900 and end with 2199 in Beijing`() throws {
    #expect(Instant.first == Day.first.start)
    #expect(Instant.last == Day.last.end)
    #expect(try Instant(rfc3339: "1900-01-01T00:00:00Z").description == "1900-01-01T08:00:00+08:00")
    #expect(throws: ValueError.self) { try Instant(microseconds: Instant.first.microseconds - 1) }
    #expect(throws: ValueError.self) { try Instant(microseconds: Instant.last.microseconds + 1) }
    #expect(throws: ValueError.self) { try Instant(microseconds: .min) }
    #expect(throws: ValueError.self) { try Instant(microseconds: .max) }
  }

  @Test(arguments: [
    ("2024-03-25T24:00:00+08:00", "notOnCalendar"), ("2024-03-25T23:60:00+08:00", "notOnCalendar"),
    ("2016-12-31T23:59:60Z", "notOnCalendar"), ("2024-02-30T00:00:00Z", "notOnCalendar"),
    ("2025-02-29T00:00:00Z", "notOnCalendar"), ("2024-13-01T00:00:00Z", "notOnCalendar"),
    ("2024-03-25T99:00:00Z", "notOnCalendar"), ("1899-12-31T23:59:59Z", "outOfRange"),
    ("1899-12-31T23:59:59-14:00", "outOfRange"), ("2200-01-01T00:00:00Z", "outOfRange"),
    ("2199-12-31T16:00:00Z", "outOfRange"), ("1900-01-01T00:00:00+08:01", "outOfRange"),
    ("1900-01-01T05:00:00+14:00", "outOfRange"), ("2024-03-25T12:00:00+14:01", "outOfRange"),
    ("2024-03-25T12:00:00-14:01", "outOfRange"), ("2024-03-25T12:00:00+99:99", "outOfRange"),
    ("2024-03-25T12:00:00+08:60", "outOfRange"),
  ])
  func `an impossible instant is refused`(text: String, rule: String) {
    #expect(brokenRule { () throws(ValueError) in try Instant(rfc3339: text) } == rule)
  }

  @Test(arguments: [
    "", "2024-03-25", "2024-03-25T12:43:11", "2024-03-25T12:43Z", "2024-03-25T12Z", "2024-03-25t12:43:11Z",
    "2024-03-25T12:43:11z", "2024-03-25 12:43:11Z", "2024-03-25T12:43:11+8", "2024-03-25T12:43:11+0800",
    "2024-03-25T12:43:11+08", "2024-03-25T12:43:11-00:00", "2024-03-25T12:43:11.Z", "2024-03-25T12:43:11.1234567Z",
    "2024-03-25T12:43:11,5Z", "2024-03-25T12:43:11.5", "2024-03-25T12:43:11ZZ", "2024-03-25T12:43:11Z ",
    " 2024-03-25T12:43:11Z", "2024-03-25T12:43:11 Z", "2024-03-25T12:43:11+08:00:00",
    "2024-03-25T12:43:11\u{2212}08:00",
    "2024-03-25T1２:43:11Z", "20240325T124311Z", "2024-W13-1T12:43:11Z", "2024-03-25T12:43:11.5.5Z",
    "2024-03-25T12:43:11[Asia/Shanghai]", "2024-03-25T12:43:-1Z", "10000-01-01T00:00:00Z", "1711341791",
    "2024-03-25T12:43:11+08:00\0", "2024-03-25T12:43:11.",
  ])
  func `anything but an RFC 3339 date-time with an offset is refused`(text: String) {
    #expect(brokenRule { () throws(ValueError) in try Instant(rfc3339: text) } == "malformed")
  }
}
