import EventModel
import Foundation

/// One amount on one account on one day, told again from the table of the domain: nothing here is the engine's.
struct SlowPosting: Hashable {
  let position: Int
  let account: String
  let day: Int
  let amount: Int

  var family: String { String(account.prefix { $0 != ":" }) }

  /// `CNY`, `SEC` or `NUM`, which the family decides.
  var commodity: String {
    switch family {
    case "hours", "idle": "SEC"
    case "services", "rating", "refusal", "complaint", "outcome": "NUM"
    case "world": String(account.dropFirst("world:".count))
    default: "CNY"
    }
  }

  /// The unit in whose books it stands, as it is written in names of accounts; `nil` for the platform's alone.
  var unit: String? {
    switch family {
    case "guidingFund", "programme", "voucher", "held", "world": nil
    case "subsidyFund", "clawbackDue", "clawback", "fundCash": nil
    default: account.components(separatedBy: ":")[1]
    }
  }

  /// A name of parts.
  static func name(_ family: String, _ parts: String...) -> String {
    ([family] + parts.map(escaped)).joined(separator: ":")
  }

  static func escaped(_ part: String) -> String {
    part.replacingOccurrences(of: "%", with: "%25").replacingOccurrences(of: ":", with: "%3A")
  }

  /// The postings of an event: what falls on one account and day added up, what comes to nothing left out.
  static func all(of recorded: RecordedEvent) -> [SlowPosting] {
    var table = SlowTable(day: SlowTime.day(recorded.event.validTime))
    table.fill(recorded.event.payload)
    var sums: [Place: Int] = [:]
    for line in table.lines { sums[Place(account: line.account, day: line.day), default: 0] += line.amount }
    return sums.filter { $0.value != 0 }.map { place, amount in
      SlowPosting(position: Int(recorded.position.number), account: place.account, day: place.day, amount: amount)
    }
  }

  private struct Place: Hashable {
    let account: String
    let day: Int
  }
}

/// Days in Beijing, counted from microseconds.
enum SlowTime {
  static let microsecondsPerDay = 86_400_000_000

  /// The civil day of a moment, eight hours ahead of UTC, in days since 1970-01-01.
  static func day(_ instant: Instant) -> Int {
    let local = Int(instant.microseconds) + 8 * 3_600 * 1_000_000
    var day = local / microsecondsPerDay
    if day * microsecondsPerDay > local { day -= 1 }
    return day
  }

  static func day(_ day: Day) -> Int { Int(day.number) }

  static func dayCount(ofYear year: Int) -> Int {
    year % 400 == 0 || year % 4 == 0 && year % 100 != 0 ? 366 : 365
  }

  /// The calendar year of a day, found by counting through the years from 1970.
  static func year(ofDay day: Int) -> Int {
    var (year, rest) = (1970, day)
    while true {
      let length = dayCount(ofYear: year)
      if rest < length { return year }
      rest -= length
      year += 1
    }
  }
}
